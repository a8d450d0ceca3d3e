"""Rows that are shorter or longer than others."""
from cases.corpus import case, number, words

case(
    "rows-short.csv",
    "a,b,c\n1,2,3\n4,5\n6,7,8\n9\n10,11,12\n",
    number("a", 1, 4, 6, 9, 10),
    number("b", 2, 5, 7, None, 11),
    number("c", 3, None, 8, None, 12),
    warnings=[["rows 2 and 4", "fewer than 3"]],
)
case(
    "rows-long.csv",
    "a,b\n1,2\n3,4,extra\n5,6\n7,8,,more\n9,10\n",
    number("a", 1, 3, 5, 7, 9),
    number("b", 2, 4, 6, 8, 10),
    warnings=[["rows 2 and 4", "width=4", "'extra'"]],
)
case(
    "rows-long-and-empty.csv",
    "a,b\n1,2\n3,4,,\n5,6\n7,8,\n9,10\n",
    number("a", 1, 3, 5, 7, 9),
    number("b", 2, 4, 6, 8, 10),
)
case(
    "rows-ragged-many.csv",
    "a,b,c\n" + "".join("1,2\n" if i in (3, 7, 12, 15, 20, 22, 24, 26, 28) else "1,2,3\n"
                        for i in range(1, 31)),
    number("a", *[1] * 30),
    number("b", *[2] * 30),
    number("c", *(None if i in (3, 7, 12, 15, 20, 22, 24, 26, 28) else 3 for i in range(1, 31))),
    warnings=[["rows 3, 7, 12, 15, 20 and 4 more", "fewer than 3"]],
)
case(
    "delimiters-at-the-end.csv",
    "a;b;\n1;x;\n2;y;\n3;z;\n",
    number("a", 1, 2, 3),
    words("b", "x", "y", "z"),
    warnings=[["width=3"]],
)
case(
    "delimiters-at-the-end-of-rows.csv",
    "a,b\n1,x,\n2,y,\n3,z,\n",
    number("a", 1, 2, 3),
    words("b", "x", "y", "z"),
    warnings=[["width=3"]],
)
case(
    "width-told.csv",
    "a,b\n1,2\n3,4,5\n6,7\n",
    number("a", 1, 3, 6),
    number("b", 2, 4, 7),
    number("column_3", None, 5, None),
    warnings=[["column_3"], ["rows 1 and 3", "fewer than 3"]],
    width=3,
)
case(
    "last-column-empty-but-named.csv",
    "a,b,c\n1,x,\n2,y,\n",
    number("a", 1, 2),
    words("b", "x", "y"),
    words("c", None, None),
)
