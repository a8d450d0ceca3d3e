/// Milliseconds since some fixed moment, unmoved by changes of the date.
enum MonotonicClock {
  private static let start = ContinuousClock.now

  static func milliseconds() -> Int {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }
}
