// Signals become flags and a byte in a pipe that ends the wait for keys.
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static const struct { int number, flag; } caught[] = {
  {SIGWINCH, CTERM_RESIZED}, {SIGINT, CTERM_INTERRUPT}, {SIGTERM, CTERM_TERMINATE},
  {SIGQUIT, CTERM_TERMINATE}, {SIGHUP, CTERM_HANGUP}, {SIGTSTP, CTERM_STOP},
  {SIGCONT, CTERM_CONTINUED},
};
enum { CAUGHT_COUNT = sizeof caught / sizeof caught[0] };

static struct sigaction previous[CAUGHT_COUNT];
static bool is_catching;
static _Atomic int flags;
static _Atomic int write_end = -1;
static int read_end = -1;

bool cterm_make_pipe(void) {
  if (read_end >= 0) return true;
  int ends[2];
  if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  read_end = ends[0];
  atomic_store(&write_end, ends[1]);
  return true;
}

void cterm_wake(void) {
  int end = atomic_load(&write_end);
  if (end < 0) return;
  int kept = errno;
  // A full pipe wakes as well.
  ssize_t written = write(end, "w", 1);
  (void)written;
  errno = kept;
}

static void note_signal(int number) {
  for (int i = 0; i < CAUGHT_COUNT; i++)
    if (caught[i].number == number) atomic_fetch_or(&flags, caught[i].flag);
  cterm_wake();
}

static struct sigaction noting(void) {
  struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  return action;
}

void cterm_catch_signals(void) {
  if (is_catching) return;
  struct sigaction action = noting();
  for (int i = 0; i < CAUGHT_COUNT; i++) sigaction(caught[i].number, &action, &previous[i]);
  is_catching = true;
}

void cterm_release_signals(void) {
  if (!is_catching) return;
  for (int i = 0; i < CAUGHT_COUNT; i++) sigaction(caught[i].number, &previous[i], NULL);
  is_catching = false;
}

void cterm_default_stop(bool is_default) {
  struct sigaction action = noting();
  if (is_default) action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
}

bool cterm_take_continued(void) {
  return (atomic_fetch_and(&flags, ~CTERM_CONTINUED) & CTERM_CONTINUED) != 0;
}

int cterm_drain(void) {
  char bytes[256];
  while (read_end >= 0 && read(read_end, bytes, sizeof bytes) > 0) {}
  return atomic_exchange(&flags, 0);
}

int cterm_wait(int milliseconds) {
  struct pollfd ends[2] = {{STDIN_FILENO, POLLIN, 0}, {read_end, POLLIN, 0}};
  if (poll(ends, 2, milliseconds) < 0) return errno == EINTR ? 0 : CTERM_GONE;
  int found = 0;
  if (ends[1].revents & POLLIN) found |= CTERM_WAKE;
  if (ends[0].revents & POLLIN) found |= CTERM_INPUT;
  // Keys that came before the end are read first.
  else if (ends[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CTERM_GONE;
  return found;
}

int cterm_read(uint8_t *bytes, int capacity) {
  ssize_t count = read(STDIN_FILENO, bytes, capacity < 0 ? 0 : (size_t)capacity);
  if (count > 0) return (int)count;
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  return -1;
}
