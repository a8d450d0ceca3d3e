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
