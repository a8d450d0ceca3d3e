"""Reference tables for the table verbs, from pandas.

    python Tests/Oracles/make_tables.py

writes tables/sales.csv, tables/shops.csv, tables/wide.csv and tables.json: for each case the lines
of a session and the table that pandas has after them, column by column.
"""

import json
import pathlib

import numpy as np
import pandas as pd

here = pathlib.Path(__file__).parent
folder = here / "tables"
rng = np.random.default_rng(20240131)


def make_data():
    count = 120
    sales = pd.DataFrame(
        {
            "shop": rng.choice(["north", "south", "east", "wést", None], count, p=[0.3, 0.3, 0.2, 0.15, 0.05]),
            "day": pd.Timestamp("2024-01-01") + pd.to_timedelta(rng.integers(0, 40, count), unit="D"),
            "item": rng.choice(["apples", "pears", "plums"], count),
            "units": pd.array(rng.integers(0, 12, count), dtype="Int64"),
            "price": np.round(rng.gamma(3, 2, count), 2),
        }
    )
    sales.loc[rng.choice(count, 9, replace=False), "price"] = np.nan
    sales.loc[rng.choice(count, 6, replace=False), "units"] = pd.NA
    sales = pd.concat([sales, sales.iloc[[3, 17, 17]]], ignore_index=True)
    sales.to_csv(folder / "sales.csv", index=False, date_format="%Y-%m-%d")
    shops = pd.DataFrame(
        {
            "code": ["south", "east", "centre", "north", "north", None],
            "town": ["Aa", "Bb", "Cc", "Dd", "Ee", "Ff"],
            "price": [1.5, 2.5, 3.5, 4.5, 5.5, 6.5],
        }
    )
    shops.to_csv(folder / "shops.csv", index=False)
    towns = shops.drop_duplicates("code").dropna(subset=["code"])[["code", "town"]]
    towns.to_csv(folder / "towns.csv", index=False)
    wide = pd.DataFrame({"id": [1, 2, 3, 4], "a": [1, 2, 3, 4], "b": [0.5, None, 1.5, 2.0], "ok": [True, False, True, None]})
    wide.to_csv(folder / "wide.csv", index=False)


def read(name):
    frame = pd.read_csv(folder / f"{name}.csv")
    if "day" in frame:
        frame["day"] = pd.to_datetime(frame["day"])
    if "units" in frame:
        frame["units"] = frame["units"].astype("Int64")
    return frame


def cells(column):
    out = []
    for value in column:
        if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and np.isnan(value)):
            out.append(None)
        elif isinstance(value, pd.Timestamp):
            out.append(value.strftime("%Y-%m-%d"))
        elif isinstance(value, (bool, np.bool_)):
            out.append(bool(value))
        elif isinstance(value, (int, np.integer)):
            out.append(int(value))
        elif isinstance(value, (float, np.floating)):
            out.append(float(value))
        else:
            out.append(str(value))
    return out


cases = []


def case(name, lines, frame):
    cases.append(
        {
            "name": name,
            "lines": lines,
            "columns": [{"name": str(c), "values": cells(frame[c])} for c in frame.columns],
        }
    )


def load(name, other=None):
    path = f'load "Tests/Oracles/tables/{name}.csv"'
    return path + (f" as={other}" if other else "")


def last_missing(frame, keys, ascending):
    return frame.sort_values(keys, ascending=ascending, kind="stable", na_position="last")


make_data()
sales, shops, towns, wide = read("sales"), read("shops"), read("towns"), read("wide")

# pandas sorts several keys with one rule for missing values: last, as here.
case("sort, two keys", [load("sales"), "sort shop -price"], last_missing(sales, ["shop", "price"], [True, False]))
case("sort, dates downwards", [load("sales"), "sort -day units"], last_missing(sales, ["day", "units"], [False, True]))
case("dedupe, whole rows", [load("sales"), "dedupe"], sales.drop_duplicates())
case("dedupe, keys, last", [load("sales"), "dedupe shop item keep=last"], sales.drop_duplicates(["shop", "item"], keep="last"))

# Missing keys match each other in pandas, never here: they are taken out before and put back.
def joined(how):
    left = sales.assign(row=range(len(sales)))
    right = shops.assign(other=range(len(shops)))
    keyed_left, keyed_right = left.dropna(subset=["shop"]), right.dropna(subset=["code"])
    inner = keyed_left.merge(keyed_right, left_on="shop", right_on="code", suffixes=("", "_shops"))
    inner = inner.sort_values(["row", "other"])
    parts = [inner]
    if how in ("left", "full"):
        parts.append(left[~left["row"].isin(inner["row"])])
    both = pd.concat(parts).sort_values(["row", "other"], kind="stable")
    if how in ("right", "full"):
        alone = right[~right["other"].isin(inner["other"])]
        alone = alone.rename(columns={"price": "price_shops"}).assign(shop=alone["code"])
        both = pd.concat([both, alone])
    both = both.rename(columns={"price_shops": "shops.price"})
    return both[["shop", "day", "item", "units", "price", "town", "shops.price"]]


