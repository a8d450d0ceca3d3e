"""Reference numbers for Tests/StatisticsTests, from pandas, numpy and scipy over samples/.

Run in this folder: python3 make_statistics.py
"""

import json
import math
import pathlib

import numpy
import pandas
import scipy.stats

here = pathlib.Path(__file__).parent
samples = sorted((here / "../../samples").glob("*.csv"))


def plain(value):
    value = float(value)
    return None if math.isnan(value) else value


def bounds(values, lower, upper):
    return {
        "lower": plain(lower), "upper": plain(upper),
        "below": int((values < lower).sum()), "above": int((values > upper).sum()),
    }


def number(column):
    values = column.dropna().astype(float)
    q1, median, q3 = (values.quantile(p) for p in (0.25, 0.5, 0.75))
    spread = values.nunique() > 1
    counts, edges = numpy.histogram(values, bins=10)
    mad = scipy.stats.median_abs_deviation(values, scale="normal")
    result = {
        "name": column.name, "count": len(values), "missing": int(column.isna().sum()),
        "distinct": int(values.nunique()), "mean": plain(values.mean()), "sd": plain(values.std()),
        "min": plain(values.min()), "q1": plain(q1), "median": plain(median), "q3": plain(q3),
        "max": plain(values.max()),
        "skewness": plain(scipy.stats.skew(values, bias=False)) if spread else None,
        "kurtosis": plain(scipy.stats.kurtosis(values, bias=False)) if spread else None,
        "edges": [float(edge) for edge in edges], "counts": [int(count) for count in counts],
        "iqr": bounds(values, q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)) if q3 > q1 else None,
        "zscore": bounds(values, values.mean() - 3 * values.std(), values.mean() + 3 * values.std())
        if spread else None,
        "mad": bounds(values, median - 3.5 * mad, median + 3.5 * mad) if mad > 0 else None,
    }
    if spread:
        assert math.isclose(result["skewness"], values.skew(), rel_tol=1e-9)
        assert math.isclose(result["kurtosis"], values.kurt(), rel_tol=1e-9)
    return result


def other(column):
    counts = column.value_counts()
    tied = sorted(counts[counts == counts.max()].index, key=lambda text: text.encode())
    return {
        "name": column.name, "count": int(column.notna().sum()),
        "missing": int(column.isna().sum()), "distinct": int(column.nunique()),
        "top": tied[0], "topCount": int(counts.max()),
    }


def matrix(frame, method):
    return [[plain(cell) for cell in row] for row in frame.corr(method=method).to_numpy()]


def patterns(frame):
    found = frame.isna().value_counts()
    names = list(frame.columns)
    return [
        {"columns": [name for name, absent in zip(names, key) if absent], "rows": int(count)}
        for key, count in found.items()
    ]


def table(path):
    frame = pandas.read_csv(path)
    numbers = frame.select_dtypes("number")
    others = frame.select_dtypes(exclude="number")
    return {
        "name": path.stem, "rows": len(frame),
        "numbers": [number(numbers[name]) for name in numbers],
        "others": [other(others[name]) for name in others],
        "pearson": matrix(numbers, "pearson"), "spearman": matrix(numbers, "spearman"),
        "patterns": patterns(frame),
    }


tables = [table(path) for path in samples]
(here / "statistics.json").write_text(json.dumps(tables, indent=1, allow_nan=False) + "\n")
