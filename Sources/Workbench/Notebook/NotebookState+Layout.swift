import Canvas

/// The screen's parts from the top: status, view, progress while a line runs, talk, and either the
/// menu and the command line or nothing; at last the keys.
struct NotebookLayout {
  var status: Rect
  /// The title of a screen; empty for the notebook.
  var title: Rect
  var view: Rect
  /// The session's text beside the view, or below it where there is little width.
  var session: Rect
  var progress: Rect
  var talk: Rect
  var input: Rect
  var footer: Rect
}

extension NotebookState {
  static let prompt = "> "
  private static let mostInputRows = 6

  func layout(in size: Size) -> NotebookLayout {
    let (status, afterStatus) = Rect(size).cutTop(1)
    let (footer, aboveFooter) = afterStatus.cutBottom(1)
    var rest = aboveFooter
    var input = Rect(.zero, .zero)
    if view == nil {
      let rows = min(inputLayout(width: size.width).rowCount, Self.mostInputRows, rest.height / 3)
      (input, rest) = rest.cutBottom(max(1, rows))
    } else if case .prompt = screens.last {
      (input, rest) = rest.cutBottom(1)
    }
    let talk: Rect
    (talk, rest) = rest.cutBottom(1)
    var progress = Rect(.zero, .zero)
    if isRunning, runsLong { (progress, rest) = rest.cutBottom(1) }
    var title = Rect(.zero, .zero)
    switch view {
    case .pager, .table, .attributes: (title, rest) = rest.cutTop(1)
    case .list, .prompt, nil: break
    }
    var session = Rect(.zero, .zero)
    if showsSessionText {
      if rest.width >= 100 {
        let (left, right) = rest.cutLeft(rest.width - rest.width / 3)
        (rest, session) = (left, right)
      } else if rest.height >= 8 {
        (session, rest) = rest.cutBottom(rest.height / 3)
      }
    }
    return NotebookLayout(
      status: status,
      title: title,
      view: rest,
      session: session,
      progress: progress,
      talk: talk,
      input: input,
      footer: footer
    )
  }

  var viewSize: Size { layout(in: size).view.size }

  func inputLayout(width: Int) -> LineLayout {
    let text = commandLine.text
    let room = max(1, width - displayWidth(of: inputLabel))
    return LineLayout(text, styles: LineColors.styles(of: text), width: room)
  }

  /// What stands before the line: which cell it replaces, if any.
  var inputLabel: String {
    guard case .edit(let id) = commandLine.purpose else { return Self.prompt }
    let number = snapshot.cells.firstIndex { $0.id == id }.map { " line \($0 + 1)" } ?? ""
    return "editing\(number)> "
  }

  func pictures(in size: Size) -> CellPictures {
    cells.pictures(snapshot.cells, size, rendering)
  }
}
