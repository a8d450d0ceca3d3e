"""Times the same work in Assay and in other tools, each in processes of its own, taking turns.

Of every tool only the work is timed, not its start and not the reading of the file: of Assay a
line's own time and the processor time that more of that line takes (with writing the result as
JSON, which is long where there are a million groups), of the others the time around the call. All may use all cores. Figures are medians; a ratio below 1 says that Assay is faster.
"""

import json, os, statistics, subprocess, sys, tempfile, time

ASSAY = os.environ.get("ASSAY", ".build/release/assay")
ROWS = int(os.environ.get("ROWS", 1_000_000))
REPEATS = int(os.environ.get("REPEATS", 5))
INNER = 3  # so often in a process, where a line does its work anew each time


def spawn(arguments, text=""):
    """A program's output, wall and processor seconds, and its greatest memory in bytes."""
    with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile("w+") as said:
        given.write(text)
        given.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdin=given, stdout=said, stderr=subprocess.PIPE)
        complaint = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{arguments[0]} ended with {process.returncode}\n{complaint}")
        said.seek(0)
        return said.read(), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def run_lines(lines):
    text = "".join(line + "\n" for line in lines)
    output, wall, processor, memory = spawn([ASSAY, "run", "-", "--json"], text)
    return [json.loads(line)["seconds"] for line in output.splitlines()], wall, processor, memory


def assay(before, line, times):
    seconds, _, processor, _ = run_lines(before + [line] * times)
    _, _, without, _ = run_lines(before)
    return statistics.median(seconds[-times:]), (processor - without) / times


def other(path, before, work, times):
    code = (
        "import json, sys, time; path = sys.argv[1]\nimport numpy, pandas, polars, duckdb\n"
        f"{before}\ndef work():\n    return {work}\ntimes = []\nfor _ in range({times}):\n"
        "    a = time.perf_counter(), time.process_time()\n    work()\n"
        "    times.append((time.perf_counter() - a[0], time.process_time() - a[1]))\n"
        "print(json.dumps(times))"
    )
    # The last line: a tool may draw its progress before.
    times = json.loads(spawn([sys.executable, "-c", code, path])[0].splitlines()[-1])
    return tuple(statistics.median(values) for values in zip(*times))


def title(text):
    print(f"\n{text}\n{'':34}{'':14}{'wall':>9}{'cpu':>9}{'assay / it: wall':>19}{'cpu':>7}", flush=True)


def row(name, tool, figures, own=None):
    ratios = f"{own[0] / figures[0]:18.2f}×{own[1] / max(figures[1], 1e-9):6.2f}×" if own else ""
    print(f"{name:34}{tool:14}{figures[0]:9.4f}{figures[1]:9.4f}{ratios}", flush=True)


def median(rounds):
    return [statistics.median(values) for values in zip(*rounds)]


def compare(name, path, before, line, others, times=INNER):
    """`others`: by tool what it does beforehand, and the expression that is timed."""
    own, theirs = [], {tool: [] for tool in others}
    for _ in range(REPEATS):
        own.append(assay([f'load "{path}"', *before], line, times))
        for tool, (prepare, work) in others.items():
            theirs[tool].append(other(path, prepare, work, times))
    row(name, "assay", median(own))
    for tool, rounds in theirs.items():
        row("", tool, median(rounds), median(own))
