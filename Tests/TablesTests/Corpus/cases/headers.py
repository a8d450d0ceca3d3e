"""Names, and lines that may be names."""
from cases.corpus import boolean, case, category, datetime, number, plain_text, words

case(
    "header-of-years.csv",
    "id,2019,2020\n1,5,6\n2,7,8\n",
    number("id", 1, 2),
    number("2019", 5, 7),
    number("2020", 6, 8),
)
case(
    "header-of-years-told.csv",
    "country,2019,2020\nDE,5,6\nFR,7,8\n",
    words("country", "DE", "FR"),
    number("2019", 5, 7),
    number("2020", 6, 8),
    header="yes",
)
case(
    "header-like-a-row.csv",
    "country,2019,2020\nDE,5,6\nFR,7,8\n",
    words("column_1", "country", "DE", "FR"),
    number("column_2", 2019, 5, 7),
    number("column_3", 2020, 6, 8),
    warnings=[["header=yes"]],
)
case(
    "no-header.csv",
    "1,2.5,x\n3,4.5,x\n5,6.5,y\n7,8.5,y\n",
    number("column_1", 1, 3, 5, 7),
    number("column_2", 2.5, 4.5, 6.5, 8.5),
    category("column_3", "x", "x", "y", "y"),
    warnings=[["header=yes"]],
)
case(
    "no-header-german.csv",
    "01.02.2024;1,5;a\n02.02.2024;2,5;b\n14.02.2024;3,5;c\n",
    datetime("column_1", "2024-02-01", "2024-02-02", "2024-02-14"),
    number("column_2", 1.5, 2.5, 3.5),
    words("column_3", "a", "b", "c"),
    warnings=[["header=yes"]],
)
case(
    "no-header-told.csv",
    "a,b\nc,d\n",
    words("column_1", "a", "c"),
    words("column_2", "b", "d"),
    header="no",
)
case(
    "all-text.csv",
    "name,city\nAnn,Oslo\nBob,Rome\n",
    words("name", "Ann", "Bob"),
    words("city", "Oslo", "Rome"),
)
case(
    "all-text-and-repeating.csv",
    "red,apple\nred,cherry\nyellow,banana\nred,plum\n",
    words("red", "red", "yellow", "red"),
    words("apple", "cherry", "banana", "plum"),
    warnings=[["header=no"]],
)
case(
    "header-within-the-rows.csv",
    "n,t\n" + "".join(f"{i},v{i % 3}\n" for i in range(6)) + "n,t\n" + "".join(
        f"{i},v{i % 3}\n" for i in range(6, 15)),
    words("n", *(str(i) for i in range(6)), "n", *(str(i) for i in range(6, 15))),
    words("t", *(f"v{i % 3}" for i in range(6)), "t", *(f"v{i % 3}" for i in range(6, 15))),
    warnings=[["header=no"], ["'n'", "row 7", "number=n"]],
)
case(
    "names-twice.csv",
    "x,y,x,x,x_2\n1,2,3,4,5\n",
    number("x", 1),
    number("y", 2),
    number("x_3", 3),
    number("x_4", 4),
    number("x_2", 5),
    warnings=[["x_3", "x_4"]],
)
case(
    "names-empty.csv",
    "a,,c, ,e\n1,2,3,4,5\n",
    number("a", 1),
    number("column_2", 2),
    number("c", 3),
    number("column_4", 4),
    number("e", 5),
    warnings=[["column_2"]],
)
case(
    "pandas-index.csv",
    ",age,name\n0,31,Ann\n1,42,Bob\n",
    number("column_1", 0, 1),
    number("age", 31, 42),
    words("name", "Ann", "Bob"),
    warnings=[["column_1"]],
)
case(
    "r-write-csv.csv",
    '"","x","y"\n"1",0.5,"a"\n"2",NA,"b"\n"3",1e-05,NA\n',
    number("column_1", 1, 2, 3),
    number("x", 0.5, None, 1e-5),
    words("y", "a", "b", None),
    warnings=[["column_1"]],
)
case(
    "names-over-lines.csv",
    '"Umsatz\n(EUR)",Menge\n1.5,2\n2.5,3\n',
    number("Umsatz\n(EUR)", 1.5, 2.5),
    number("Menge", 2, 3),
)
case(
    "names-with-blanks.csv",
    "  a , b c ,\td\n1,2,3\n",
    number("a", 1),
    number("b c", 2),
    number("d", 3),
)
case(
    "names-of-two-cases.csv",
    "ID,id,Id\n1,2,3\n",
    number("ID", 1),
    number("id", 2),
    number("Id", 3),
)
case(
    "names-of-the-language.csv",
    "where,by,a=b,`x`,\"say \"\"x\"\"\",1st\n1,2,3,4,5,6\n",
    number("where", 1),
    number("by", 2),
    number("a=b", 3),
    number("`x`", 4),
    number('say "x"', 5),
    number("1st", 6),
)
case(
    "units-below-the-header.csv",
    "depth,temp\n(m),(C)\n" + "".join(f"{i},{i}.5\n" for i in range(10)),
    words("depth", "(m)", *(str(i) for i in range(10))),
    words("temp", "(C)", *(f"{i}.5" for i in range(10))),
    warnings=[["'depth'", "row 1", "(m)", "number=depth"], ["'temp'", "row 1", "(C)", "number=temp"]],
)
case(
    "header-shorter-by-two.csv",
    "a,b\n1,2,3,4\n5,6,7,8\n9,10,11,12\n",
    number("column_1", 1, 5, 9),
    number("column_2", 2, 6, 10),
    number("column_3", 3, 7, 11),
    number("column_4", 4, 8, 12),
    warnings=[["skip=0"], ["header=yes"]],
)
case(
    "header-longer.csv",
    "a,b,c\n1,2\n3,4\n",
    number("a", 1, 3),
    number("b", 2, 4),
    plain_text("c", None, None),
    warnings=[["rows 1 and 2", "fewer than 3"]],
)
case(
    "one-cell.csv",
    "42\n",
    number("column_1", 42),
    warnings=[["header=yes"]],
)
case(
    "boolean-header.csv",
    "true,name\nfalse,x\ntrue,y\n",
    boolean("column_1", True, False, True),
    words("column_2", "name", "x", "y"),
    warnings=[["header=yes"]],
)
