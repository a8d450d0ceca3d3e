// The few curses, tty and signal calls Assay needs. Nothing of curses.h is visible here.
//
// One thread owns the terminal: every function except cterm_wake and cterm_guard_thread is for
// that thread alone. All state is static: there is one terminal.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// One column of a row. A character of two columns is followed by a cell of width 0.
typedef struct {
  uint32_t base;
  uint32_t mark1, mark2;   // combining marks, 0 for none
  int16_t foreground;      // 0 to 255, -1 for the terminal's own
  int16_t background;
  uint8_t attributes;      // CTERM_BOLD ...
  uint8_t width;           // 0, 1 or 2
} cterm_cell;

enum { CTERM_BOLD = 1, CTERM_DIM = 2, CTERM_ITALIC = 4, CTERM_UNDERLINE = 8, CTERM_REVERSE = 16 };

typedef enum {
  CTERM_OPENED = 0,
  CTERM_NOT_A_TERMINAL = 1,  // standard input or output is something else
  CTERM_UNKNOWN = 2,         // no description of $TERM
  CTERM_TOO_SIMPLE = 3,      // $TERM can't place the cursor
  CTERM_FAILED = 4           // a system call failed
} cterm_status;

// Sets the character set by the environment and says whether it is UTF-8. Without any locale, or
// with one that isn't installed, C.UTF-8 is taken; an explicit C or POSIX means ASCII. Numbers
// keep their point whatever the locale.
bool cterm_set_locale(void);

// Takes the screen: alternate screen, raw keys, pasted text in brackets, mouse if asked, standard
// error held back, handlers for signals and crashes. Call cterm_set_locale first.
cterm_status cterm_open(bool uses_colors, bool uses_mouse);
// Gives it back, prints what was written to standard error meanwhile. Also run at exit.
void cterm_close(void);

int cterm_colors(void);   // 0 when there are none or none were asked for
int cterm_columns(void);
int cterm_rows(void);
// Asks the terminal for its size; true when it has changed. Everything must be drawn again then.
bool cterm_update_size(void);

// Draws cells at a place; the first must not have width 0.
void cterm_put_cells(int row, int column, const cterm_cell *cells, int count);
// Shows the cursor there; a negative row hides it.
void cterm_place_cursor(int row, int column);
// Sends what has changed.
void cterm_refresh(void);
// Empties the picture, and makes the next refresh draw everything.
void cterm_repaint(void);
// Sends bytes that don't change the picture, such as a clipboard sequence.
void cterm_send(const uint8_t *bytes, int count);

enum { CTERM_INPUT = 1, CTERM_WAKE = 2, CTERM_GONE = 4 };
// Waits for keys or a wake-up, at most so many milliseconds (-1: without end).
int cterm_wait(int milliseconds);
// Reads what keys there are: the count, 0 for none, -1 when the terminal has gone.
int cterm_read(uint8_t *bytes, int capacity);
// Ends the wait. From any thread, also before cterm_open and after cterm_close.
void cterm_wake(void);

enum {
  CTERM_RESIZED = 1, CTERM_INTERRUPT = 2, CTERM_TERMINATE = 4, CTERM_HANGUP = 8,
  CTERM_STOP = 16, CTERM_CONTINUED = 32
};
// Empties the wake-up pipe, then gives the signals since the last call. What was posted before a
// wake-up must be taken after this call, not before it.
int cterm_drain(void);

// Gives the terminal back for a while, and takes it again (then everything is drawn anew).
void cterm_leave(void);
void cterm_enter(void);
// Stops the whole foreground job as Ctrl-Z does; returns when it goes on.
void cterm_suspend(void);
// Runs a shell command on the terminal, between leave and enter: its exit status, -1 if it could
// not be run.
int cterm_run(const char *command);

// Gives the calling thread a stack for crash handlers, so that a stack overflow there restores
// the terminal too.
void cterm_guard_thread(void);
