"""Where records end."""
from cases.corpus import case, number, plain_text, words

case("crlf.csv", "a,b\r\n1,x\r\n2,y\r\n", number("a", 1, 2), words("b", "x", "y"))
case("cr-only.csv", "a,b\r1,x\r2,y\r", number("a", 1, 2), words("b", "x", "y"))
case("cr-with-a-last-lf.csv", "a,b\r1,x\r2,y\r3,z\n", number("a", 1, 2, 3), words("b", "x", "y", "z"))
case(
    "cr-only-quoted-lf.csv",
    'a,b\r1,"x\ny"\r2,z\r',
    number("a", 1, 2),
    words("b", "x\ny", "z"),
)
case(
    "line-ends-mixed.csv",
    "a,b\r\n1,x\n2,y\r\n3,z\n",
    number("a", 1, 2, 3),
    words("b", "x", "y", "z"),
)
case(
    "cr-within-a-cell.csv",
    "a,b\n1,two\rlines\n2,y\n3,z\n",
    number("a", 1, 2, 3),
    words("b", "two\rlines", "y", "z"),
)
case("cr-cr-lf.csv", "a,b\r\r\nx,1\r\r\ny,2\r\r\n", words("a", "x", "y"), number("b", 1, 2))
case(
    "no-last-line-end.csv",
    "a,b\n1,x\n2,y",
    number("a", 1, 2),
    words("b", "x", "y"),
    warnings=[["without a line end", "row 2"]],
)
case(
    "blank-lines.csv",
    "\n\na,b\n\n1,x\n   \n2,y\n\r\n\n3,z\n\n\n",
    number("a", 1, 2, 3),
    words("b", "x", "y", "z"),
)
case("blank-lines-in-one-column.csv", "x\n1\n\n2\n \n3\n\n", number("x", 1, 2, 3))
case(
    "lines-of-delimiters.csv",
    "a,b,c\n1,x,2.5\n,,\n3,y,4.5\n,,\n",
    number("a", 1, None, 3, None),
    words("b", "x", None, "y", None),
    number("c", 2.5, None, 4.5, None),
)
case(
    "lines-of-tabs.tsv",
    "a\tb\n1\tx\n\t\n2\ty\n",
    number("a", 1, None, 2),
    words("b", "x", None, "y"),
)
case(
    "crlf-within-quotes.csv",
    'a,b\r\n1,"two\r\nlines"\r\n2,"one\nmore"\r\n',
    number("a", 1, 2),
    words("b", "two\r\nlines", "one\nmore"),
)
case("one-column.csv", "price\n1.5\n2\n3\n", number("price", 1.5, 2, 3))
case("one-row.csv", "a,b,c\n1,x,true\n", number("a", 1), plain_text("b", "x"), {
    "name": "c", "kind": "boolean", "cells": [True]})
