internal import CTerm

/// Lets the calling thread's stack overflow restore the terminal before it ends the program.
///
/// Call it first in every thread that computes; the thread that opens the screen has it.
package func guardThreadAgainstOverflow() { cterm_guard_thread() }
