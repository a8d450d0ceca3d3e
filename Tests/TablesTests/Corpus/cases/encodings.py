"""Bytes and letters."""
import struct

from cases.corpus import case, datetime, number, plain_text, words

case("utf8-bom.csv", "\ufeffage,name\n1,é\n2,é\n", number("age", 1, 2), words("name", "é", "é"))
case(
    "utf8-bom-twice.csv",
    "\ufeff\ufeffage,name\n1,é\n2,é\n",
    number("age", 1, 2),
    words("name", "é", "é"),
)
case(
    "excel-unicode-text.txt",
    "Größe\tName\tOrt\r\n1\tZoë\tKöln\r\n2\t😀 Ltd\tKöln\r\n3\t\tKöln\r\n".encode("utf-16"),
    number("Größe", 1, 2, 3),
    words("Name", "Zoë", "😀 Ltd", None),
    words("Ort", "Köln", "Köln", "Köln"),
)
case(
    "utf16be-bom.csv",
    b"\xfe\xff" + "n,t\n1,žluť\n2,кошка\n".encode("utf-16-be"),
    number("n", 1, 2),
    words("t", "žluť", "кошка"),
)
case(
    "utf16le-without-bom.csv",
    "n,t\n1,one\n2,café\n".encode("utf-16-le"),
    number("n", 1, 2),
    words("t", "one", "café"),
    warnings=[["encoding="]],
)
case(
    "utf16be-without-bom.csv",
    "n;t\r\n1;one\r\n2;café\r\n".encode("utf-16-be"),
    number("n", 1, 2),
    words("t", "one", "café"),
    warnings=[["encoding="]],
)
case(
    "utf16-lone-surrogate.csv",
    b"\xff\xfe" + "n,t\n1,a\n2,x".encode("utf-16-le") + b"\x00\xd8" + "y\n".encode("utf-16-le"),
    number("n", 1, 2),
    words("t", "a", "x\ufffdy"),
    warnings=[["row 2", "U+FFFD"]],
)
case(
    "utf16-sep-line.csv",
    "sep=;\r\na;b\r\n1;x\r\n2;y\r\n".encode("utf-16"),
    number("a", 1, 2),
    words("b", "x", "y"),
    warnings=[["sep=;"]],
)
case(
    "windows-1252.csv",
    "id;name;note\n1;Müller;“fine” – 5 €\n2;Smith;ok\n3;Núñez;ça va\n".encode("cp1252"),
    number("id", 1, 2, 3),
    words("name", "Müller", "Smith", "Núñez"),
    words("note", "“fine” – 5 €", "ok", "ça va"),
    warnings=[["windows-1252", "line 2", "encoding="]],
)
case(
    "latin-1-told.csv",
    b"n,t\n1,caf\xe9\n2,\x80\n",
    number("n", 1, 2),
    words("t", "café", "\x80"),
    encoding="latin-1",
)
case(
    "mixed-encodings.csv",
    "n,t\n1,café\n".encode() + "2,café\n3,plain\n".encode("cp1252"),
    number("n", 1, 2, 3),
    words("t", "cafÃ©", "café", "plain"),
    warnings=[["windows-1252", "line 3", "encoding="]],
)
case(
    "broken-utf8-told.csv",
    b"n,t\n1,a\xffb\n2,\xc3\xa9\n3,\xfe\n",
    number("n", 1, 2, 3),
    words("t", "a\ufffdb", "é", "\ufffd"),
    warnings=[["rows 1 and 3", "U+FFFD"]],
    encoding="utf-8",
)
case(
    "broken-utf8-bom.csv",
    b"\xef\xbb\xbfn,t\n1,ok\n2,a\xffb\n",
    number("n", 1, 2),
    words("t", "ok", "a\ufffdb"),
    warnings=[["row 2", "U+FFFD"]],
)
case(
    "truncated-utf8.csv",
    "n,name\n1,Ünal\n2,M".encode() + b"\xc3",
    number("n", 1, 2),
    words("name", "Ünal", "M\ufffd"),
    warnings=[["row 2", "U+FFFD"], ["row 2", "without a line end"]],
)
case(
    "latin-1-last-byte.csv",
    b"n,name\n1,Jose\n2,Caf\xe9",
    number("n", 1, 2),
    words("name", "Jose", "Café"),
    warnings=[["windows-1252", "line 3", "encoding="], ["row 2", "without a line end"]],
)
case(
    "zero-byte.csv",
    b"id,remark\n1,first remark\n2,sec\x00ond remark\n3,third remark\n4,fourth remark\n",
    number("id", 1, 2, 3, 4),
    words("remark", "first remark", "sec\0ond remark", "third remark", "fourth remark"),
    warnings=[["row 2"]],
)
case(
    "binary-numbers.csv",
    struct.pack("<400i", *(7 * i * i for i in range(400))),
    error=["binary"],
)
case("pdf.csv", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\n", error=["PDF"])
case("png.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0", error=["PNG"])
case("zip.csv", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0b\xee\x9dh^\x01\0\0", error=["zip"])
case(
    "separators-of-unicode.csv",
    "id,t\n1,a\u2028b\n2,line c\x0bd line\n3,f\u0085g and more\n4,page\x0cpage\n",
    number("id", 1, 2, 3, 4),
    words("t", "a\u2028b", "line c\x0bd line", "f\u0085g and more", "page\x0cpage"),
)
case(
    "combining-marks.csv",
    "n,\u0301a,b\n1,\u0308x,👩‍🔬\n2,\u0301,🇩🇪\n",
    number("n", 1, 2),
    words("\u0301a", "\u0308x", "\u0301"),
    words("b", "👩‍🔬", "🇩🇪"),
)
case(
    "combining-marks-behind-quotes.csv",
    'a,b\n"x",\u0301"y\n"\u0301z",1\n',
    words("a", "x", "\u0301z"),
    words("b", '\u0301"y', "1"),
    header="yes",
)
case(
    "composed-and-not.csv",
    "w,n\né,1\ne\u0301,2\né,3\ne\u0301,4\n",
    words("w", "é", "e\u0301", "é", "e\u0301"),
    number("n", 1, 2, 3, 4),
)
case(
    "right-to-left.csv",
    "שם,عدد,رقم\nדנה,٣,1\nיוסף,٤,2\n",
    words("שם", "דנה", "יוסף"),
    words("عدد", "٣", "٤"),
    number("رقم", 1, 2),
)
case(
    "names-with-invisible-letters.csv",
    "\u200bage\u200b,\u00a0height ,weight\u200e,a\u200db\n1,2,3,4\n",
    number("age", 1),
    number("height", 2),
    number("weight", 3),
    number("a\u200db", 4),
)
case(
    "unicode-letters-in-names.csv",
    "año,größe (m²),名前,Δt\n2024-01-31,1.5,猫,-3\n",
    datetime("año", "2024-01-31"),
    number("größe (m²)", 1.5),
    plain_text("名前", "猫"),
    number("Δt", -3),
)
