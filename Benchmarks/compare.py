"""The parts that are named, or those of `make bench`: see Benchmarks/run."""

import os, sys
import figures, measure, models, tables

PARTS = {
    "load": tables.load, "first": tables.first, "linear": tables.linear, "describe": figures.describe,
    "freq": figures.freq, "group": figures.group, "corr": figures.corr, "models": models.models,
}
STANDARD = ["load", "describe", "freq", "group", "corr", "models"]

chosen = [part for part in sys.argv[1:] if part != "terminal"] or (STANDARD if len(sys.argv) == 1 else [])
for part in chosen:
    if part not in PARTS:
        sys.exit(f"no part '{part}' (known: {', '.join([*PARTS, 'terminal'])})")
print(f"{os.cpu_count()} cores, medians of {measure.REPEATS}; wall and processor seconds")
for part in chosen:
    PARTS[part]()
