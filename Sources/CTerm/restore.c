// Whatever ends the program, the terminal comes back as it was and the last words are readable.
#include "internal.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <fcntl.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { CRASH_COUNT = sizeof crashes / sizeof crashes[0] };

// Filled before the handlers are installed; only the atomics change later.
static struct sigaction previous[CRASH_COUNT];
static bool is_catching;
static struct termios original;
static char restoring[512];
static size_t restoring_length;
static pid_t owner;
static _Atomic bool is_armed;
static _Atomic int held_errors = -1;
static _Atomic int real_errors = -1;

void cterm_remember_terminal(void) {
  tcgetattr(STDIN_FILENO, &original);
  owner = getpid();
}

void cterm_set_restoring_bytes(const char *bytes) {
  restoring_length = strnlen(bytes, sizeof restoring);
  memcpy(restoring, bytes, restoring_length);
}

void cterm_arm(bool armed) { atomic_store(&is_armed, armed); }

static void write_all(int file, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(file, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// While the screen is ours, what is written to standard error on the terminal would be lost in
// it: it goes to memory and is printed when the screen is given back. A file stays a file.
void cterm_hold_errors(void) {
  if (atomic_load(&held_errors) >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("held-errors", MFD_CLOEXEC);
  if (memory < 0) return;
  int real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (real < 0 || dup2(memory, STDERR_FILENO) < 0) {
    close(memory);
    if (real >= 0) close(real);
    return;
  }
  atomic_store(&real_errors, real);
  atomic_store(&held_errors, memory);
}

// Safe in a signal handler.
void cterm_replay_errors(void) {
  int memory = atomic_exchange(&held_errors, -1);
  int real = atomic_exchange(&real_errors, -1);
  if (memory < 0 || real < 0) return;
  dup2(real, STDERR_FILENO);
  close(real);
  char bytes[4096];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(memory, bytes, sizeof bytes, place)) > 0) {
    write_all(STDERR_FILENO, bytes, (size_t)count);
    place += count;
  }
  close(memory);
}

static void restore_after_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  if (getpid() == owner && atomic_exchange(&is_armed, false)) {
    write_all(STDOUT_FILENO, restoring, restoring_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &original);
    cterm_replay_errors();
  }
  for (int i = 0; i < CRASH_COUNT; i++)
    if (crashes[i] == number) sigaction(number, &previous[i], NULL);
  // A fault happens again when the handler returns and then meets the previous handler.
  if (info->si_code <= 0) raise(number);
}

void cterm_guard_thread(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) == 0 && !(current.ss_flags & SS_DISABLE)) return;
  enum { STACK_SIZE = 64 * 1024 };
  void *memory = mmap(
    NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  // Kept as long as the thread: it may be needed until its last instruction.
  stack_t stack = {.ss_sp = memory, .ss_size = STACK_SIZE};
  sigaltstack(&stack, NULL);
}

void cterm_catch_crashes(void) {
  if (is_catching) return;
  cterm_guard_thread();
  struct sigaction action = {.sa_sigaction = restore_after_crash};
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < CRASH_COUNT; i++) sigaction(crashes[i], &action, &previous[i]);
  is_catching = true;
}

void cterm_release_crashes(void) {
  if (!is_catching) return;
  for (int i = 0; i < CRASH_COUNT; i++) sigaction(crashes[i], &previous[i], NULL);
  is_catching = false;
}
