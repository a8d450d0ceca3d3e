#!/usr/bin/env python3
"""Writes `files/`: difficult delimited files, and beside each what a careful person would read.

    python3 Tests/TablesTests/Corpus/make.py

The cases stand in `cases/`, one module a theme. Files are committed: they are the corpus, this is
how their awkward bytes were made. Expectations are written by hand, never taken from the program.
"""
import importlib
import pathlib
import shutil
import sys

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here))
sys.dont_write_bytecode = True

from cases import corpus, others  # noqa: E402

no_themes = ("corpus", "others", "__init__")
themes = sorted(p.stem for p in (here / "cases").glob("*.py") if p.stem not in no_themes)
for theme in themes:
    importlib.import_module(f"cases.{theme}")

folder = here / "files"
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir()
for case in corpus.cases:
    case.write(folder)
for name, data in others.files.items():
    (here / "others").mkdir(exist_ok=True)
    (here / "others" / name).write_bytes(data)
print(f"{len(corpus.cases)} files")
