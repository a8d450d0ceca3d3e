"""Figures of tables in memory: summaries, frequencies, groups, correlations.

Every tool gets the work in the form that it is best at, and has to give the same exact figures:
quartiles by linear interpolation, sd with n - 1, all rows.
"""

import os
import data
from measure import ROWS, compare, title

POLARS = "c = polars.all(); d = polars.read_csv(path)"
DUCKDB = "d = duckdb.connect(); d.execute(f\"create table t as from read_csv('{path}')\")"
FIVE = (
    "[c.len().name.suffix('n'), c.null_count().name.suffix('g'), c.mean().name.suffix('a'), c.std().name.suffix('s'), "
    "c.min().name.suffix('l'), c.quantile(0.25, 'linear').name.suffix('q'), c.median().name.suffix('m'), "
    "c.quantile(0.75, 'linear').name.suffix('r'), c.max().name.suffix('h')]"
)
SHAPE = (
    "[c.n_unique().name.suffix('u'), c.skew(bias=False).name.suffix('k'), "
    "c.kurtosis(bias=False).name.suffix('x')]"
)
SQL_FIVE = (
    "count(COLUMNS(*)), avg(COLUMNS(*)), stddev_samp(COLUMNS(*)), min(COLUMNS(*)), max(COLUMNS(*)), "
    "quantile_cont(COLUMNS(*), [0.25, 0.5, 0.75])"
)
SQL_SHAPE = "count(distinct COLUMNS(*)), skewness(COLUMNS(*)), kurtosis(COLUMNS(*))"


def describe():
    title(f"describe, {ROWS:,} rows, 10 columns; assay always gives all of its figures")
    compare("all: distinct and shape too", data.numbers(ROWS), [], "describe", {
        "polars": (POLARS, f"d.select({FIVE} + {SHAPE})"),
        "duckdb": (DUCKDB, f"d.sql('select {SQL_FIVE}, {SQL_SHAPE} from t').fetchall()"),
        "polars, five": (POLARS, f"d.select({FIVE})"),
        "polars, own": (POLARS, "d.describe(interpolation='linear')"),
        "duckdb, five": (DUCKDB, f"d.sql('select {SQL_FIVE} from t').fetchall()"),
        "pandas, own": ("d = pandas.read_csv(path)", "d.describe()"),
    })


# Texts are dictionaries for all.
KEYED = POLARS + ".with_columns(polars.col('ten', 'thousand').cast(polars.Categorical))"
ENUMS = DUCKDB + "\n" + "\n".join(
    f"d.execute(\"create type {k}s as enum (select distinct {k} from t order by 1)\"); "
    f"d.execute('alter table t alter {k} type {k}s')" for k in ("ten", "thousand")
)


def freq():
    title(f"frequencies, {ROWS:,} rows; the most frequent first, or by value where all have a bar")
    for column in ("ten", "thousand", "hundred", "million", "value"):
        compare(f"freq {column}", data.keys(ROWS), [], f"freq {column}", {
            "polars": (KEYED, f"d['{column}'].value_counts(sort=True)"),
            "duckdb": (ENUMS, f"d.sql('select {column}, count(*) n from t group by 1 order by n desc').fetchnumpy()"),
        })


def group():
    title(f"groups, {ROWS:,} rows: count, mean, sd, median, min, max, sum of each, by key")
    v = "polars.col('value')"
    figures = (
        f"[polars.len().alias('n'), {v}.mean().alias('a'), {v}.std().alias('s'), {v}.median().alias('m'), "
        f"{v}.min().alias('l'), {v}.max().alias('h'), {v}.sum().alias('t')]"
    )
    sql = "count(value), avg(value), stddev_samp(value), median(value), min(value), max(value), sum(value)"
    for key in ("ten", "thousand", "million"):
        compare(f"by {key}", data.keys(ROWS), [], f"group value by {key}", {
            "polars": (KEYED, f"d.lazy().group_by('{key}').agg({figures}).sort('{key}').collect()"),
            "duckdb": (ENUMS, f"d.sql('select {key}, {sql} from t group by 1 order by 1').fetchnumpy()"),
        })


def corr():
    columns = int(os.environ.get("CORR_COLUMNS", 20))
    title(f"correlation, {ROWS:,} rows, {columns} columns")
    path = data.numbers(ROWS, columns)
    sums = ", ".join(f"corr(x{a}, x{b})" for a in range(columns) for b in range(a))
    pairs = f"[polars.corr(f'x{{a}}', f'x{{b}}').alias(f'{{a}} {{b}}') for a in range({columns}) for b in range(a)]"
    compare("Pearson", path, [], "corr", {
        "polars": (POLARS, f"d.select({pairs})"),
        "polars, own": (POLARS, "d.corr()"),
        "duckdb": (DUCKDB, f"d.sql('select {sums} from t').fetchall()"),
        "numpy": (POLARS + "; x = d.to_numpy().T.copy()", "numpy.corrcoef(x)"),
    })
    compare("Spearman", path, [], "corr spearman", {
        "polars": (POLARS, f"d.select(polars.all().rank()).select({pairs})"),
    })
