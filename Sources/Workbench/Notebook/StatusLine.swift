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
    for (place, part) in fitting(parts(snapshot), room).enumerated() {
      let text = place == 0 ? part : " │ " + part
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

  private struct Part {
    var text: String
    /// The same in as few words as can be understood.
    var short: String
    /// The lowest go first where there is no room.
    var weight: Int

    init(_ text: String, short: String? = nil, weight: Int) {
      self.text = text
      self.short = short ?? text
      self.weight = weight
    }
  }

  /// In full words if all of it fits, else in few, the most telling parts first.
  private static func fitting(_ parts: [Part], _ room: Int) -> [String] {
    func width(_ texts: [String]) -> Int {
      texts.reduce(1) { $0 + displayWidth(of: $1) } + 3 * max(0, texts.count - 1)
    }
    let whole = parts.map(\.text)
    if width(whole) <= room { return whole }
    var kept = parts
    while kept.count > 1, width(kept.map(\.short)) > room,
      let least = kept.indices.min(by: { kept[$0].weight < kept[$1].weight })
    {
      kept.remove(at: least)
    }
    return kept.map(\.short)
  }

  private static func parts(_ snapshot: Snapshot) -> [Part] {
    let status = snapshot.status
    guard let dataset = status.dataset else {
      let text = snapshot.isRunning ? "no data yet" : "no data yet: load \"file.csv\""
      return [Part(text, weight: 9)]
    }
    let rows = NumberFormat.count(status.rowCount)
    var parts = [
      Part(dataset, weight: 9),
      Part("\(rows) × \(NumberFormat.count(status.columnCount))", weight: 7),
    ]
    if let target = status.target { parts.append(Part("target \(target)", weight: 8)) }
    if let split = status.split { parts.append(Part("split \(split)", short: split, weight: 4)) }
    if let measure = status.measure { parts.append(Part(measure, weight: 2)) }
    if status.split != nil || status.testOpenedCount > 0 {
      let times = "\(status.testOpenedCount)×"
      parts.append(Part("test opened \(times)", short: "test \(times)", weight: 5))
    }
    if let chosen = status.chosen { parts.append(Part("chosen \(chosen)", weight: 6)) }
    if status.recipe != "main" { parts.append(Part("recipe \(status.recipe)", weight: 3)) }
    if status.candidateCount > 0 {
      parts.append(Part(NumberFormat.count(status.candidateCount, "candidate"), weight: 1))
    }
    return parts
  }
}
