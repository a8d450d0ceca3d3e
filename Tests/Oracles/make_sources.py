#!/usr/bin/env python3
"""Writes Tests/Oracles/sources: files of several formats, and sources.json: what pandas (with
openpyxl, sqlite3 and pyarrow below it) reads from them.

A column is its name, its kind and its values as texts, null where one is missing.
"""
import gzip
import io
import json
import pathlib
import sqlite3
import zipfile
import datetime as dt

import openpyxl
import pandas as pd

here = pathlib.Path(__file__).resolve().parent / "sources"
here.mkdir(exist_ok=True)
expected = {}


def text(value, kind):
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if kind == "datetime":
        return pd.Timestamp(value).isoformat() + "Z"
    if kind == "boolean":
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    if kind == "number":
        return repr(value) if isinstance(value, float) else str(value)
    return str(value)


def expect(name, frame, kinds):
    expected[name] = [
        {"name": str(column), "kind": kind,
         "values": [text(v, kind) for v in frame[column].astype(object)]}
        for column, kind in zip(frame.columns, kinds, strict=True)]


def gzipped():
    csv = "id,city,when\n" + "".join(f"{i},{'Ulm' if i % 2 else 'Zug'},2024-01-{i % 28 + 1:02}\n"
                                     for i in range(1, 501))
    (here / "days.csv.gz").write_bytes(gzip.compress(csv.encode(), mtime=0))
    cut = len(csv) // 2
    (here / "members.csv.gz").write_bytes(
        gzip.compress(csv[:cut].encode(), mtime=0) + gzip.compress(csv[cut:].encode(), mtime=0))
    for name in ("days.csv.gz", "members.csv.gz"):
        frame = pd.read_csv(here / name, parse_dates=["when"])
        expect(name, frame, ["number", "category", "datetime"])


def json_files():
    rows = [
        {"id": 1, "big": 9007199254740993, "x": 1.5, "ok": True, "when": "2024-01-31T10:20:30Z",
         "zip": "00501", "tags": ["a", {"b": 1}], "home": {"city": "Köln", "at": {"lat": 50.9}}},
        {"id": 2, "big": -9223372036854775808, "x": 2, "ok": False, "when": "2024-02-01",
         "zip": "10115", "tags": [], "home": {"city": "Zürich", "at": {"lat": None}}},
        {"id": 3, "big": 9223372036854775807, "x": None, "ok": None, "when": None, "zip": "3",
         "home": None, "extra": "quote \" and \\ and \n and 😀"},
    ]
    lines = "".join(json.dumps(row, ensure_ascii=i != 2) + "\n" for i, row in enumerate(rows))
    (here / "people.jsonl").write_text(lines)
    (here / "people.json").write_text(json.dumps(rows, indent=2))
    (here / "held.json").write_text(json.dumps({"count": 3, "data": rows}))
    flat = pd.json_normalize(rows)
    flat["id"] = pd.Series([1, 2, 3], dtype=object)
    flat["big"] = pd.Series([row["big"] for row in rows], dtype=object)
    flat["when"] = pd.to_datetime(flat["when"], format="ISO8601", utc=True).dt.tz_localize(None)
    order = ["id", "big", "x", "ok", "when", "zip", "tags", "home.city", "home.at.lat", "extra"]
    kinds = ["number", "number", "number", "boolean", "datetime", "text", "text", "text", "number",
             "text"]
    for name in ("people.jsonl", "people.json", "held.json"):
        expect(name, flat[order], kinds)


