"""Missing values, and what only looks like them."""
from cases.corpus import boolean, case, category, number, plain_text, words

case(
    "missing-spellings.csv",
    "x,t\n1,a\nNA,NA\nN/A,N/A\nn/a,n/a\nNaN,NaN\nnan,nan\nNULL,NULL\nNull,Null\nnull,null\n"
    "None,None\n<NA>,<NA>\n#N/A,#N/A\n#NA,#NA\n\\N,\\N\n,\n  NA , NA \n2,b\n",
    number("x", 1, *[None] * 15, 2),
    words("t", "a", *[None] * 15, "b"),
)
case(
    "missing-quoted.csv",
    't,n\n"",""\n,"5"\n"NA",6\n"null","NA"\nNA,7\n" "," "\n',
    words("t", "", None, "NA", "null", None, " "),
    number("n", None, 5, 6, None, 7, None),
)
case(
    "missing-disguised.csv",
    "temp,level\n-999,unknown\n12,a\n-999,?\n14,-\n15,a\n11,unknown\n13,?\n16,-\n",
    number("temp", -999, 12, -999, 14, 15, 11, 13, 16),
    category("level", "unknown", "a", "?", "-", "a", "unknown", "?", "-"),
)
case(
    "missing-told.csv",
    'temp,level\n-999,unknown\n12,a\n-999,?\n14,"?"\n?,b\n',
    number("temp", None, 12, None, 14, None),
    words("level", "unknown", "a", None, "?", "b"),
    missing=["?", "-999"],
)
case(
    "missing-as-a-dash.csv",
    "n,x\n" + "".join(f"{i},{'-' if i == 5 else i * 2}\n" for i in range(1, 13)),
    number("n", *range(1, 13)),
    words("x", *("-" if i == 5 else str(i * 2) for i in range(1, 13))),
    warnings=[["'x'", "row 5", "'-'", "number=x"]],
)
case(
    "missing-all.csv",
    "a,b,c\n1,,NA\n2,,\n3,,null\n",
    number("a", 1, 2, 3),
    plain_text("b", None, None, None),
    plain_text("c", None, None, None),
)
case(
    "missing-in-the-first-column.csv",
    "a,b\n#N/A,1\n5,2\n,3\n",
    number("a", None, 5, None),
    number("b", 1, 2, 3),
)
case(
    "missing-errors-of-excel.csv",
    "n,x\n" + "".join(f"{i},{'#DIV/0!' if i == 3 else i}.5\n".replace("!.5", "!") for i in range(1, 14)),
    number("n", *range(1, 14)),
    words("x", *("#DIV/0!" if i == 3 else f"{i}.5" for i in range(1, 14))),
    warnings=[["'x'", "row 3", "'#DIV/0!'", "number=x"]],
)
case(
    "missing-booleans.csv",
    "a,b\ntrue,1\n,2\nNA,3\nFALSE,4\n",
    boolean("a", True, None, None, False),
    number("b", 1, 2, 3, 4),
)
