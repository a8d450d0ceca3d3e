// What the parts of CTerm share.
#pragma once

#include "CTerm.h"

#include <termios.h>

// signals.c
bool cterm_make_pipe(void);
void cterm_catch_signals(void);
void cterm_release_signals(void);
bool cterm_take_continued(void);
void cterm_default_stop(bool is_default);

// restore.c
void cterm_remember_terminal(void);
// Bytes that bring the terminal back to what a shell expects; kept for the crash handlers.
void cterm_set_restoring_bytes(const char *bytes);
void cterm_catch_crashes(void);
void cterm_release_crashes(void);
// From now on a crash restores the terminal (or no longer does).
void cterm_arm(bool is_armed);
void cterm_hold_errors(void);
void cterm_replay_errors(void);