for how in ["inner", "left", "right", "full"]:
    case(f"join, {how}", [load("sales"), load("shops", "shops"), f"join shops on=shop=code kind={how}"], joined(how))
known = sales["shop"].isin(shops["code"].dropna())
case("join, semi", [load("sales"), load("shops", "shops"), "join shops on=shop=code kind=semi"], sales[known])
case("join, anti", [load("sales"), load("shops", "shops"), "join shops on=shop=code kind=anti"], sales[~known])
case(
    "lookup",
    [load("sales"), load("towns", "towns"), "lookup towns on=shop=code town"],
    sales.assign(town=sales["shop"].map(towns.set_index("code")["town"])),
)

by = sales.groupby("shop", dropna=False, sort=True)
case(
    "aggregate",
    [
        load("sales"),
        "aggregate n=count() known=count(price) kinds=distinct(item) units=sum(units) mean(price) sd(price) q1(price)"
        " median(price) q3(price) first=min(day) last=max(day) spread=max(price)-min(price) by shop",
    ],
    pd.DataFrame(
        {
            "n": by.size(),
            "known": by["price"].count(),
            "kinds": by["item"].nunique(),
            "units": by["units"].sum(),
            "price.mean": by["price"].mean(),
            "price.sd": by["price"].std(),
            "price.q1": by["price"].quantile(0.25),
            "price.median": by["price"].median(),
            "price.q3": by["price"].quantile(0.75),
            "first": by["day"].min(),
            "last": by["day"].max(),
            "spread": by["price"].max() - by["price"].min(),
        }
    ).reset_index(),
)
two = sales.dropna(subset=["shop"]).assign(month=sales["day"].dt.month).groupby(["shop", "month"])
case(
    "aggregate, two keys, one computed",
    [load("sales"), "filter shop is not missing", "aggregate earned=sum(units*price) by shop (month(day))"],
    two.apply(lambda g: (g["units"] * g["price"]).sum()).rename("earned").reset_index().rename(columns={"month": "month(day)"}),
)

ordered = sales.sort_values("day", kind="stable")
groups = ordered.groupby("shop", dropna=False)
case(
    "compute over groups in order",
    [
        load("sales"),
        "compute before = lag(units) by shop order=day",
        "compute third = lead(price, 3) by shop order=day",
        "compute change = diff(price) by shop order=day",
        "compute gap = diff(day) by shop order=day",
        "compute total = cumsum(units) by shop order=day",
        "compute average = cummean(price) by shop order=day",
        "compute opening = first(price) by shop order=day",
        "compute share = units / sum(units) by shop",
        "compute off = price - mean(price) by shop",
        "compute place = rank(-price) by shop",
        "compute overall = rank(item)",
    ],
    sales.assign(
        before=groups["units"].shift(1),
        third=groups["price"].shift(-3),
        change=groups["price"].diff(),
        gap=groups["day"].diff() / pd.Timedelta(days=1),
        total=groups["units"].transform(lambda u: u.fillna(0).cumsum()).where(ordered["units"].notna()),
        average=groups["price"].transform(lambda p: p.expanding().mean()).where(ordered["price"].notna()),
        opening=groups["price"].transform("first"),
        share=sales["units"].astype(float) / by["units"].transform("sum").astype(float),
        off=sales["price"] - by["price"].transform("mean"),
        place=by["price"].rank(ascending=False),
        overall=sales["item"].rank(),
    ),
)

some = sales.dropna(subset=["shop"])
table = some.pivot_table(index="shop", columns="item", values="price", aggfunc="mean").reset_index()
case("pivot, mean", [load("sales"), "filter shop is not missing", "pivot item price by shop values=mean"], table)
count = some.pivot_table(index="day", columns="shop", values="price", aggfunc="count", fill_value=0).reset_index()
# pandas leaves out keys without any value.
count = some.groupby(["day", "shop"])["price"].count().unstack(fill_value=0).reset_index()
case(
    "pivot, count, filled",
    [load("sales"), "filter shop is not missing", "pivot shop price by day values=count fill=0"],
    count,
)
long = wide.assign(ok=wide["ok"].map({True: 1.0, False: 0.0}))
long = long.melt(id_vars="id", value_vars=["a", "b", "ok"]).assign(
    place=lambda f: f.groupby("variable").cumcount()
)
long = long.sort_values("place", kind="stable")[["id", "variable", "value"]]
case("unpivot", [load("wide"), "unpivot a b ok"], long)

(here / "tables.json").write_text(json.dumps({"cases": cases}, indent=1, ensure_ascii=False) + "\n")
print(len(cases), "cases")
