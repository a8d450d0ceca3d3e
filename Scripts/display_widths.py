#!/usr/bin/env python3
"""Writes Sources/Canvas/WidthTable.swift and Tests/Oracles/wcwidth.txt.

The table comes from the Unicode data of Python's unicodedata: wide and fullwidth characters take
two columns, marks and format characters none, everything else one. Unassigned scalars go with the
range they interrupt, which keeps the table short. The oracle is what this machine's C library
says (wcwidth in C.UTF-8), which is what curses goes by: an independent source.
"""
import ctypes
import pathlib
import unicodedata

root = pathlib.Path(__file__).resolve().parent.parent
zero_width_jamo = [(0x1160, 0x11FF), (0xD7B0, 0xD7FB)]
# Format characters with a visible form of their own.
visible_formats = {0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}


def width(code):
    char = chr(code)
    category = unicodedata.category(char)
    if category == "Cn":
        return None
    if any(low <= code <= high for low, high in zero_width_jamo):
        return 0
    if category in ("Mn", "Me") or (category == "Cf" and code not in visible_formats):
        return 0
    if category in ("Zl", "Zp"):
        return 0
    # Terminals and the C library draw these double although Unicode calls them neutral.
    if 0x3248 <= code <= 0x324F or 0x4DC0 <= code <= 0x4DFF:
        return 2
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def ranges(wanted):
    found, gap = [], True
    for code in range(0xA0, 0x110000):
        own = width(code)
        if own is None:
            continue
        if own == wanted:
            if found and not gap:
                found[-1][1] = code
            else:
                found.append([code, code])
            gap = False
        else:
            gap = True
    return found


def swift(name, table):
    lines, line = [], "   "
    for low, high in table:
        item = f" 0x{low:X}, 0x{high:X},"
        if len(line) + len(item) > 98:
            lines.append(line)
            line = "   "
        line += item
    lines.append(line)
    body = "\n".join(lines)
    return f"  static let {name}: [UInt32] = [\n{body}\n  ]\n"


def main():
    text = (
        "/// Ranges of scalars that don't take one column: first and last of each, ascending.\n"
        "///\n"
        f"/// Written by Scripts/display_widths.py from Unicode {unicodedata.unidata_version}.\n"
        "enum WidthTable {\n"
        + swift("zero", ranges(0)) + "\n" + swift("wide", ranges(2)) + "}\n")
    (root / "Sources/Canvas/WidthTable.swift").write_text(text)

    libc = ctypes.CDLL("libc.so.6")
    libc.setlocale.restype = ctypes.c_char_p
    assert libc.setlocale(6, b"C.UTF-8")
    runs = []
    for code in range(0x20, 0x110000):
        own = libc.wcwidth(code)
        if runs and runs[-1][1] == code - 1 and runs[-1][2] == own:
            runs[-1][1] = code
        else:
            runs.append([code, code, own])
    lines = ["# first last columns, from wcwidth in C.UTF-8 of glibc 2.36 (Scripts/display_widths.py)"]
    lines += [f"{low:X} {high:X} {own}" for low, high, own in runs if own > 0 or own == 0]
    (root / "Tests/Oracles").mkdir(exist_ok=True)
    (root / "Tests/Oracles/wcwidth.txt").write_text("\n".join(lines) + "\n")


main()
