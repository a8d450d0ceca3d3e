extension [Double] {
  /// The same array where no value is NaN, else a copy without them.
  package var withoutNaN: [Double] { keeping { !$0.isNaN } }

  /// The same array where every value is finite, else a copy of those that are.
  package var onlyFinite: [Double] { keeping { $0.isFinite } }

  @inline(__always)
  private func keeping(_ isKept: @Sendable (Double) -> Bool) -> [Double] {
    let counts = ChunkRunner.parts(of: span) { part in
      var count = 0
      for index in part.indices { count &+= isKept(part[index]) ? 1 : 0 }
      return count
    }
    let total = counts.reduce(0, +)
    guard total < count else { return self }
    var kept: [Double] = []
    kept.reserveCapacity(total)
    for value in self where isKept(value) { kept.append(value) }
    return kept
  }
}
