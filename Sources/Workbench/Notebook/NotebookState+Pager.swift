import Canvas

extension NotebookState {
  /// Changes the pager that has the keys.
  mutating func perform(_ change: (inout Pager, Size, Rendering) -> Void) {
    guard case .pager(var pager) = screens.last else { return }
    change(&pager, viewSize, rendering)
    screens[screens.count - 1] = .pager(pager)
  }

  mutating func performInPager(_ action: KeyAction) -> [Effect] {
    guard case .pager(var pager) = screens.last else { return [] }
    let size = viewSize
    let page = max(1, size.height - 1)
    switch action {
    case .up: pager.scroll(y: -1, size, rendering)
    case .down: pager.scroll(y: 1, size, rendering)
    case .left: pager.scroll(x: -max(1, size.width / 4), size, rendering)
    case .right: pager.scroll(x: max(1, size.width / 4), size, rendering)
    case .first: pager.scroll(x: -pager.x, size, rendering)
    case .last: pager.scroll(x: size.width, size, rendering)
    case .pageUp: pager.scroll(y: -page, size, rendering)
    case .pageDown: pager.scroll(y: page, size, rendering)
    case .halfPageUp: pager.scroll(y: -max(1, page / 2), size, rendering)
    case .halfPageDown: pager.scroll(y: max(1, page / 2), size, rendering)
    case .top: pager.scrollToTop()
    case .bottom: pager.scrollToBottom(size, rendering)
    case .findNext: return findInPager(1, includingCurrent: false)
    case .findPrevious: return findInPager(-1, includingCurrent: false)
    case .back:
      screens.removeLast()
      return []
    case .keep:
      guard let line = pager.keepable else { return silent("this is a line already") }
      pager.keepable = nil
      screens[screens.count - 1] = .pager(pager)
      commandLine.history.append(line)
      say("kept as a line: \(line)")
      return [.submit([line])]
    case .copy:
      say("copied the text")
      return [.copy(pager.text(size, .text))]
    default: break
    }
    screens[screens.count - 1] = .pager(pager)
    return []
  }

  mutating func findInPager(_ step: Int, includingCurrent: Bool) -> [Effect] {
    guard case .pager(var pager) = screens.last else { return [] }
    if pager.query.isEmpty { return silent("/ finds a text") }
    let isFound = pager.find(step, includingCurrent: includingCurrent, viewSize, rendering)
    screens[screens.count - 1] = .pager(pager)
    return isFound ? [] : silent("'\(pager.query)' isn't here")
  }
}
