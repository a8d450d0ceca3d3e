"""Quotes: in their places, doubled, stray, of another shape."""
from cases.corpus import case, category, datetime, number, plain_text, words

case(
    "quotes-doubled.csv",
    'a,b\n"x,1","say ""hi"""\n"",""""\n"a""b","""q"" w"\n',
    words("a", "x,1", "", 'a"b'),
    words("b", 'say "hi"', '"', '"q" w'),
)
case(
    "quotes-over-lines.csv",
    'id,address\n1,"1 Main St\nSpringfield\n\nUSA"\n2,"Unter den Linden 1\n10117 Berlin, ""Mitte"""\n3,-\n',
    number("id", 1, 2, 3),
    words("address", "1 Main St\nSpringfield\n\nUSA", 'Unter den Linden 1\n10117 Berlin, "Mitte"', "-"),
)
case(
    "quotes-all-around.csv",
    '"id","zip","price","when","ok"\n"1","01234","2.50","2024-01-31","true"\n'
    '"2","98765","3","2024-02-01","false"\n',
    number("id", 1, 2),
    words("zip", "01234", "98765"),
    number("price", 2.5, 3),
    datetime("when", "2024-01-31", "2024-02-01"),
    {"name": "ok", "kind": "boolean", "cells": [True, False]},
)
case(
    "quote-stray-at-start.csv",
    'id,item,n\n1,"inch,5\n2,"fine",6\n3,plain,7\n',
    number("id", 1, 2, 3),
    words("item", '"inch', "fine", "plain"),
    number("n", 5, 6, 7),
    warnings=[["row 1", "quote=none"]],
)
case(
    "quote-stray-in-the-middle.csv",
    'id,item,n\n1,a,1\n2,b,2\n3,"c,3\n4,d,4\n5,e,5\n6,"f, g",6\n7,h,7\n',
    number("id", 1, 2, 3, 4, 5, 6, 7),
    words("item", "a", "b", '"c', "d", "e", "f, g", "h"),
    number("n", 1, 2, 3, 4, 5, 6, 7),
    warnings=[["row 3", "quote=none"]],
)
case(
    "quote-stray-at-the-end.csv",
    'id,item\n1,a\n2,b\n3,"c\n4,d\n',
    number("id", 1, 2, 3, 4),
    words("item", "a", "b", '"c', "d"),
    warnings=[["row 3", "quote=none"]],
)
case(
    "quote-stray-in-the-first-cell.csv",
    'item,n\n"x,1\ny,2\nz,3\n',
    words("item", '"x', "y", "z"),
    number("n", 1, 2, 3),
    warnings=[["row 1", "quote=none"]],
)
case(
    "quotes-stray-in-many-rows.csv",
    "id,item\n" + "".join(f'{i},"item {i}\n' if i % 2 else f"{i},item {i}\n" for i in range(1, 19)),
    number("id", *range(1, 19)),
    words("item", *(f'"item {i}' if i % 2 else f"item {i}" for i in range(1, 19))),
    warnings=[["rows 1, 3, 5, 7, 9 and 4 more", "quote=none"]],
)
case(
    "quote-doubled-and-never-closed.csv",
    'a,b\n"x"",1\ny,2\n',
    words("a", '"x""', "y"),
    number("b", 1, 2),
    warnings=[["row 1", "quote=none"]],
)
case(
    "quotes-within-quotes.csv",
    'id,text,n\n1,"he said "hi" to me",5\n2,"plain",6\n3,"a "b", c",7\n',
    number("id", 1, 2, 3),
    words("text", 'he said "hi" to me', "plain", 'a "b'),
    plain_text("n", "5", "6", ' c"'),
    warnings=[["rows 1 and 3", "quote=none"], ["row 3", "width=4", "'7'"]],
)
case(
    "inches.csv",
    'item,n\n5" pipe,1\n3/4" nail,2\n"6"" bolt",3\n27" monitor,4\n',
    words("item", '5" pipe', '3/4" nail', '6" bolt', '27" monitor'),
    number("n", 1, 2, 3, 4),
)
case(
    "inches-within-quotes.csv",
    'item,n\n"5" pipe",1\n"pipe 6"",2\n"plain",3\n',
    words("item", '5" pipe', '"pipe 6""', "plain"),
    number("n", 1, 2, 3),
    warnings=[["row 1", "quote=none"], ["row 2", "quote=none"]],
)
case(
    "letters-behind-a-quote.csv",
    'a,b\n"x"y,1\nplain,2\n',
    words("a", '"x"y', "plain"),
    number("b", 1, 2),
    warnings=[["row 1", "quote=none"]],
)
case(
    "blanks-behind-quotes.csv",
    '"name"  ;"n" \n"abc"   ;1\n"d;e"\t;2\n"f" ;3 \n',
    words("name", "abc", "d;e", "f"),
    number("n", 1, 2, 3),
)
case(
    "blanks-before-quotes.csv",
    'a, b, c\nx, "y", 1\nz, "w", 2\n',
    words("a", "x", "z"),
    words("b", ' "y"', ' "w"'),
    number("c", 1, 2),
)
case(
    "single-quotes.csv",
    "'id','text'\n'1','a, b'\n'2','c, d'\n'3','it''s'\n",
    number("id", 1, 2, 3),
    words("text", "a, b", "c, d", "it's"),
    warnings=[["quote="]],
)
case(
    "apostrophes.csv",
    "name,n\nO'Brien,1\n'tis,2\nboys',3\nrock 'n' roll,4\n",
    words("name", "O'Brien", "'tis", "boys'", "rock 'n' roll"),
    number("n", 1, 2, 3, 4),
)
case(
    "backslash-escapes.csv",
    'id,text\n1,"say \\"hi\\", then go"\n2,"a \\"b\\" c"\n3,"path C:\\\\new"\n4,"end \\""\n',
    number("id", 1, 2, 3, 4),
    words("text", 'say "hi", then go', 'a "b" c', "path C:\\new", 'end "'),
    warnings=[["backslash"]],
)
case(
    "paths-ending-in-backslashes.csv",
    'folder,n\n"C:\\data\\",1\n"D:\\a, b\\",2\n"E:\\",3\n',
    words("folder", "C:\\data\\", "D:\\a, b\\", "E:\\"),
    number("n", 1, 2, 3),
)
case(
    "json-in-cells.csv",
    'id,payload\n1,"{""a"": 1, ""b"": [1, 2]}"\n2,"{""c"": ""x, y""}"\n3,{}\n',
    number("id", 1, 2, 3),
    words("payload", '{"a": 1, "b": [1, 2]}', '{"c": "x, y"}', "{}"),
)
case(
    "json-with-backslashes.csv",
    'id,payload\n1,"{\\"a\\": 1, \\"b\\": \\"x, y\\"}"\n2,"{\\"a\\": 2, \\"b\\": \\"\\"}"\n',
    number("id", 1, 2),
    words("payload", '{"a": 1, "b": "x, y"}', '{"a": 2, "b": ""}'),
    warnings=[["backslash"]],
)
case(
    "html-in-cells.csv",
    'id,html\n1,"<p class=""x"">one,<br/>\n two</p>"\n2,<b>three</b>\n3,"<a href=""/?a=1;b=2"">4</a>"\n',
    number("id", 1, 2, 3),
    words("html", '<p class="x">one,<br/>\n two</p>', "<b>three</b>", '<a href="/?a=1;b=2">4</a>'),
)
case(
    "quotes-as-letters-told.csv",
    'a,b\n"x,1\n"y",2\nz,3\n',
    words("a", '"x', '"y"', "z"),
    number("b", 1, 2, 3),
    quote="none",
)
case(
    "quote-told.csv",
    "a,b\n'x, y',1\n'it''s',2\n\"z\",3\n",
    words("a", "x, y", "it's", '"z"'),
    number("b", 1, 2, 3),
    quote="'",
)
case(
    "excel-formulas.csv",
    'code,n\n="001",1\n="002",2\n=A1+B1,3\n',
    words("code", '="001"', '="002"', "=A1+B1"),
    number("n", 1, 2, 3),
)
case(
    "quoted-cell-and-line-end.csv",
    'a,b\n"1\n",x\n"2",y\n',
    plain_text("a", "1\n", "2"),
    words("b", "x", "y"),
    header="yes",
)
case(
    "quote-after-a-line-end.csv",
    'a,b,c\n1,"start\n2,"x",3\n4,y,5\n',
    number("a", 1, 2, 4),
    words("b", '"start', "x", "y"),
    number("c", None, 3, 5),
    warnings=[["row 1", "quote=none"], ["row 1", "fewer than 3"]],
)
case(
    "levels-quoted-and-plain.csv",
    'c,"d"\n"b","x"\na,x\n"b",x\na,"x"\n',
    category("c", "b", "a", "b", "a"),
    category("d", "x", "x", "x", "x"),
)
