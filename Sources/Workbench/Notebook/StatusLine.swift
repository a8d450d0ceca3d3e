import Canvas

/// The first row: what is being studied, and whether it is saved.
enum StatusLine {
  static func draw(_ snapshot: Snapshot, width: Int) -> Grid {
    var grid = Grid(Size(width, 1), style: .bar)
    let file = file(snapshot)
    let fileWidth = displayWidth(of: file)
    let showsFile = width >= fileWidth + 30
    let room = width - 1 - (showsFile ? fileWidth + 2 : 0)
    var x = 1
    for (place, part) in parts(snapshot.status).enumerated() {
      let text = place == 0 ? part : " │ " + part
      guard x + displayWidth(of: text) <= room || place == 0 else { break }
      let style: Style = place == 0 ? Style.heading.over(.bar) : .bar
      x += grid.put(text, at: Point(x, 0), style: style, maximumWidth: max(0, room - x))
    }
    if showsFile {
      let style: Style = snapshot.isModified ? Style.warning.over(.bar) : .bar
      grid.put(file, at: Point(width - fileWidth - 1, 0), style: style)
    }
    return grid
  }

  private static func file(_ snapshot: Snapshot) -> String {
    let name = snapshot.path?.split(separator: "/").last.map(String.init)
    switch (name, snapshot.isModified) {
    case (let name?, true): return "\(name) • modified"
    case (let name?, false): return "\(name) saved"
    case (nil, true): return "not saved"
    case (nil, false): return "new session"
    }
  }

  private static func parts(_ status: Snapshot.Status) -> [String] {
    guard let dataset = status.dataset else { return ["no data yet: load \"file.csv\""] }
    let rows = NumberFormat.count(status.rowCount)
    var parts = [dataset, "\(rows) × \(NumberFormat.count(status.columnCount))"]
    if let target = status.target { parts.append("target \(target)") }
    if let split = status.split { parts.append("split \(split)") }
    if let measure = status.measure { parts.append(measure) }
    if status.split != nil || status.testOpenedCount > 0 {
      parts.append("test opened \(status.testOpenedCount)×")
    }
    if let chosen = status.chosen { parts.append("chosen \(chosen)") }
    if status.recipe != "main" { parts.append("recipe \(status.recipe)") }
    if status.candidateCount > 0 {
      parts.append(NumberFormat.count(status.candidateCount, "candidate"))
    }
    return parts
  }
}
