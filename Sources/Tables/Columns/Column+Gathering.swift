import Language

extension Column {
  /// The rows at these places, in this order; a place below 0 gives a missing cell.
  package func gathered(at places: [Int]) -> Column {
    guard places.contains(where: { $0 < 0 }) else { return rows(at: places) }
    guard count > 0 else { return Column(name, kind, values: places.map { _ in .missing }) }
    let nearest = rows(at: places.map { Swift.max($0, 0) })
    let valid = nearest.validity
    return Column(
      name,
      nearest.data,
      validity: Validity(count: places.count) { places[$0] >= 0 && valid?[$0] ?? true },
      unreadable: nearest.unreadable.filter { places[$0.key] >= 0 }
    )
  }
}
