"""Groups and their figures by pandas, over the samples: groups.json.

A group's values are summed up as text where they aren't numbers, so that one list holds all.
"""
import json
import pathlib

import numpy
import pandas

root = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = [
    ("penguins_raw", ["Species"], ["Body Mass (g)", "Culmen Length (mm)", "Island", "Sex", "Date Egg"]),
    ("penguins_raw", ["Island", "Sex"], ["Body Mass (g)", "Culmen Length (mm)", "Clutch Completion"]),
    ("penguins_raw", ["Body Mass (g)"], ["Flipper Length (mm)"]),
    ("penguins_raw", ["Date Egg", "Culmen Depth (mm)"], ["Body Mass (g)", "Sex"]),
    ("german_credit", ["housing", "job", "age"], ["credit_amount", "duration", "purpose"]),
]


def quantile(share):
    return lambda values: values.quantile(share)


NUMERIC = {"sum": lambda v: v.sum(), "mean": lambda v: v.mean(), "sd": lambda v: v.std(), "q1": quantile(0.25),
           "median": quantile(0.5), "q3": quantile(0.75)}
ANY = {"count": lambda v: v.count(), "distinct": lambda v: v.nunique(), "missing": lambda v: v.isna().sum(),
       "min": lambda v: v.dropna().min() if v.notna().any() else None,
       "max": lambda v: v.dropna().max() if v.notna().any() else None,
       "first": lambda v: v.dropna().iloc[0] if v.notna().any() else None,
       "last": lambda v: v.dropna().iloc[-1] if v.notna().any() else None}


def plain(value):
    if value is None or value is pandas.NaT or isinstance(value, float) and numpy.isnan(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return str(value.date())
    if isinstance(value, (bool, numpy.bool_)):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return float(value)


def main():
    cases = []
    for name, keys, columns in WORK:
        frame = pandas.read_csv(root / f"samples/{name}.csv")
        if "Date Egg" in frame:
            frame["Date Egg"] = pandas.to_datetime(frame["Date Egg"])
        groups = frame.groupby(keys, dropna=False, sort=True)
        firsts = groups.indices  # noqa: F841 (shows a wrong key early)
        parts = [part for _, part in groups]
        figures = []
        for column in columns:
            isNumber = pandas.api.types.is_numeric_dtype(frame[column])
            for figure, work in {**ANY, **(NUMERIC if isNumber else {})}.items():
                figures.append({"column": column, "aggregate": figure, "values": [plain(work(p[column])) for p in parts]})
        cases.append({"name": name, "keys": keys, "firsts": [int(p.index[0]) for p in parts],
                      "sizes": [len(p) for p in parts], "figures": figures})
    (root / "Tests/Oracles/groups.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")


main()
