// Curses: terminal modes and output. Keys are read and decoded elsewhere, from bytes.
#define NCURSES_WIDECHAR 1
#include "internal.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

// From term.h, which can't be included: it defines `lines`, `columns` and many more as macros.
extern int setupterm(const char *, int, int *);
extern char *tigetstr(const char *);

static SCREEN *screen;
static bool is_ours;
static bool has_exit_handler;
static int color_count;
static bool has_default_colors;
// The pair of a foreground and a background, each shifted by one so that 0 is the terminal's own.
static uint16_t pairs[257][257];
static int pair_count;
static char entering[256];

static bool is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

bool cterm_set_locale(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  const char *wanted = NULL;
  for (int i = 0; i < 3 && (wanted == NULL || *wanted == 0); i++) wanted = getenv(names[i]);
  bool is_named = wanted != NULL && *wanted != 0;
  bool is_set = setlocale(LC_CTYPE, "") != NULL;
  if (is_utf8()) return true;
  bool says_utf8 = is_named && (strcasestr(wanted, "utf-8") || strcasestr(wanted, "utf8"));
  if (!is_named || !is_set || says_utf8) setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8();
}

// Appends without the padding marks ("$<2>") that only old hardware needs.
static void append(char *bytes, size_t capacity, const char *more) {
  size_t length = strlen(bytes);
  if (more == NULL || more == (char *)-1) return;
  while (*more != 0 && length + 1 < capacity) {
    if (more[0] == '$' && more[1] == '<') {
      while (*more != 0 && *more != '>') more++;
      if (*more == '>') more++;
    } else {
      bytes[length++] = *more++;
    }
  }
  bytes[length] = 0;
}

static void write_text(const char *text) {
  cterm_send((const uint8_t *)text, (int)strlen(text));
}

static const char leaving[] = "\033[?1006l\033[?1002l\033[?1000l\033[?2004l";

static void prepare_bytes(bool uses_mouse) {
  entering[0] = 0;
  append(entering, sizeof entering, tigetstr("smkx"));
  append(entering, sizeof entering, "\033[?2004h");
  if (uses_mouse) append(entering, sizeof entering, "\033[?1000h\033[?1002h\033[?1006h");
  char bytes[512] = "";
  append(bytes, sizeof bytes, leaving);
  append(bytes, sizeof bytes, tigetstr("sgr0"));
  append(bytes, sizeof bytes, tigetstr("cnorm"));
  append(bytes, sizeof bytes, tigetstr("rmkx"));
  append(bytes, sizeof bytes, tigetstr("rmcup"));
  cterm_set_restoring_bytes(bytes);
}

// A name that has a description: the terminal's own, else a common one it is likely to obey.
static const char *known_name(cterm_status *status) {
  const char *name = getenv("TERM");
  if (name == NULL || *name == 0) name = "unknown";
  int found = 0;
  if (setupterm(name, STDOUT_FILENO, &found) != OK) {
    size_t length = strlen(name);
    bool is_alike = strncmp(name, "xterm", 5) == 0
      || (length > 9 && strcmp(name + length - 9, "-256color") == 0);
    name = "xterm-256color";
    if (!is_alike || setupterm(name, STDOUT_FILENO, &found) != OK) {
      *status = CTERM_UNKNOWN;
      return NULL;
    }
  }
  const char *moves = tigetstr("cup");
  if (moves == NULL || moves == (char *)-1) {
    *status = CTERM_TOO_SIMPLE;
    return NULL;
  }
  return name;
}

static void start_colors(bool uses_colors) {
  color_count = 0;
  pair_count = 1;
  memset(pairs, 0, sizeof pairs);
  // Pairs without start_color are a crash in curses.
  if (!uses_colors || !has_colors() || start_color() != OK) return;
  has_default_colors = use_default_colors() == OK;
  color_count = COLORS;
}

cterm_status cterm_open(bool uses_colors, bool uses_mouse) {
  if (is_ours) return CTERM_OPENED;
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CTERM_NOT_A_TERMINAL;
  cterm_status status = CTERM_OPENED;
  const char *name = known_name(&status);
  if (name == NULL) return status;
  if (!cterm_make_pipe()) return CTERM_FAILED;
  cterm_remember_terminal();
  // Before newterm: curses leaves handlers alone that are not the default ones.
  cterm_catch_signals();
  screen = newterm(name, stdout, stdin);
  if (screen == NULL) {
    cterm_release_signals();
    return CTERM_UNKNOWN;
  }
  prepare_bytes(uses_mouse);
  cterm_arm(true);
  cterm_catch_crashes();
  if (!has_exit_handler) atexit(cterm_close);
  has_exit_handler = true;
  start_colors(uses_colors);
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // Else curses leaves a frame half drawn when keys are waiting.
  typeahead(-1);
  def_prog_mode();
  is_ours = true;
  cterm_hold_errors();
  write_text(entering);
  return CTERM_OPENED;
}

void cterm_close(void) {
  if (screen == NULL) return;
  if (is_ours) cterm_leave();
  cterm_release_crashes();
  cterm_release_signals();
  delscreen(screen);
  screen = NULL;
}

