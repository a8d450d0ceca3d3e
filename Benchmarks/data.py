"""Files to measure with, each made once, the same ones everywhere (numpy's seeded generators).

A process of its own makes them: a process's greatest memory counts from that of the one which
started it, and the one that measures has to stay small.
"""

import os, subprocess, sys

PLACE = os.environ.get("BENCH_PLACE", ".build-bench")
MADE = {}
LETTERS = ["red", "green", "blue", "yellow and some more", "violet"]


def once(make):
    MADE[make.__name__] = make

    def path(rows, *more):
        name = f"{PLACE}/{'-'.join([make.__name__, *map(str, more)])}-{rows}.csv"
        if not os.path.exists(name):
            subprocess.run([sys.executable, __file__, name, make.__name__, str(rows), *map(str, more)], check=True)
        return name
    return path


@once
def numbers(r, rows, columns=10):
    """Of a normal distribution, six decimals, as measurements have."""
    return polars.DataFrame({f"x{i}": r.normal(size=rows).round(6) for i in range(columns)})


@once
def digits(r, rows):
    """Whole numbers, and doubles with as many digits as they have: 110 bytes a row."""
    values = {f"x{i}": r.normal(size=rows).round(6 if i < 5 else 15) * (1000 if i % 3 == 0 else 1) for i in range(8)}
    return polars.DataFrame(values | {"n": r.integers(0, 100_000, rows), "id": numpy.arange(rows)})


@once
def mixed(r, rows):
    """Every kind, quoted texts, gaps: 95 bytes a row."""
    shops = numpy.array(["north", "south", "east, far", "west", 'the "old" one'])
    rate = r.random(rows).round(4)
    return polars.DataFrame({
        "id": numpy.arange(rows),
        "day": (numpy.datetime64("2020-01-01") + r.integers(0, 2000, rows)).astype("datetime64[ms]"),
        "shop": shops[r.integers(0, 5, rows)],
        "item": numpy.char.add(r.integers(0, 50_000, rows).astype(str), "-a"),
        "price": r.lognormal(3, 1, rows).round(2), "count": r.integers(0, 50, rows),
        "rate": polars.Series(rate).set(polars.Series(rate < 0.1), None), "ok": r.random(rows) < 0.5,
        "colour": numpy.array(LETTERS)[r.integers(0, 5, rows)],
        "at": numpy.datetime64("2024-01-01T00:00:00", "ms") + r.integers(0, 10**7, rows).astype("timedelta64[s]"),
        "note": polars.Series(numpy.char.add("said, ", r.integers(0, 10**6, rows).astype(str))).set(
            polars.Series(r.random(rows) < 0.3), None),
    }).with_columns(polars.col("day").cast(polars.Date))


@once
def keys(r, rows):
    """Keys of ten, a thousand and a million different values, and a number to summarise."""
    return polars.DataFrame({
        "ten": numpy.char.add("k", r.integers(0, 10, rows).astype(str)),
        "thousand": numpy.char.add("k", r.integers(0, 1000, rows).astype(str)),
        "million": r.integers(0, 1_000_000, rows), "hundred": r.integers(0, 100, rows),
        "value": r.normal(size=rows).round(6),
    })


@once
def labelled(r, rows):
    x = r.normal(size=(rows, 20))
    y = (x @ r.normal(size=20) + r.logistic(size=rows) > 0).astype(int)
    return polars.DataFrame({f"x{i}": x[:, i].round(6) for i in range(20)} | {"y": y})


if __name__ == "__main__":
    import numpy, polars

    path, name, *counts = sys.argv[1:]
    frame = MADE[name](numpy.random.default_rng(1), *map(int, counts))
    frame.write_csv(path + ".part", datetime_format="%Y-%m-%dT%H:%M:%S")
    os.rename(path + ".part", path)
