"""How a case is written down: a name, the file's bytes, the columns, the warnings."""
import json
import unicodedata

cases = []


class Case:
    def __init__(self, name, data, expected):
        self.name = name
        self.data = data.encode() if isinstance(data, str) else data
        self.expected = expected

    def write(self, folder):
        stem = self.name.rsplit(".", 1)[0]
        (folder / self.name).write_bytes(self.data)
        (folder / f"{stem}.expected.json").write_text(text(self.expected), encoding="utf-8")


def case(name, data, *columns, warnings=(), error=None, **options):
    """`warnings`: for each one the substrings that it has; `error`: those of the error."""
    assert all(name != other.name for other in cases), name
    assert columns or error, name
    expected = {"options": options} if options else {}
    if error:
        expected["error"] = error
    else:
        counts = {len(column["cells"]) for column in columns}
        assert len(counts) == 1, (name, counts)
        expected["columns"] = list(columns)
        expected["warnings"] = [list(warning) for warning in warnings]
    cases.append(Case(name, data, expected))


def number(name, *cells, unreadable=None):
    return column(name, "number", cells, unreadable)


def boolean(name, *cells, unreadable=None):
    return column(name, "boolean", cells, unreadable)


def datetime(name, *cells, unreadable=None):
    return column(name, "datetime", cells, unreadable)


def text(expected):
    """The JSON, a column or a warning a line."""
    lines = []
    for key, part in expected.items():
        if key in ("columns", "warnings") and part:
            items = ",\n    ".join(line(item) for item in part)
            lines.append(f'  "{key}": [\n    {items}\n  ]')
        else:
            lines.append(f'  "{key}": {line(part)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def line(value):
    """Letters that can't be seen or told apart are escaped."""
    return "".join(
        c if plain(c) or ord(c) > 0xFFFF else f"\\u{ord(c):04x}"
        for c in json.dumps(value, ensure_ascii=False)
    )


def plain(letter):
    return letter.isascii() or letter.isprintable() and not unicodedata.combining(letter)


def column(name, kind, cells, unreadable=None):
    made = {"name": name, "kind": kind, "cells": [exact(cell) for cell in cells]}
    if unreadable:
        made["unreadable"] = unreadable
    return made


def exact(cell):
    """Whole numbers that a JSON reader may round are written as text."""
    if isinstance(cell, int) and not isinstance(cell, bool) and abs(cell) > 2**53:
        return str(cell)
    return cell


def words(name, *cells):
    """A category or a text by the rule: at most half as many levels as values."""
    values = [cell for cell in cells if cell is not None]
    few = values and len(set(values)) <= 1000 and len(set(values)) * 2 <= len(values)
    return column(name, "category" if few else "text", cells)


def plain_text(name, *cells):
    return column(name, "text", cells)


def category(name, *cells):
    return column(name, "category", cells)
