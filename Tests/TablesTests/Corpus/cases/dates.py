"""Dates and times of every form."""
from cases.corpus import case, datetime, number, plain_text, words

case(
    "dates-iso.csv",
    "date,minutes,seconds,slashes,zulu\n"
    "2024-01-31,2024-01-31 10:20,2024-01-31T10:20:30,2024/01/31,2024-01-31T05:06:07Z\n"
    "1969-12-31,2024-02-01 00:00,1901-01-01T23:59:59,1999/12/31,2024-01-31T05:06:07.5Z\n",
    datetime("date", "2024-01-31", "1969-12-31"),
    datetime("minutes", "2024-01-31T10:20:00Z", "2024-02-01"),
    datetime("seconds", "2024-01-31T10:20:30Z", "1901-01-01T23:59:59Z"),
    datetime("slashes", "2024-01-31", "1999-12-31"),
    datetime("zulu", "2024-01-31T05:06:07Z", "2024-01-31T05:06:07.5Z"),
)
case(
    "dates-with-offsets.csv",
    "a,b,c\n2024-01-31T10:00:00+02:00,2024-01-31 10:00:00+0530,2024-01-31 10:00:00-05\n"
    "2024-01-01T00:30:00+01:00,2024-01-31 10:00:00-0330,2024-12-31 23:00:00-05\n",
    datetime("a", "2024-01-31T08:00:00Z", "2023-12-31T23:30:00Z"),
    datetime("b", "2024-01-31T04:30:00Z", "2024-01-31T13:30:00Z"),
    datetime("c", "2024-01-31T15:00:00Z", "2025-01-01T04:00:00Z"),
)
case(
    "dates-offsets-mixed.csv",
    "n,t\n1,2024-01-31T10:00:00+02:00\n2,2024-01-31T10:00:00\n3,2024-01-31T10:00:00Z\n",
    number("n", 1, 2, 3),
    datetime("t", "2024-01-31T08:00:00Z", "2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
    warnings=[["'t'", "UTC"]],
)
case(
    "dates-with-fractions.csv",
    "n;t;u\n1;2024-01-31 10:20:30.5;2024-01-31 10:20:30,123\n"
    "2;2024-01-31 10:20:30.123456;2024-01-31 10:20:31,000\n",
    number("n", 1, 2),
    datetime("t", "2024-01-31T10:20:30.5Z", "2024-01-31T10:20:30.123456Z"),
    datetime("u", "2024-01-31T10:20:30.123Z", "2024-01-31T10:20:31Z"),
)
case(
    "dates-with-nanoseconds.csv",
    "n,t\n1,2024-01-31T10:20:30.123456789Z\n2,2024-01-31T10:20:30.999999999Z\n",
    number("n", 1, 2),
    datetime("t", "2024-01-31T10:20:30.123456Z", "2024-01-31T10:20:30.999999Z"),
    warnings=[["'t'", "micro"]],
)
case(
    "dates-german.csv",
    "a;b;c\n31.01.2024;1.2.2024;05.06.2024 10:20\n01.02.2024;12.12.2024;07.08.2024 23:59:59\n",
    datetime("a", "2024-01-31", "2024-02-01"),
    datetime("b", "2024-02-01", "2024-12-12"),
    datetime("c", "2024-06-05T10:20:00Z", "2024-08-07T23:59:59Z"),
)
case(
    "dates-british.csv",
    "n,d,e\n1,05/02/2024,1/2/2024\n2,31/01/2024,13/2/2024\n3,12/12/2024,9/3/2024\n",
    number("n", 1, 2, 3),
    datetime("d", "2024-02-05", "2024-01-31", "2024-12-12"),
    datetime("e", "2024-02-01", "2024-02-13", "2024-03-09"),
)
case(
    "dates-american.csv",
    "n,d,e\n1,02/05/2024,1/2/2024 1:05 PM\n2,01/31/2024,1/13/2024 12:00 AM\n3,12/12/2024,12/9/2024 12:30 pm\n",
    number("n", 1, 2, 3),
    datetime("d", "2024-02-05", "2024-01-31", "2024-12-12"),
    datetime("e", "2024-01-02T13:05:00Z", "2024-01-13", "2024-12-09T12:30:00Z"),
)
case(
    "dates-with-dashes.csv",
    "n,d\n1,31-01-2024\n2,05-02-2024\n",
    number("n", 1, 2),
    datetime("d", "2024-01-31", "2024-02-05"),
)
case(
    "dates-ambiguous.csv",
    "n,d\n1,01/02/2024\n2,05/06/2024\n3,12/11/2024\n",
    number("n", 1, 2, 3),
    words("d", "01/02/2024", "05/06/2024", "12/11/2024"),
    warnings=[["'d'", "dates=dmy", "dates=mdy"]],
)
case(
    "dates-ambiguous-told-dmy.csv",
    "n,d\n1,01/02/2024\n2,05/06/2024\n3,12/11/2024\n",
    number("n", 1, 2, 3),
    datetime("d", "2024-02-01", "2024-06-05", "2024-11-12"),
    dates="dmy",
)
case(
    "dates-ambiguous-told-mdy.csv",
    "n,d\n1,01/02/2024\n2,05/06/2024\n3,12/11/2024\n",
    number("n", 1, 2, 3),
    datetime("d", "2024-01-02", "2024-05-06", "2024-12-11"),
    dates="mdy",
)
case(
    "dates-told-ymd.csv",
    "n,d\n1,24/01/02\n2,23/12/31\n",
    number("n", 1, 2),
    datetime("d", "2024-01-02", "2023-12-31"),
    warnings=[["'d'"]],
    dates="ymd",
)
case(
    "dates-contradicting.csv",
    "n,d\n1,31/01/2024\n2,01/31/2024\n3,05/06/2024\n",
    number("n", 1, 2, 3),
    words("d", "31/01/2024", "01/31/2024", "05/06/2024"),
    warnings=[["'d'"]],
)
case(
    "dates-of-two-digit-years.csv",
    "n,d,e\n1,31/01/24,31.12.68\n2,05/02/99,01.01.69\n",
    number("n", 1, 2),
    datetime("d", "2024-01-31", "1999-02-05"),
    datetime("e", "2068-12-31", "1969-01-01"),
    warnings=[["'d'"], ["'e'"]],
)
case(
    "dates-with-month-names.csv",
    'a,b,c,d\n31 Jan 2024,"Jan 31, 2024",31-Jan-2024,1 January 2024\n'
    '1 feb 2023,"Feb 1, 2023",01-FEB-2023,28 December 2023\n',
    datetime("a", "2024-01-31", "2023-02-01"),
    datetime("b", "2024-01-31", "2023-02-01"),
    datetime("c", "2024-01-31", "2023-02-01"),
    datetime("d", "2024-01-01", "2023-12-28"),
)
case(
    "dates-of-oracle.csv",
    "n,d\n1,31-JAN-24\n2,01-FEB-99\n",
    number("n", 1, 2),
    datetime("d", "2024-01-31", "1999-02-01"),
    warnings=[["'d'"]],
)
case(
    "dates-that-never-were.csv",
    "n,d\n" + "".join(f"{i},2023-02-{i + 19:02}\n" for i in range(1, 12)),
    number("n", *range(1, 12)),
    words("d", *(f"2023-02-{i + 19:02}" for i in range(1, 12))),
)
case(
    "dates-nearly-all.csv",
    "n,d\n" + "".join(f"{i},2023-02-{i + 9:02}\n" for i in range(1, 21)),
    number("n", *range(1, 21)),
    words("d", *(f"2023-02-{i + 9:02}" for i in range(1, 21))),
    warnings=[["'d'", "row 20", "'2023-02-29'", "datetime=d"]],
)
case(
    "leap-days.csv",
    "a,b\n2024-02-29,29.02.2000\n2000-02-29,29.02.2024\n1600-02-29,28.02.1900\n",
    datetime("a", "2024-02-29", "2000-02-29", "1600-02-29"),
    datetime("b", "2000-02-29", "2024-02-29", "1900-02-28"),
)
case(
    "leap-days-that-never-were.csv",
    "n,a,b\n1,1900-02-29,29.02.2023\n2,2100-02-29,29.02.2100\n",
    number("n", 1, 2),
    words("a", "1900-02-29", "2100-02-29"),
    words("b", "29.02.2023", "29.02.2100"),
)
case(
    "times-alone.csv",
    "n,t\n1,10:20\n2,11:21:31\n",
    number("n", 1, 2),
    words("t", "10:20", "11:21:31"),
)
case(
    "years-that-cannot-be.csv",
    "n,a,b\n1,0000-01-01,10000-01-01\n2,0000-12-31,12024-01-01\n",
    number("n", 1, 2),
    words("a", "0000-01-01", "0000-12-31"),
    words("b", "10000-01-01", "12024-01-01"),
)
case(
    "dates-year-first.csv",
    "n,a,b,c\n1,2024/1/5,2024.01.31,2024-1-5\n2,2024/12/31,2023.12.01,2024-10-15\n",
    number("n", 1, 2),
    datetime("a", "2024-01-05", "2024-12-31"),
    datetime("b", "2024-01-31", "2023-12-01"),
    datetime("c", "2024-01-05", "2024-10-15"),
)
case(
    "dates-and-times-mixed.csv",
    "n,a,b\n1,2024-01-31,31.01.2024\n2,2024-02-01 10:20,01.02.2024 10:20\n",
    number("n", 1, 2),
    datetime("a", "2024-01-31", "2024-02-01T10:20:00Z"),
    datetime("b", "2024-01-31", "2024-02-01T10:20:00Z"),
)
case(
    "dates-no-dates.csv",
    "week,month,compact,quarter\n2024-W05,2024-01,20240131,Q1 2024\n2024-W06,2024-02,20240201,Q2 2024\n",
    words("week", "2024-W05", "2024-W06"),
    words("month", "2024-01", "2024-02"),
    number("compact", 20240131, 20240201),
    words("quarter", "Q1 2024", "Q2 2024"),
)
