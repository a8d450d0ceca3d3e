"""Which kind a column is of."""
from cases.corpus import boolean, case, category, datetime, number, plain_text, words

top, bottom = 2**63 - 1, -(2**63)

case(
    "whole-numbers-extreme.csv",
    f"a,b,c\n{top},{2**53 + 1},+7\n{bottom},{-(2**53) - 1},-0\n0,12,0\n",
    number("a", top, bottom, 0),
    number("b", 2**53 + 1, -(2**53) - 1, 12),
    number("c", 7, 0, 0),
)
case(
    "whole-numbers-among-decimals.csv",
    "x,y\n9007199254740993,1\n0.5,2\n",
    number("x", 9007199254740992.0, 0.5),
    number("y", 1, 2),
    warnings=[["'x'", "rounded"]],
)
case(
    "ids-of-twenty-digits.csv",
    "id,n\n12345678901234567890,1\n12345678901234567891,2\n5,3\n",
    words("id", "12345678901234567890", "12345678901234567891", "5"),
    number("n", 1, 2, 3),
)
case(
    "one-beyond-int64.csv",
    f"id,n\n{2**63},1\n{bottom - 1},2\n",
    words("id", str(2**63), str(bottom - 1)),
    number("n", 1, 2),
)
case(
    "leading-zeros.csv",
    "zip,code,x,neg\n01234,0,0.5,-0.5\n98765,10,00.5,-07\n10115,20,1.5,-1\n",
    words("zip", "01234", "98765", "10115"),
    number("code", 0, 10, 20),
    words("x", "0.5", "00.5", "1.5"),
    words("neg", "-0.5", "-07", "-1"),
)
case(
    "decimals.csv",
    "x,y\n1e3,a\n.5,b\n5.,c\n-2.5E-3,d\n+4.25,e\n1E+2,f\n-.25e1,g\n 7.5 ,h\n",
    number("x", 1000, 0.5, 5, -0.0025, 4.25, 100, -2.5, 7.5),
    words("y", *"abcdefgh"),
)
hard = [
    "0.1", "123456789012345678.5", "9007199254740993.0", "1.7976931348623157e308", "5e-324",
    "2.2250738585072011e-308", "2.4703282292062327e-324", "0.30000000000000004", "8.41e21", "1e23",
    "100000000000000016777215.0", "1e-400", "9007199254740992.9999999999999999999",
    "0.000000000000000000000000000000000000000000000123e45",
]
case(
    "decimals-hard-to-round.csv",
    "x,y\n" + "".join(f"{text},a\n" for text in hard),
    number("x", *map(float, hard)),
    words("y", *["a"] * len(hard)),
)
case(
    "decimals-beyond-all.csv",
    "x,y\n1e400,1\n-1e999,2\n2,3\n",
    words("x", "1e400", "-1e999", "2"),
    number("y", 1, 2, 3),
)
case(
    "nearly-numbers.csv",
    "n,x\n" + "".join(f"{i},{'twelve' if i == 12 else i / 4}\n" for i in range(1, 21)),
    number("n", *range(1, 21)),
    words("x", *("twelve" if i == 12 else str(i / 4) for i in range(1, 21))),
    warnings=[["'x'", "row 12", "'twelve'", "number=x"]],
)
case(
    "nearly-numbers-told.csv",
    "n,x\n" + "".join(f"{i},{'twelve' if i == 12 else i / 4}\n" for i in range(1, 21)),
    number("n", *range(1, 21)),
    number("x", *(None if i == 12 else i / 4 for i in range(1, 21)), unreadable={"12": "twelve"}),
    warnings=[["'x'", "row 12"]],
    number=["x"],
)
case(
    "nearly-datetimes.csv",
    "n,d\n" + "".join(f"{i},{'soon' if i == 4 else f'2024-01-{i:02}'}\n" for i in range(1, 13)),
    number("n", *range(1, 13)),
    words("d", *("soon" if i == 4 else f"2024-01-{i:02}" for i in range(1, 13))),
    warnings=[["'d'", "row 4", "'soon'", "datetime=d"]],
)
case(
    "nearly-booleans.csv",
    "n,b\n" + "".join(f"{i},{'maybe' if i == 9 else str(i % 2 == 0).lower()}\n" for i in range(1, 13)),
    number("n", *range(1, 13)),
    words("b", *("maybe" if i == 9 else str(i % 2 == 0).lower() for i in range(1, 13))),
    warnings=[["'b'", "row 9", "'maybe'", "boolean=b"]],
)
case(
    "half-numbers.csv",
    "n,x\n1,1\n2,a\n3,2\n4,b\n",
    number("n", 1, 2, 3, 4),
    words("x", "1", "a", "2", "b"),
)
case(
    "no-numbers.csv",
    "hex,under,inf,odd\n0x10,1_000,Infinity,1\n0x1F,2_000,-inf,nan\n0xFF,3_000,inf,3\n",
    words("hex", "0x10", "0x1F", "0xFF"),
    words("under", "1_000", "2_000", "3_000"),
    words("inf", "Infinity", "-inf", "inf"),
    number("odd", 1, None, 3),
)
case(
    "ids-of-many-kinds.csv",
    "iban,phone,card,uuid,ip,version\n"
    "DE89 3704 0044 0532 0130 00,+49 171 123 456,4111 1111 1111 1111,"
    "123e4567-e89b-12d3-a456-426614174000,10.0.0.1,1.2.3\n"
    "GB29 NWBK 6016 1331 9268 19,+43 660 987 654,5500 0000 0000 0004,"
    "00000000-0000-0000-0000-000000000000,192.168.1.10,1.10.0\n",
    words("iban", "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19"),
    words("phone", "+49 171 123 456", "+43 660 987 654"),
    words("card", "4111 1111 1111 1111", "5500 0000 0000 0004"),
    words(
        "uuid",
        "123e4567-e89b-12d3-a456-426614174000",
        "00000000-0000-0000-0000-000000000000",
    ),
    words("ip", "10.0.0.1", "192.168.1.10"),
    words("version", "1.2.3", "1.10.0"),
)
case(
    "booleans.csv",
    "a,b,c,d\nTrue,yes,Y,1\nFALSE,no,N,0\ntrue,yes,Y,1\nfalse,no,N,0\n",
    boolean("a", True, False, True, False),
    category("b", "yes", "no", "yes", "no"),
    category("c", "Y", "N", "Y", "N"),
    number("d", 1, 0, 1, 0),
)
case(
    "category-at-the-boundary.csv",
    "five,six\n" + "".join(f"v{i % 5},w{i % 6}\n" for i in range(11)),
    category("five", *(f"v{i % 5}" for i in range(11))),
    plain_text("six", *(f"w{i % 6}" for i in range(11))),
)
case(
    "kinds-told.csv",
    "a,b,c,d,e\n1,x,7,true,2024-01-31\ntwo,y,8,perhaps,soon\n3,z,,false,2024-02-01\n",
    number("a", 1, None, 3, unreadable={"2": "two"}),
    category("b", "x", "y", "z"),
    plain_text("c", "7", "8", None),
    boolean("d", True, None, False, unreadable={"2": "perhaps"}),
    datetime("e", "2024-01-31", None, "2024-02-01", unreadable={"2": "soon"}),
    warnings=[["'a'", "row 2"], ["'d'", "row 2"], ["'e'", "row 2"]],
    number=["a"],
    category=["b"],
    text=["c"],
    boolean=["d"],
    datetime=["e"],
)
case(
    "whole-numbers-told.csv",
    "n,zip\n9007199254740993,01234\nnone,98765\n3,00007\n",
    number("n", 2**53 + 1, None, 3, unreadable={"2": "none"}),
    number("zip", 1234, 98765, 7),
    warnings=[["'n'", "row 2"]],
    number=["n", "zip"],
)
case(
    "people-numbers-told.csv",
    "a;b;c;d\n5;$5;12%;1,234\n$7.50;€ 6;5 %;2,345\n1,234.50;n/k;n/k;n/k\n(5);8;0.5%;7\n",
    number("a", 5, 7.5, 1234.5, -5),
    number("b", None, None, None, 8, unreadable={"1": "$5", "2": "€ 6", "3": "n/k"}),
    number("c", 0.12, 0.05, None, 0.005, unreadable={"3": "n/k"}),
    number("d", 1234, 2345, None, 7, unreadable={"3": "n/k"}),
    warnings=[
        ["'a'", "$", "currency=no"],
        ["'b'", "$ and €", "currency=yes"],
        ["'b'", "rows 1, 2 and 3", "'$5'"],
        ["'c'", "percent=no"],
        ["'c'", "row 3", "'n/k'"],
        ["'d'", "','", "thousands", "elsewhere"],
        ["'d'", "row 3", "'n/k'"],
    ],
    number=["a", "b", "c", "d"],
)
doubtful = "x;y;z;t\n1,234;5;1,5;a\n2,345;12%;1,234.5;b\n7;6;1,234;c\nno;7;2.5;d\n"
case(
    "numbers-told-in-doubt.csv",
    doubtful,
    number("x", None, None, 7, None, unreadable={"1": "1,234", "2": "2,345", "4": "no"}),
    number("y", 5, None, 6, 7, unreadable={"2": "12%"}),
    number("z", None, 1234.5, None, 2.5, unreadable={"1": "1,5", "3": "1,234"}),
    words("t", *"abcd"),
    warnings=[
        ["'x'", 'decimal=","', 'thousands=","'],
        ["'x'", "rows 1, 2 and 4", "'1,234'"],
        ["'y'", "1 of its 4", "percent=yes"],
        ["'y'", "row 2", "'12%'"],
        ["'z'", "two ways", "'1,234.5' and '1,5'"],
        ["'z'", "rows 1 and 3"],
    ],
    number=["x", "y", "z"],
)
case(
    "numbers-told-without-doubt.csv",
    doubtful,
    number("x", 1.234, 2.345, 7, None, unreadable={"4": "no"}),
    number("y", 5, 0.12, 6, 7),
    number("z", 1.5, None, 1.234, None, unreadable={"2": "1,234.5", "4": "2.5"}),
    words("t", *"abcd"),
    warnings=[
        ["'x'", "row 4", "'no'"],
        ["'y'", "fractions", "percent=no"],
        ["'z'", "rows 2 and 4", "'1,234.5'"],
    ],
    number=["x", "y", "z"],
    decimal=",",
    percent="yes",
)
case(
    "people-numbers-told-no.csv",
    "x;y\n$5;12%\n(6);13%\n7;none\n",
    number("x", None, None, 7, unreadable={"1": "$5", "2": "(6)"}),
    number("y", None, None, None, unreadable={"1": "12%", "2": "13%", "3": "none"}),
    warnings=[["'x'", "rows 1 and 2"], ["'y'", "rows 1, 2 and 3"]],
    number=["x", "y"],
    currency="no",
    percent="no",
)
case(
    "numbers-told-beside-commas.csv",
    "price;count;t\n1.234,50;1.234;a\n0,99;12.000;b\nfree;7;c\n",
    number("price", 1234.5, 0.99, None, unreadable={"3": "free"}),
    number("count", 1234, 12000, 7),
    words("t", *"abc"),
    warnings=[["'price'", "row 3", "'free'"], ["'count'", "'.'", "thousands", "elsewhere"]],
    number=["price", "count"],
)
case(
    "points-told-between-thousands.csv",
    "n;t\n1.234;a\n12.000;b\n7;c\n",
    number("n", 1234, 12000, 7),
    words("t", *"abc"),
    thousands=".",
)
several = (
    "d;e;f;t\n31/01/2024;2024-01-31;31/01/2024;a\n05/02/2024;Jan 5, 2024;01/31/2024;b\n"
    "soon;1.2.2024;2024-03-01;c\n"
)
case(
    "people-dates-told.csv",
    several,
    datetime("d", "2024-01-31", "2024-02-05", None, unreadable={"3": "soon"}),
    datetime("e", "2024-01-31", "2024-01-05", "2024-02-01"),
    datetime("f", None, None, "2024-03-01", unreadable={"1": "31/01/2024", "2": "01/31/2024"}),
    words("t", *"abc"),
    warnings=[
        ["'d'", "row 3", "'soon'"],
        ["'f'", "contradict", "dates=dmy"],
        ["'f'", "rows 1 and 2", "'31/01/2024'"],
    ],
    datetime=["d", "e", "f"],
)
case(
    "people-dates-told-in-order.csv",
    several,
    datetime("d", None, "2024-05-02", None, unreadable={"1": "31/01/2024", "3": "soon"}),
    datetime("e", "2024-01-31", "2024-01-05", None, unreadable={"3": "1.2.2024"}),
    datetime("f", None, "2024-01-31", "2024-03-01", unreadable={"1": "31/01/2024"}),
    words("t", *"abc"),
    warnings=[["'d'", "rows 1 and 3"], ["'e'", "row 3"], ["'f'", "row 1"]],
    datetime=["d", "e", "f"],
    dates="mdy",
)
case(
    "dates-told-in-doubt.csv",
    "d;t\n05/02/2024;a\n2024-02-05;b\n04/03/2024;c\n",
    datetime("d", None, "2024-02-05", None, unreadable={"1": "05/02/2024", "3": "04/03/2024"}),
    words("t", *"abc"),
    warnings=[["'d'", "dates=dmy", "dates=mdy"], ["'d'", "rows 1 and 3"]],
    datetime=["d"],
)
case(
    "text-told-for-numbers.csv",
    'id,n\n007,1\n"",2\nNA,3\n 1.50 ,4\n',
    plain_text("id", "007", "", None, " 1.50 "),
    number("n", 1, 2, 3, 4),
    text=["id"],
)
case(
    "first-rows-only.csv",
    "a,b\n1,x\n2,y\nthree,z\n4\n",
    number("a", 1, 2),
    words("b", "x", "y"),
    rows=2,
)
case(
    "epoch-seconds.csv",
    "at,ms\n1706659200,1706659200123\n1706745600,1706745600456\n",
    number("at", 1706659200, 1706745600),
    number("ms", 1706659200123, 1706745600456),
)
case(
    "whole-and-decimal.csv",
    "a,b\n1,1\n2,2.0\n3,3\n",
    number("a", 1, 2, 3),
    number("b", 1, 2, 3),
)
