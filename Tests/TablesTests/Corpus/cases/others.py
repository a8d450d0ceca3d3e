"""Files of other formats, to be cut: no expectations but that their front parts are front parts."""
import gzip
import json

rows = [
    {"id": 1, "name": "Ann", "size": 1.5, "at": "2024-01-31", "ok": True, "note": "one\ntwo, \"three\""},
    {"id": 2, "name": "Bob", "size": 2.25, "at": "2024-02-01", "ok": False, "note": "é😀"},
    {"id": 3, "name": "Eve", "size": -0.5, "at": "2024-02-02", "ok": True, "note": "{}[],:"},
    {"id": 4, "name": "Dan", "size": 1e300, "at": "2024-02-03", "ok": True, "note": "\\"},
]
table = "id,name,size\n" + "".join(f"{i},name {i * i},{i / 8}\n" for i in range(1, 60))
half = len(table) // 2
half = table.index("\n", half) + 1


def packed(text):
    return gzip.compress(text.encode(), mtime=0)


files = {
    "objects.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(),
    "objects.json": json.dumps(rows, ensure_ascii=False, indent=1).encode(),
    "objects-within.json": json.dumps({"count": 4, "rows": rows}).encode(),
    "table.csv.gz": packed(table),
    "table-of-two-members.csv.gz": packed(table[:half]) + packed(table[half:]),
    "objects.jsonl.gz": packed("".join(json.dumps(row) + "\n" for row in rows)),
}
