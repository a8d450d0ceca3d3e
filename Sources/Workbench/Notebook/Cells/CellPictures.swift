import Canvas

/// The drawn cells of a snapshot, each drawn when it is first looked at.
struct CellPictures {
  let cells: [Snapshot.Cell]
  let folded: Set<Int>
  let size: Size
  let rendering: Rendering
  let memo: Memo<Key, Grid>

  struct Key: Hashable {
    var index: Int
    var size: Size
    var rendering: Rendering
    var isFolded: Bool
  }

  var gutter: Int { max(2, String(cells.count).count) + 2 }

  func grid(at index: Int) -> Grid {
    let isFolded = folded.contains(cells[index].id)
    let key = Key(index: index, size: size, rendering: rendering, isFolded: isFolded)
    return memo.value(for: key) {
      CellDrawing(
        cell: cells[index],
        number: index + 1,
        width: size.width,
        gutter: gutter,
        outputLimit: min(max(size.height - 3, 4), 32),
        isFolded: isFolded,
        rendering: rendering
      ).draw()
    }
  }

  func height(at index: Int) -> Int { grid(at: index).height }
}
