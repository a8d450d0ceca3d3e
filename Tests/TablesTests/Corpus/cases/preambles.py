"""What stands around a table: titles, metadata, comments, footers."""
from cases.corpus import case, datetime, number, plain_text, words

case(
    "title-lines.csv",
    "Sales report 2024\nAll regions\n\nregion,units,price\nNorth,5,1.5\nSouth,7,2.5\nEast,6,3.5\n",
    words("region", "North", "South", "East"),
    number("units", 5, 7, 6),
    number("price", 1.5, 2.5, 3.5),
    warnings=[["first 3 lines", "skip=0"]],
)
case(
    "title-above-two-columns.csv",
    "Population\ncity,people\nOslo,700\nBergen,290\n",
    words("city", "Oslo", "Bergen"),
    number("people", 700, 290),
    warnings=[["skip=0"]],
)
case(
    "government-export.csv",
    "Statistisches Amt\r\n\r\nTabelle 12411-0001;Stand: 31.12.2023\r\n"
    "Land;Insgesamt;männlich;weiblich\r\n"
    "Bayern;13.435.062;6.656.000;6.779.062\r\nBerlin;3.878.100;1.907.000;1.971.100\r\n"
    "Bremen;700.952;347.000;353.952\r\nHessen;6.471.000;3.195.500;3.275.500\r\n"
    "_____________\r\nQuelle: Fortschreibung\r\n".encode("cp1252"),
    words("Land", "Bayern", "Berlin", "Bremen", "Hessen", "_____________", "Quelle: Fortschreibung"),
    number("Insgesamt", 13435062, 3878100, 700952, 6471000, None, None),
    number("männlich", 6656000, 1907000, 347000, 3195500, None, None),
    number("weiblich", 6779062, 1971100, 353952, 3275500, None, None),
    warnings=[
        ["windows-1252", "line 4", "encoding="],
        ["first 3 lines", "skip=0"],
        ["rows 5 and 6", "fewer than 4"],
    ],
)
case(
    "metadata-longer-than-the-table.csv",
    "".join(f"key {i},value {i}\n" for i in range(12)) + "\nday,min,max,rain\n"
    "2024-01-01,1,5,0.5\n2024-01-02,2,6,0\n2024-01-03,0,4,1.25\n",
    datetime("day", "2024-01-01", "2024-01-02", "2024-01-03"),
    number("min", 1, 2, 0),
    number("max", 5, 6, 4),
    number("rain", 0.5, 0, 1.25),
    warnings=[["first 13 lines", "skip=0"]],
)
case(
    "bank-statement.csv",
    '"Konto:";"DE89370400440532013000"\r\n"Zeitraum:";"01.01.2024 - 31.01.2024"\r\n'
    '"Kontostand vom 31.01.2024:";"1.234,56 €"\r\n""\r\n'
    '"Buchungstag";"Auftraggeber";"Verwendungszweck";"Betrag (€)"\r\n'
    '"31.01.2024";"Müller GmbH";"Rechnung 12; danke";"-1.012,34"\r\n'
    '"30.01.2024";"Stadtwerke";"Abschlag";"-85,00"\r\n'
    '"15.01.2024";"ACME";"Gehalt";"2.500,00"\r\n'.encode("cp1252"),
    datetime("Buchungstag", "2024-01-31", "2024-01-30", "2024-01-15"),
    words("Auftraggeber", "Müller GmbH", "Stadtwerke", "ACME"),
    words("Verwendungszweck", "Rechnung 12; danke", "Abschlag", "Gehalt"),
    number("Betrag (€)", -1012.34, -85, 2500),
    warnings=[["windows-1252", "line 3", "encoding="], ["first 4 lines", "skip=0"]],
)
case(
    "comments-at-the-head.csv",
    "# made by a script\n# on 2024-01-31, at noon\n#\na,b\n1,x\n2,y\n",
    number("a", 1, 2),
    words("b", "x", "y"),
    warnings=[["3", "comment=none"]],
)
case(
    "comments-among-the-rows.csv",
    "a,b,c\n1,x,3\n# a remark\n2,y,4\n# another one, here\n5,z,6\n",
    number("a", 1, 2, 5),
    words("b", "x", "y", "z"),
    number("c", 3, 4, 6),
    warnings=[["2", "comment=none"]],
)
case(
    "header-in-a-comment.txt",
    "# detector run 7\n# t x flux\n0.5 1 2.25\n1.5 2 3.25\n2.5 3 4.25\n",
    number("t", 0.5, 1.5, 2.5),
    number("x", 1, 2, 3),
    number("flux", 2.25, 3.25, 4.25),
    warnings=[["delimiter="], ["header=no"], ["comment=none"]],
)
case(
    "header-in-a-comment-alone.csv",
    "#time,value\n1,2.5\n2,3.5\n",
    number("time", 1, 2),
    number("value", 2.5, 3.5),
    warnings=[["header=no"]],
)
case(
    "number-sign-as-a-name.csv",
    "#,name,hp\n1,Bulbasaur,45\n2,Ivysaur,60\n",
    number("#", 1, 2),
    words("name", "Bulbasaur", "Ivysaur"),
    number("hp", 45, 60),
)
case(
    "hashtags.csv",
    "tag,count\n#swift,5\n#data,7\nplain,1\n#ml,3\n",
    words("tag", "#swift", "#data", "plain", "#ml"),
    number("count", 5, 7, 1, 3),
)
case(
    "every-line-a-number-sign.csv",
    "#a,1\n#b,2\n#c,3\n",
    words("column_1", "#a", "#b", "#c"),
    number("column_2", 1, 2, 3),
    warnings=[["header=yes"]],
)
case(
    "colours.txt",
    "colour\n#ff0000\n#00ff00\n#0000ff\n",
    words("colour", "#ff0000", "#00ff00", "#0000ff"),
)
case(
    "comment-told.csv",
    "% head\na,b\n1,x\n% in, between\n2,y\n",
    number("a", 1, 2),
    words("b", "x", "y"),
    comment="%",
)
case(
    "comments-kept.csv",
    "a,b\n1,x\n# remark\n2,y\n",
    plain_text("a", "1", "# remark", "2"),
    words("b", "x", None, "y"),
    warnings=[["row 2", "fewer than 2"]],
    comment="none",
    header="yes",
)
case(
    "skip-told.csv",
    "some,title\nand,another\na,b\n1,x\n2,y\n",
    number("a", 1, 2),
    words("b", "x", "y"),
    skip=2,
)
case(
    "skip-nothing.csv",
    "Title\na,b\n1,x\n2,y\n",
    plain_text("column_1", "a", "1", "2"),
    words("Title", "b", "x", "y"),
    warnings=[["column_1"]],
    skip=0,
    header="yes",
)
case(
    "row-names-under-a-short-header.csv",
    "mass,sex\np1,5,m\np2,6,f\np3,7,m\n",
    words("column_1", "p1", "p2", "p3"),
    number("mass", 5, 6, 7),
    words("sex", "m", "f", "m"),
    warnings=[["column_1"]],
)
case(
    "total-row.csv",
    "region,units\nNorth,5\nSouth,7\nTotal,12\n",
    words("region", "North", "South", "Total"),
    number("units", 5, 7, 12),
)
case(
    "footer-below.csv",
    "year,n,m\n2020,1,2\n2021,3,4\n2022,5,6\n\nSource: office\n",
    plain_text("year", "2020", "2021", "2022", "Source: office"),
    number("n", 1, 3, 5, None),
    number("m", 2, 4, 6, None),
    warnings=[["row 4", "fewer than 3"]],
)
