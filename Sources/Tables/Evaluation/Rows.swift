/// One value a row, or one value for all rows.
struct Rows<Element> {
  let values: [Element]
  /// 0 for a constant.
  private let step: Int

  init(_ values: [Element]) {
    self.values = values
    step = 1
  }

  init(constant value: Element) {
    values = [value]
    step = 0
  }

  subscript(row: Int) -> Element { values[row &* step] }
}