def database():
    path = here / "shop.db"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as db:
        db.executescript("""
            create table orders (id integer primary key, customer text, total real, placed datetime,
                                 big integer, paid boolean, note blob);
            create table customers (name text, city text);
            create view large as select id, total from orders where total > 15;
        """)
        db.executemany("insert into orders values (?,?,?,?,?,?,?)", [
            (1, "Ada", 10.5, "2024-01-31 10:20:30", 9223372036854775807, 1, b"\x00\xff"),
            (2, "Bob", 20, "2024-02-01", -9223372036854775808, 0, None),
            (3, None, None, None, None, None, b"ab"),
            (4, "Ada", 30.25, "2024-02-03 00:00:00", 9007199254740993, 1, None)])
        db.execute("insert into customers values ('Ada', 'Ulm')")
    with sqlite3.connect(path) as db:
        cursor = db.execute("select * from orders")
        # As objects: pandas itself would read whole numbers beside missing ones as doubles.
        frame = pd.DataFrame(cursor.fetchall(), columns=[c[0] for c in cursor.description],
                             dtype=object)
        frame["placed"] = pd.to_datetime(frame["placed"], format="ISO8601")
        frame["note"] = [None if v is None else "x'" + v.hex() + "'" for v in frame["note"]]
        expect("shop.db orders", frame,
               ["number", "text", "number", "datetime", "number", "number", "text"])
        expect("shop.db large", pd.read_sql("select * from large", db), ["number", "number"])
        expect("shop.db query",
               pd.read_sql("select customer, count(*) as n from orders group by customer", db),
               ["text", "number"])


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sales"
    sheet.append(["name", "n", "share", "day", "at", "ok", "formula", "fault", "inline"])
    for i in range(1, 9):
        sheet.append(["A & <B>" if i % 2 else "Ünal", i, i / 8, dt.date(2024, 1, i),
                      dt.datetime(2024, 1, i, 10, 20, 30), i % 2 == 0, f"=B{i + 1}*2",
                      "#N/A" if i == 3 else i, "x"])
    sheet["B4"].value = None
    second = book.create_sheet("Second sheet")
    second["C4"], second["D4"], second["C5"], second["D5"] = "key", "value", "a", 1
    second["C6"], second["D6"] = "b", 2
    second.merge_cells("C6:C7")
    second["D7"] = 3
    hidden = book.create_sheet("Hidden", 0)
    hidden["A1"] = "secret"
    hidden.sheet_state = "hidden"
    raw = io.BytesIO()
    book.save(raw)
    # openpyxl writes no cached values: put them there as Excel does, and one text inline.
    with zipfile.ZipFile(raw) as given, \
            zipfile.ZipFile(here / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
        for entry in given.infolist():
            data = given.read(entry)
            if b"<f>" in data:
                for i in range(1, 9):
                    data = data.replace(f"<f>B{i + 1}*2</f><v></v>".encode(),
                                        f"<f>B{i + 1}*2</f><v>{i * 2}</v>".encode())
                    data = data.replace(f"<f>B{i + 1}*2</f><v />".encode(),
                                        f"<f>B{i + 1}*2</f><v>{i * 2}</v>".encode())
            info = zipfile.ZipInfo(entry.filename, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)
    frame = pd.read_excel(here / "book.xlsx", sheet_name="Sales", dtype={"formula": object})
    frame["n"] = pd.Series([None if v != v else int(v) for v in frame["n"]], dtype=object)
    frame["fault"] = pd.Series([None if v != v else int(v) for v in frame["fault"]], dtype=object)
    expect("book.xlsx", frame,
           ["category", "number", "number", "datetime", "datetime", "boolean", "number", "number",
            "category"])
    old = openpyxl.Workbook()
    old.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    old.active.append(["day"])
    old.active.append([dt.date(1999, 12, 31)])
    old.active.append([dt.date(2024, 2, 29)])
    old.save(here / "mac.xlsx")
    expect("mac.xlsx", pd.read_excel(here / "mac.xlsx"), ["datetime"])


def broken_workbooks():
    """Of mac.xlsx, with one part replaced: entities that grow to 10^9 letters, a tag not closed, a
    part whose check sum is another's, and a method of packing that Excel doesn't use."""
    with zipfile.ZipFile(here / "mac.xlsx") as given:
        parts = {entry.filename: given.read(entry) for entry in given.infolist()}

    def write(name, part, data, method=zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(here / name, "w") as out:
            for path, given in parts.items():
                info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
                info.compress_type = method if path == part else zipfile.ZIP_DEFLATED
                out.writestr(info, data if path == part else given)

    sheet = "xl/worksheets/sheet1.xml"
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<!DOCTYPE worksheet [<!ENTITY e0 "x">{entities}]><worksheet>&e9;</worksheet>'
    write("bomb.xlsx", sheet, bomb.encode())
    write("unclosed.xlsx", sheet, b"<worksheet><sheetData><row></sheetData></worksheet>")
    write("method.xlsx", sheet, parts[sheet], zipfile.ZIP_BZIP2)
    write("sum.xlsx", sheet, parts[sheet], zipfile.ZIP_STORED)
    path = here / "sum.xlsx"
    path.write_bytes(path.read_bytes().replace(b"<sheetData>", b"<sheetDatb>", 1))


def parquet():
    frame = pd.DataFrame({
        "id": pd.Series([1, 2, 9223372036854775807], dtype="int64"),
        "x": [0.1, None, 1e300],
        "ok": pd.Series([True, None, False], dtype=object),
        "name": ["a", None, "é"],
        "when": pd.to_datetime(["2024-01-31T10:20:30.123456", None, "1900-01-01"], format="ISO8601"),
    })
    frame.to_parquet(here / "rows.parquet", index=False)
    frame["id"] = frame["id"].astype(object)
    expect("rows.parquet", frame, ["number", "number", "boolean", "text", "datetime"])


gzipped()
json_files()
database()
workbook()
broken_workbooks()
parquet()
for name in ("held.json", "shop.db"):
    (here / f"{name}.gz").write_bytes(gzip.compress((here / name).read_bytes(), mtime=0))
(here / "sources.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n")
