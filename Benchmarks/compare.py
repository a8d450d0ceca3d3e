"""Assay beside pandas, Polars, DuckDB and scikit-learn: the same work, the same file, one run.

Every measurement is a process of its own. Of the others, only the work is timed, not the imports; of
Assay, a line's own time, and as processor time what the process takes more than one without that line.
All tools may use all cores. Medians; the ratio is Assay's wall time to the other's, so below 1 is faster.
"""

import json, os, pty, resource, select, statistics, subprocess, sys, time

PLACE = sys.argv[1]
ROWS = int(os.environ.get("ROWS", 1_000_000))
REPEATS = int(os.environ.get("REPEATS", 5))
ASSAY = ".build/release/assay"
MIXED, NUMBERS, LABELLED = (f"{PLACE}/{name}-{ROWS}.csv" for name in ("mixed", "numbers", "labelled"))

LOAD = {
    "pandas": "d = pandas.read_csv(path)",
    "polars": "d = polars.read_csv(path, try_parse_dates=True)",
    "duckdb": "d = duckdb.connect(); d.execute(f\"create table t as from read_csv('{path}')\")",
}
QUARTILES = "quantile_cont(COLUMNS(*), [0.25, 0.5, 0.75])"
MOMENTS = "avg(COLUMNS(*)), stddev_samp(COLUMNS(*)), min(COLUMNS(*)), max(COLUMNS(*))"
# Name, file, Assay's lines before and in question, and for each other tool the same.
WORK = [
    ("load, mixed kinds", MIXED, [], "", {name: ("", code) for name, code in LOAD.items()}),
    ("load, numbers", NUMBERS, [], "", {name: ("", code) for name, code in LOAD.items()}),
    ("describe, exact", NUMBERS, [], "describe", {
        "pandas": (LOAD["pandas"], "d.describe()"),
        "polars": (LOAD["polars"], "d.describe(interpolation='linear')"),
        "duckdb": (LOAD["duckdb"], f"d.sql('select {MOMENTS}, {QUARTILES} from t').fetchall()"),
    }),
    ("correlation, Pearson", NUMBERS, [], "corr", {
        "pandas": (LOAD["pandas"], "d.corr()"),
        "polars": (LOAD["polars"], "d.corr()"),
    }),
    ("logistic, 50,000 rows", LABELLED, ["target y", "split 50/50 seed=1", "validate kfold folds=2"],
     "train logistic", {"scikit-learn": (
         LOAD["pandas"] + "; import sklearn.linear_model as m; from sklearn.model_selection import KFold; "
         "d = d[:50_000]; X = d.drop(columns='y').to_numpy(); y = d.y.to_numpy()",
         "[m.LogisticRegression(max_iter=200).fit(X[a], y[a]).predict_proba(X[b]) "
         "for a, b in KFold(2, shuffle=True).split(X)]")}),
    ("forest, 100 trees, houses", "samples/ohio_houses.csv",
     ["target price", "drop :category sale_date", "split 99/1 seed=1", "validate kfold folds=2"],
     "train forest", {"scikit-learn": (
         LOAD["pandas"] + "; import sklearn.ensemble as m; from sklearn.model_selection import KFold; "
         "d = d.select_dtypes('number'); X = d.drop(columns='price').to_numpy(); y = d.price.to_numpy()",
         "[m.RandomForestRegressor(100, n_jobs=-1).fit(X[a], y[a]).predict(X[b]) "
         "for a, b in KFold(2, shuffle=True).split(X)]")}),
]


def make_data():
    import numpy, pandas

    if all(map(os.path.exists, (MIXED, NUMBERS, LABELLED))):
        return
    r = numpy.random.default_rng(0)
    pandas.DataFrame(r.normal(size=(ROWS, 10)).round(6), columns=[f"x{i}" for i in range(10)]).to_csv(NUMBERS, index=False)
    days = numpy.datetime64("2020-01-01") + r.integers(0, 2000, ROWS)
    pandas.DataFrame({
        "id": numpy.arange(ROWS), "day": days, "shop": r.choice(["north", "south", "east, far", "west"], ROWS),
        "item": r.integers(0, 5000, ROWS).astype(str) + numpy.array("-a"), "price": r.lognormal(3, 1, ROWS).round(2),
        "count": r.integers(0, 50, ROWS), "rate": numpy.where(r.random(ROWS) < 0.1, numpy.nan, r.random(ROWS).round(4)),
    }).to_csv(MIXED, index=False)
    x = r.normal(size=(100_000, 20))
    labelled = pandas.DataFrame(x.round(6), columns=[f"x{i}" for i in range(20)])
    labelled["y"] = (x @ r.normal(size=20) + r.logistic(size=len(x)) > 0).astype(int)
    labelled.to_csv(LABELLED, index=False)


def children(run):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def assay(lines):
    """The last line's own time, and the whole process's processor time."""
    text = "".join(line + "\n" for line in lines)
    run = lambda: subprocess.run([ASSAY, "run", "-", "--json"], input=text, text=True, capture_output=True, check=True)
    done, processor = children(run)
    return json.loads(done.stdout.splitlines()[-1])["seconds"], processor


def other(path, before, work):
    code = (
        "import sys, time; path = sys.argv[1]\nimport pandas, polars, duckdb\n"
        f"{before}\na = time.perf_counter(), time.process_time()\n{work}\n"
        "print(time.perf_counter() - a[0], time.process_time() - a[1])"
    )
    out = subprocess.run([sys.executable, "-c", code, path], text=True, capture_output=True, check=True).stdout
    return tuple(map(float, out.split()))


def medians(measure):
    return [statistics.median(values) for values in zip(*(measure() for _ in range(REPEATS)))]


def first_paint():
    """From the start of the process to the first picture, and the processor time until Ctrl-Q ends it."""
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(ASSAY, [ASSAY, "samples/penguins_raw.csv"])
    painted, seen = None, b""
    while painted is None and select.select([terminal], [], [], 10)[0]:
        seen += os.read(terminal, 65536)
        if b"Ctrl-P" in seen:  # the footer, which is painted last
            painted = time.perf_counter() - started
    time.sleep(0.3)
    os.write(terminal, b"\x11n")  # leave, without saving
    deadline = time.time() + 5
    while True:
        ended, _, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return painted, usage.ru_utime + usage.ru_stime
        if time.time() > deadline:
            os.kill(child, 9)
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                pass


def main():
    make_data()
    print(f"{ROWS:,} rows, {os.cpu_count()} cores, median of {REPEATS}; wall and processor seconds")
    wall, processor = medians(first_paint)
    print(f"\nstart to first paint  assay {wall:8.3f} {processor:8.3f} (to the end)\n")
    print(f"{'':28}{'':14}{'wall':>8}{'cpu':>8}{'assay / it':>12}")
    for name, path, before, line, others in WORK:
        lines = [f'load "{path}"', *before] + ([line] if line else [])
        own = medians(lambda: assay(lines))
        if line:
            own[1] -= medians(lambda: assay(lines[:-1]))[1]
        print(f"{name:28}{'assay':14}{own[0]:8.3f}{own[1]:8.3f}")
        for tool, (prepare, work) in others.items():
            theirs = medians(lambda: other(path, prepare, work))
            print(f"{'':28}{tool:14}{theirs[0]:8.3f}{theirs[1]:8.3f}{own[0] / theirs[0]:11.2f}×")


main()
