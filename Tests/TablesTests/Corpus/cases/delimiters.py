"""What parts the cells."""
from cases.corpus import case, category, datetime, number, plain_text, words

case(
    "semicolons.csv",
    "id;text;n\n1;a, b;2\n2;c, d, e;3\n",
    number("id", 1, 2),
    words("text", "a, b", "c, d, e"),
    number("n", 2, 3),
)
case(
    "tabs-with-commas.tsv",
    "name\tremark\tn\nA\tone, two\t1\nB\tthree, four\t2\nC\tfive, six\t3\n",
    words("name", "A", "B", "C"),
    words("remark", "one, two", "three, four", "five, six"),
    number("n", 1, 2, 3),
)
case(
    "pipes-log.txt",
    "time|level|message\n"
    "2024-01-31 10:00:00| INFO | started, pid=1\n"
    "2024-01-31 10:00:01| WARN | disk; 91 %\n"
    "2024-01-31 10:00:02| INFO | done\n"
    "2024-01-31 10:00:03| INFO | bye\n",
    datetime(
        "time",
        "2024-01-31T10:00:00Z",
        "2024-01-31T10:00:01Z",
        "2024-01-31T10:00:02Z",
        "2024-01-31T10:00:03Z",
    ),
    words("level", " INFO ", " WARN ", " INFO ", " INFO "),
    words("message", " started, pid=1", " disk; 91 %", " done", " bye"),
)
case(
    "unit-separators.txt",
    "a\x1fb\x1fc\n1\x1fx, y\x1f2.5\n2\x1fz|w\x1f3.5\n",
    number("a", 1, 2),
    words("b", "x, y", "z|w"),
    number("c", 2.5, 3.5),
)
case("carets.txt", "a^b\n1^x\n2^y\n", number("a", 1, 2), words("b", "x", "y"))
case("tildes.txt", "a~b~c\n1~x~3\n2~y~4\n", number("a", 1, 2), words("b", "x", "y"), number("c", 3, 4))
case(
    "blanks-aligned.txt",
    "  name    age   height\n  Bob      12     1.50\n  Alice     9     1.31\n  Eve     101     1.62\n",
    words("name", "Bob", "Alice", "Eve"),
    number("age", 12, 9, 101),
    number("height", 1.5, 1.31, 1.62),
    warnings=[["delimiter="]],
)
case(
    "r-write-table.txt",
    '"mpg" "cyl" "name"\n"1" 21 6 "Mazda RX4"\n"2" 22.8 4 "Datsun 710"\n"3" 18.7 8 "Hornet"\n',
    number("column_1", 1, 2, 3),
    number("mpg", 21, 22.8, 18.7),
    number("cyl", 6, 4, 8),
    words("name", "Mazda RX4", "Datsun 710", "Hornet"),
    warnings=[["delimiter="], ["column_1"]],
)
case(
    "names-of-people.txt",
    "full name\nJohn Smith\nJane Doe\nEve Jones\n",
    words("full name", "John Smith", "Jane Doe", "Eve Jones"),
)
case(
    "times-in-one-column.txt",
    "time\n2024-01-31 10:20\n2024-01-31 10:21\n2024-01-31 10:22\n",
    datetime("time", "2024-01-31T10:20:00Z", "2024-01-31T10:21:00Z", "2024-01-31T10:22:00Z"),
)
case(
    "sentences.txt",
    "comment\nGood\nFast, friendly, cheap\nBad\nSlow\nWell, no\nNever again\n",
    words("comment", "Good", "Fast, friendly, cheap", "Bad", "Slow", "Well, no", "Never again"),
    warnings=[["rows 2 and 5", "delimiter="]],
)
case(
    "decimal-commas-in-lines.txt",
    "x\n1,5\n2\n3,25\n4\n5\n",
    number("x", 1.5, 2, 3.25, 4, 5),
    warnings=[["rows 1 and 3", "delimiter="]],
)
case(
    "semicolons-or-decimal-commas.csv",
    "1,5;2,5\n3,5;4,25\n5,5;6,5\n",
    number("column_1", 1.5, 3.5, 5.5),
    number("column_2", 2.5, 4.25, 6.5),
    warnings=[["delimiter="], ["header=yes"]],
)
case(
    "more-semicolons-than-commas.csv",
    "id,tags\n1,a;b;c\n2,d\n3,e;f\n4,g;h;i;j\n",
    number("id", 1, 2, 3, 4),
    words("tags", "a;b;c", "d", "e;f", "g;h;i;j"),
)
case(
    "commas-within-quotes.csv",
    'id;place\n1;"Paris, France"\n2;"Rome, Italy"\n',
    number("id", 1, 2),
    words("place", "Paris, France", "Rome, Italy"),
)
case(
    "delimiter-told.csv",
    "a,b;c\n1,2;3\n4,5;6\n",
    number("a", 1, 4),
    words("b;c", "2;3", "5;6"),
    delimiter=",",
)
case(
    "tab-told.csv",
    "a,b\tc\nx,y\t1\nz,w\t2\n",
    words("a,b", "x,y", "z,w"),
    number("c", 1, 2),
    delimiter="\t",
)
case(
    "blanks-told.txt",
    'a   b\n"x y"  1\n z     2\n',
    words("a", "x y", "z"),
    number("b", 1, 2),
    delimiter=" ",
)
case(
    "excel-sep-line.csv",
    "sep=;\r\nname;price\r\nA;1,5\r\nB;2,5\r\n",
    words("name", "A", "B"),
    number("price", 1.5, 2.5),
    warnings=[["sep=;"]],
)
case(
    "log-with-pipes-and-commas.txt",
    "host|path|codes\nweb1|/a,b|200,304\nweb1|/c|404\nweb1|/d,e,f|500\nweb1|/g|200\n",
    category("host", "web1", "web1", "web1", "web1"),
    plain_text("path", "/a,b", "/c", "/d,e,f", "/g"),
    plain_text("codes", "200,304", "404", "500", "200"),
    warnings=[["'codes'", 'decimal=","', 'thousands=","']],
)
case(
    "postgres.csv",
    "id,active,tags,price,at,note\n"
    '1,t,"{a,b}",1.50,2024-01-31 10:20:30.123456+00,""\n'
    '2,f,{},,2024-01-31 12:20:30+02,\n'
    '3,t,"{c}",2.25,2024-01-31 16:50:30+05:30,"say ""hi"""\n'
    '4,t,,10,,x\n',
    number("id", 1, 2, 3, 4),
    words("active", "t", "f", "t", "t"),
    words("tags", "{a,b}", "{}", "{c}", None),
    number("price", 1.5, None, 2.25, 10),
    datetime("at", "2024-01-31T10:20:30.123456Z", "2024-01-31T10:20:30Z", "2024-01-31T11:20:30Z", None),
    words("note", "", None, 'say "hi"', "x"),
)
case(
    "mysql-dump.tsv",
    "id\tname\tscore\n1\tAnn\t2.5\n2\t\\N\t\\N\n3\tBob\t4\n",
    number("id", 1, 2, 3),
    words("name", "Ann", None, "Bob"),
    number("score", 2.5, None, 4),
)
