// The terminal lent to a shell command or, by Ctrl-Z, to the shell that started us.
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

int cterm_run(const char *command) {
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char *arguments[] = {"sh", "-c", (char *)command, NULL};
  pid_t child;
  int failure = posix_spawn(&child, "/bin/sh", NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (failure != 0) return -1;
  int status;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void cterm_suspend(void) {
  cterm_leave();
  cterm_take_continued();
  cterm_default_stop(true);
  kill(0, SIGTSTP);
  // The stop may come a moment after kill returns, and never does in a job without a shell.
  struct timespec moment = {.tv_nsec = 5 * 1000 * 1000};
  for (int i = 0; i < 20 && !cterm_take_continued(); i++) nanosleep(&moment, NULL);
  cterm_default_stop(false);
  cterm_enter();
}
