import Canvas
package import Diagnostics

/// How far the running line has come, how fast it goes, and how long it will take.
package struct ProgressMeter: Hashable, Sendable {
  /// Seconds after which work is spoken of; a row that comes and goes at once would flicker.
  package static let patience = 0.15

  package private(set) var progress: Progress
  private var elapsed: Double
  /// Where the present activity began: rates of different activities say nothing of each other.
  private var startElapsed: Double
  private var startDone: Int

  package init(_ progress: Progress, elapsedSeconds: Double) {
    self.progress = progress
    elapsed = elapsedSeconds
    startElapsed = elapsedSeconds
    startDone = progress.done
  }

  package mutating func advance(to next: Progress, elapsedSeconds: Double) {
    if next.activity != progress.activity || next.done < progress.done {
      self = ProgressMeter(next, elapsedSeconds: elapsedSeconds)
    } else {
      progress = next
      elapsed = elapsedSeconds
    }
  }

  /// Units a second; nil until enough has been seen.
  package var rate: Double? {
    let seconds = elapsed - startElapsed
    let units = progress.done - startDone
    return seconds > 0.2 && units > 0 ? Double(units) / seconds : nil
  }

  package var share: Double? {
    guard let total = progress.total, total > 0 else { return nil }
    return min(1, max(0, Double(progress.done) / Double(total)))
  }

  package var secondsLeft: Double? {
    guard let rate, let total = progress.total else { return nil }
    return max(0, Double(total - progress.done)) / rate
  }

  /// What is done, the rate and the time left, in words alone.
  package var text: String { "\(name) \(words(keeps: false))" }

  private var name: String { progress.activity.isEmpty ? "running" : progress.activity }

  /// A bar with what is done, the rate and the time left.
  ///
  /// - Parameter keeps: whether Esc ends the work with what there is by then.
  func draw(width: Int, keeps: Bool = false) -> Grid {
    var grid = Grid(width: width, height: 1)
    let words = words(keeps: keeps)
    let total = displayWidth(of: words)
    let room = max(0, width - total - 2)
    let barWidth = share == nil ? 0 : min(24, max(0, room - min(displayWidth(of: name), 28) - 2))
    let nameRoom = max(0, room - barWidth - (barWidth > 0 ? 1 : 0))
    var x = grid.put(name, at: .zero, style: .accent, maximumWidth: nameRoom) + 1
    if let share, barWidth > 3 {
      let full = Int((share * Double(barWidth)).rounded())
      for place in 0..<barWidth {
        let style: Style = place < full ? .accent : .rule
        grid.put(place < full ? "█" : "░", at: Point(x + place, 0), style: style)
      }
      x += barWidth + 1
    }
    grid.put(words, at: Point(x, 0), style: .muted)
    return grid
  }

  private func words(keeps: Bool) -> String {
    var parts: [String] = []
    let done = amount(progress.done)
    if let total = progress.total {
      parts.append("\(done)/\(amount(total))")
    } else if progress.done > 0 {
      parts.append(done)
    }
    if let rate {
      let isBytes = progress.unit == .bytes
      parts.append("\(isBytes ? NumberFormat.bytes(Int(rate)) : NumberFormat.number(rate))/s")
    }
    if let secondsLeft { parts.append("\(NumberFormat.duration(secondsLeft)) left") }
    parts.append(keeps ? "Esc keeps these rows · Ctrl-C stops" : "Ctrl-C stops")
    return parts.joined(separator: " · ")
  }

  private func amount(_ count: Int) -> String {
    progress.unit == .bytes ? NumberFormat.bytes(count) : NumberFormat.count(count)
  }
}