void cterm_leave(void) {
  if (!is_ours) return;
  is_ours = false;
  write_text(leaving);
  curs_set(1);
  endwin();
  const char *keys = tigetstr("rmkx");
  char bytes[64] = "";
  append(bytes, sizeof bytes, keys);
  write_text(bytes);
  cterm_arm(false);
  cterm_replay_errors();
}

void cterm_enter(void) {
  if (is_ours || screen == NULL) return;
  cterm_arm(true);
  cterm_hold_errors();
  reset_prog_mode();
  is_ours = true;
  write_text(entering);
  cterm_update_size();
  clearok(curscr, TRUE);
}

int cterm_colors(void) { return color_count; }
int cterm_columns(void) { return screen == NULL ? 0 : COLS; }
int cterm_rows(void) { return screen == NULL ? 0 : LINES; }

bool cterm_update_size(void) {
  struct winsize size;
  if (screen == NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_row == 0 || size.ws_col == 0) return false;
  if (!is_term_resized(size.ws_row, size.ws_col)) return false;
  resizeterm(size.ws_row, size.ws_col);
  // Terminals move what they show when they change size.
  clearok(curscr, TRUE);
  return true;
}

// Pairs are made when first needed; when the terminal has no more, the cell stays uncoloured.
static int pair(int foreground, int background) {
  if (color_count == 0 || (foreground < 0 && background < 0)) return 0;
  if (foreground >= color_count) foreground = -1;
  if (background >= color_count) background = -1;
  if (foreground > 255 || background > 255) return 0;
  uint16_t *known = &pairs[foreground < 0 ? 0 : foreground + 1][background < 0 ? 0 : background + 1];
  if (*known != 0) return *known;
  if (pair_count >= COLOR_PAIRS || pair_count > 65535) return 0;
  int front = foreground >= 0 || has_default_colors ? foreground : COLOR_WHITE;
  int back = background >= 0 || has_default_colors ? background : COLOR_BLACK;
  if (init_extended_pair(pair_count, front, back) != OK) return 0;
  *known = (uint16_t)pair_count++;
  return *known;
}

static attr_t attributes(uint8_t wanted) {
  attr_t found = A_NORMAL;
  if (wanted & CTERM_BOLD) found |= A_BOLD;
  if (wanted & CTERM_DIM) found |= A_DIM;
  if (wanted & CTERM_ITALIC) found |= A_ITALIC;
  if (wanted & CTERM_UNDERLINE) found |= A_UNDERLINE;
  if (wanted & CTERM_REVERSE) found |= A_REVERSE;
  return found;
}

static void set_cell(cchar_t *target, const cterm_cell *cell, wchar_t base, bool has_marks) {
  wchar_t text[4] = {base, 0, 0, 0};
  if (has_marks) {
    text[1] = (wchar_t)cell->mark1;
    text[2] = (wchar_t)cell->mark2;
  }
  // The number of the pair goes in through the last argument: the other one is a short.
  int number = pair(cell->foreground, cell->background);
  if (setcchar(target, text, attributes(cell->attributes), 0, &number) != OK)
    setcchar(target, L"?", A_NORMAL, 0, NULL);
}

void cterm_put_cells(int row, int column, const cterm_cell *cells, int count) {
  static cchar_t *line;
  static int capacity;
  if (screen == NULL || row < 0 || row >= LINES || column < 0 || count <= 0) return;
  if (count > COLS - column) count = COLS - column;
  if (count > capacity) {
    cchar_t *longer = realloc(line, sizeof(cchar_t) * (size_t)count);
    if (longer == NULL) return;
    line = longer;
    capacity = count;
  }
  int filled = 0;
  for (int i = 0; i < count; i++) {
    const cterm_cell *cell = &cells[i];
    if (cell->width == 0) continue;
    // Where the C library disagrees about a width, curses would go out of step with us.
    bool agrees = cell->base >= 0x20 && cell->base < 0x7F
      ? cell->width == 1 : wcwidth((wchar_t)cell->base) == cell->width;
    bool fits = i + cell->width <= count;
    if (agrees && fits) {
      set_cell(&line[filled++], cell, (wchar_t)cell->base, true);
    } else {
      for (int half = 0; half < cell->width && i + half < count; half++)
        set_cell(&line[filled++], cell, half == 0 ? L'?' : L' ', false);
    }
  }
  mvwadd_wchnstr(stdscr, row, column, line, filled);
}

void cterm_place_cursor(int row, int column) {
  if (screen == NULL) return;
  if (row < 0 || column < 0 || row >= LINES || column >= COLS) {
    curs_set(0);
  } else {
    curs_set(1);
    wmove(stdscr, row, column);
  }
}

void cterm_refresh(void) {
  if (!is_ours) return;
  wnoutrefresh(stdscr);
  doupdate();
}

void cterm_repaint(void) {
  if (!is_ours) return;
  // Curses' own picture too: what is drawn next begins with nothing there.
  werase(stdscr);
  clearok(curscr, TRUE);
}

void cterm_send(const uint8_t *bytes, int count) {
  while (count > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, (size_t)count);
    if (written <= 0) return;
    bytes += written;
    count -= (int)written;
  }
}
