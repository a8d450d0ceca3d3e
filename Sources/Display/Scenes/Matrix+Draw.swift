import Canvas

extension Scene.Matrix: SceneBlock {
  var isElastic: Bool { false }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    let plan = Plan(of: self, width: width, rendering)
    let extra = plan.headerRows + plan.footerRows
    return Extent(
      least: rowNames.count + extra,
      natural: rowNames.count * plan.naturalCellHeight + extra,
      most: rowNames.count * plan.mostCellHeight + extra
    )
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    let plan = Plan(of: self, width: size.width, rendering)
    var grid = Grid(size)
    let room = size.height - plan.headerRows - plan.footerRows
    let cellHeight = max(1, min(plan.mostCellHeight, room / max(1, rowNames.count)))
    let shownRows = max(0, min(rowNames.count, room / cellHeight))
    putHeader(on: &grid, plan)
    let axis = axis
    for row in 0..<shownRows {
      let top = plan.headerRows + row * cellHeight
      let middle = top + (cellHeight - 1) / 2
      grid.put(plan.label(ofRow: row, self), at: Point(0, middle))
      for column in 0..<plan.columnCount {
        let box = Rect(
          x: plan.labelWidth + 1 + column * plan.cellWidth,
          y: top,
          width: plan.cellWidth,
          height: cellHeight
        )
        let text = text(row: row, column: column)
        let share = axis.share(of: value(row: row, column: column))
        grid.putHeat(text, share: share, in: box, ramp, rendering)
      }
    }
    let used = plan.headerRows + shownRows * cellHeight
    for (line, note) in plan.notes(self, shownRows: shownRows).enumerated() {
      grid.put(note, at: Point(0, used + line), style: .muted, maximumWidth: size.width)
    }
    return grid
  }

  private func putHeader(on grid: inout Grid, _ plan: Plan) {
    let start = plan.labelWidth + 1
    if plan.headerRows > 1 {
      grid.put(columnTitle, at: Point(start, 0), style: .muted)
    }
    let line = plan.headerRows - 1
    let title = rowTitle.padded(to: plan.labelWidth)
    grid.put(title, at: Point(0, line), style: .muted)
    for column in 0..<plan.columnCount {
      let name = plan.isNumbered ? String(column + 1) : columnNames[column]
      let text = name.padded(to: plan.cellWidth - 1, .center)
      grid.put(text, at: Point(start + column * plan.cellWidth, line), style: .heading)
    }
  }

  /// How the cells share the width.
  private struct Plan {
    var labelWidth: Int
    var cellWidth: Int
    /// Columns that fit.
    var columnCount: Int
    /// Columns bear numbers, rows number and name.
    var isNumbered: Bool
    var headerRows: Int
    var footerRows: Int
    var naturalCellHeight: Int
    var mostCellHeight: Int

    init(of matrix: Scene.Matrix, width: Int, _ rendering: Rendering) {
      let count = matrix.columnNames.count
      let numberWidth = matrix.rowNames.indices.reduce(1) { widest, row in
        matrix.columnNames.indices.prefix(40).reduce(widest) { widest, column in
          max(widest, displayWidth(of: matrix.text(row: row, column: column)))
        }
      }
      let widestColumnName = matrix.columnNames.map { displayWidth(of: $0) }.max() ?? 0
      let widestRowName = matrix.rowNames.map { displayWidth(of: $0) }.max() ?? 0
      let isSame = matrix.rowNames == matrix.columnNames
      let room = width - min(widestRowName, 24) - 1
      isNumbered = isSame && (widestColumnName > 9 || count * (widestColumnName + 2) > room)
      let digits = isNumbered ? String(count).count + 1 : 0
      let widestTitle = displayWidth(of: matrix.rowTitle)
      labelWidth = min(max(widestRowName + digits, widestTitle), max(4, min(28, width * 2 / 5)))
      let wanted = isNumbered ? numberWidth + 3 : min(14, max(widestColumnName, numberWidth) + 2)
      let least = numberWidth + 1
      let forCells = max(0, width - labelWidth - 1)
      cellWidth = max(1, max(least, min(max(wanted, 7), forCells / max(1, count))))
      columnCount = min(count, forCells / cellWidth)
      headerRows = matrix.columnTitle.isEmpty ? 1 : 2
      footerRows = columnCount < count ? 1 : 0
      // Coloured cells gain by height; without colours a number and its shade need one row.
      mostCellHeight = rendering.colors == .indexed256 ? 3 : 1
      naturalCellHeight = count <= 7 ? mostCellHeight : 1
    }

    func label(ofRow row: Int, _ matrix: Scene.Matrix) -> String {
      let number =
        isNumbered ? "\(row + 1) ".leftPadded(String(matrix.rowNames.count).count + 1) : ""
      return (number + matrix.rowNames[row]).clipped(to: labelWidth)
    }

    func notes(_ matrix: Scene.Matrix, shownRows: Int) -> [String] {
      var parts: [String] = []
      let columns = matrix.columnNames.count - columnCount
      let rows = matrix.rowNames.count - shownRows
      if columns > 0 { parts.append(NumberFormat.count(columns, "more column")) }
      if rows > 0 { parts.append(NumberFormat.count(rows, "more row")) }
      return parts.isEmpty ? [] : ["… " + parts.joined(separator: ", ")]
    }
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String { padded(to: width, .right) }
}
