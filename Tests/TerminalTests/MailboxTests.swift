import Diagnostics
import Synchronization
import Terminal
import Testing

struct MailboxTests {
  @Test func `messages keep their order and only the latest progress counts`() {
    let mailbox = Mailbox<Int> {}
    mailbox.post(1)
    mailbox.post(Progress("early", done: 1, of: 9))
    mailbox.post(2)
    mailbox.post(Progress("late", done: 2, of: 9))
    let (messages, progress) = mailbox.take()
    #expect(messages == [1, 2])
    #expect(progress == Progress("late", done: 2, of: 9))
    #expect(mailbox.take().messages.isEmpty)
    #expect(mailbox.take().progress == nil)
  }

  @Test func `only a post into an empty box wakes`() {
    let count = Mutex(0)
    let mailbox = Mailbox<Int> { count.withLock { $0 += 1 } }
    mailbox.post(1)
    mailbox.post(2)
    mailbox.post(Progress("x", done: 0, of: nil))
    #expect(count.withLock { $0 } == 1)
    _ = mailbox.take()
    mailbox.post(Progress("y", done: 0, of: nil))
    mailbox.post(3)
    #expect(count.withLock { $0 } == 2)
  }

  @Test func `nothing is lost between threads`() async {
    let mailbox = Mailbox<Int> {}
    let total = await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { for number in 1...1000 { mailbox.post(number) } }
      }
      await group.waitForAll()
      return mailbox.take().messages.reduce(0, +)
    }
    #expect(total == 4 * 500_500)
  }
}
