"""Reading files: time, memory, the first rows, and whether twice the rows take twice the time."""

import os, sys
import data
from measure import ASSAY, REPEATS, ROWS, median, row, run_lines, spawn, title

# What makes a whole table of a file: kinds found out, dates read.
LOAD = {
    "pandas": "pandas.read_csv(path)",
    "polars": "polars.read_csv(path, try_parse_dates=True)",
    "duckdb": "duckdb.connect().execute(f\"create table t as from read_csv('{path}')\")",
    "pyarrow": "pyarrow.csv.read_csv(path)",
}
IMPORTS = {"pandas": "pandas", "polars": "polars", "duckdb": "duckdb", "pyarrow": "pyarrow.csv"}
# One file after the other, so that each is in the file cache for all tools.
MEGABYTES = [int(size) for size in os.environ.get("LOAD_MB", "100").split()]


def others_load(tool, path):
    """Wall and processor seconds of the call, and the process's greatest memory."""
    code = (
        f"import sys, time, {IMPORTS[tool]}\npath = sys.argv[1]\na = time.perf_counter(), time.process_time()\n"
        f"t = {LOAD[tool]}\nprint(time.perf_counter() - a[0], time.process_time() - a[1])"
    )
    output, _, _, memory = spawn([sys.executable, "-c", code, path])
    # A progress bar may come before the figures.
    return (*map(float, output.split()[-2:]), memory)


def assays_load(path):
    """The line's own time; processor time of the whole process, hashing behind the load included."""
    seconds, _, processor, memory = run_lines([f'load "{path}"'])
    return seconds[0], processor, memory


def hashing(path):
    """Processor seconds that the digest of the file takes, which runs behind the load."""
    return spawn(["sha256sum", path])[2]


def load():
    for size in MEGABYTES:
        for name, path in (("mixed kinds", data.mixed(size * 10_500)), ("numbers", data.digits(size * 8_500))):
            bytes = os.path.getsize(path)
            title(f"load, {name}, {bytes / 1e6:,.0f} MB")
            own, theirs = [], {tool: [] for tool in LOAD}
            for _ in range(REPEATS):
                own.append(assays_load(path))
                for tool in LOAD:
                    theirs[tool].append(others_load(tool, path))
            ours = median(own)
            row(f"memory {ours[2] / bytes:.2f} × the file", "assay", ours)
            for tool, rounds in theirs.items():
                figures = median(rounds)
                row(f"memory {figures[2] / bytes:.2f}", tool, figures, ours)
            print(f"{'sha256 of the file, processor s':34}{'sha256sum':14}{'':9}{hashing(path):9.4f}")


def first():
    """Processor time from the start until the workbench has drawn the first rows of a great file."""
    from terminal import Terminal

    path = os.path.abspath(data.digits(max(MEGABYTES) * 8_500))
    times = []
    for _ in range(REPEATS):
        terminal = Terminal([os.path.abspath(ASSAY), path])
        terminal.wait("the first 10")  # above the rows, while the rest is read
        times.append(terminal.processor_time() / 1000)
        terminal.close()
    print(f"\nfirst rows of {os.path.getsize(path) / 1e6:,.0f} MB, processor s {median([[t] for t in times])[0]:9.4f}")


def linear():
    print(f"\nseconds per million rows{'':11}" + "".join(f"{n:>10} M" for n in (1, 2, 4, 8)))
    lines = {"load": None, "describe": "describe", "corr": "corr", "corr spearman": "corr spearman"}
    figures = {name: [] for name in lines}
    for millions in (1, 2, 4, 8):
        load = f'load "{data.numbers(millions * ROWS)}"'
        rounds = {name: [] for name in lines}
        for _ in range(REPEATS):
            seconds = run_lines([load] + [line for line in lines.values() if line])[0]
            for name, second in zip(lines, seconds):
                rounds[name].append([second])
        for name in lines:
            figures[name].append(median(rounds[name])[0] / millions / (ROWS / 1e6))
    for name, values in figures.items():
        print(f"{name:34}" + "".join(f"{value:12.4f}" for value in values))
