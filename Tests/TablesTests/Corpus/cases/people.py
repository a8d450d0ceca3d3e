"""Numbers as people write them."""
from cases.corpus import case, number, plain_text, words

both = ['decimal=","', 'thousands=","']

case(
    "german-spreadsheet.csv",
    "\ufeffArtikel;Menge;Preis;Umsatz;Quote\r\nSchraube;1.250;0,05;62,50;12,5 %\r\n"
    "Mutter;900;1,10;990,00;7,25 %\r\nBolzen;12.000;12,00;1.144.000,50;80,25 %\r\n",
    words("Artikel", "Schraube", "Mutter", "Bolzen"),
    number("Menge", 1250, 900, 12000),
    number("Preis", 0.05, 1.1, 12),
    number("Umsatz", 62.5, 990, 1144000.5),
    number("Quote", 0.125, 0.0725, 0.8025),
    warnings=[["'Menge'"], ["'Quote'", "percent=no"]],
)
case(
    "french-spreadsheet.csv",
    "Ville;Habitants;Prix;Part\nParis;2\u202f102\u202f650;1\u00a0234,50 €;12,5\u00a0%\n"
    "Lyon;522\u202f250;99,00 €;3,1\u00a0%\nNice;348\u202f085;-5,00 €;2\u00a0%\n",
    words("Ville", "Paris", "Lyon", "Nice"),
    number("Habitants", 2102650, 522250, 348085),
    number("Prix", 1234.5, 99, -5),
    number("Part", 0.125, 0.031, 0.02),
    warnings=[["'Prix'", "€", "currency=no"], ["'Part'", "percent=no"]],
)
case(
    "swiss-spreadsheet.csv",
    "Konto;Betrag;Saldo;Gebühr\nA;1'234.50;12’345’678;CHF 5.00\nB;-20.00;1’000;CHF 1'005.50\n",
    words("Konto", "A", "B"),
    number("Betrag", 1234.5, -20),
    number("Saldo", 12345678, 1000),
    number("Gebühr", 5, 1005.5),
    warnings=[["'Gebühr'", "CHF", "currency=no"]],
)
case(
    "us-spreadsheet.csv",
    'Item,Units,Revenue,Growth,Margin\nA,"1,234,567","$1,234.50",12%,(5.00)\n'
    'B,"1,200","$99.00",-3.5%,12.25\nC,950,"-$5.25",100%,"(1,005.50)"\n',
    words("Item", "A", "B", "C"),
    number("Units", 1234567, 1200, 950),
    number("Revenue", 1234.5, 99, -5.25),
    number("Growth", 0.12, -0.035, 1),
    number("Margin", -5, 12.25, -1005.5),
    warnings=[
        ["'Revenue'", "$", "currency=no"],
        ["'Growth'", "percent=no"],
        ["'Margin'", "currency=no"],
    ],
)
case(
    "sap-export.txt",
    "Material|Bestand|Wert\n000100|1.250,000|12.500,00\n000200|15,500-|155,00-\n000300|0,000|0,00\n",
    words("Material", "000100", "000200", "000300"),
    number("Bestand", 1250, -15.5, 0),
    number("Wert", 12500, -155, 0),
    warnings=[["'Bestand'", "text=Bestand"], ["'Wert'", "text=Wert"]],
)
case(
    "decimal-commas.csv",
    "a;b\n1,5;-0,25\n2;1,234\n1234,567;,5\n",
    number("a", 1.5, 2, 1234.567),
    number("b", -0.25, 1.234, 0.5),
)
case(
    "decimal-commas-quoted.csv",
    'a,b\n"1,5",x\n"2,25",y\n3,z\n',
    number("a", 1.5, 2.25, 3),
    words("b", "x", "y", "z"),
)
case(
    "thousands-of-every-kind.csv",
    "blank;nbsp;narrow;point;comma\n1 234;1\u00a0234\u00a0567;12\u202f345,5;1.234.567;1,234,567\n"
    "12;1\u00a0000;1,5;1.000;1,000\n-1 234 567;5;100;-10;-10.5\n",
    number("blank", 1234, 12, -1234567),
    number("nbsp", 1234567, 1000, 5),
    number("narrow", 12345.5, 1.5, 100),
    number("point", 1234567, 1000, -10),
    number("comma", 1234567, 1000, -10.5),
)
case(
    "commas-ambiguous.csv",
    "a;x\nr;1,234\ns;2,500\nt;10\n",
    words("a", "r", "s", "t"),
    words("x", "1,234", "2,500", "10"),
    warnings=[["'x'", *both]],
)
case(
    "commas-decided-by-one-cell.csv",
    "a;dec;thou\nr;1,234;1,234\ns;2,50;2,500\nt;3,000;1,000,000\n",
    words("a", "r", "s", "t"),
    number("dec", 1.234, 2.5, 3),
    number("thou", 1234, 2500, 1000000),
)
case(
    "commas-contradicting.csv",
    "a;x\nr;1,5\ns;1,234,567\nt;2\n",
    words("a", "r", "s", "t"),
    words("x", "1,5", "1,234,567", "2"),
    warnings=[["'x'"]],
)
case(
    "commas-following-decimals.csv",
    "a;b\n1,234;1,5\n2,500;2,25\n",
    number("a", 1.234, 2.5),
    number("b", 1.5, 2.25),
    warnings=[["'a'"]],
)
case(
    "commas-following-thousands.csv",
    'a,b\n"1,234","1,234,567"\n"2,500","12.5"\n',
    number("a", 1234, 2500),
    number("b", 1234567, 12.5),
    warnings=[["'a'"]],
)
case(
    "points-following-decimal-commas.csv",
    "umsatz;quote;lage\n1.250;0,5;0.123\n900;0,25;47.5\n12.000;0,75;11.581\n",
    number("umsatz", 1250, 900, 12000),
    number("quote", 0.5, 0.25, 0.75),
    number("lage", 0.123, 47.5, 11.581),
    warnings=[["'umsatz'"]],
)
case(
    "points-are-points.csv",
    "x,y\n1.234,a\n2.500,b\n",
    number("x", 1.234, 2.5),
    words("y", "a", "b"),
)
case(
    "decimal-told.csv",
    "a;b;c\n1,234;1.234;1\n2,500;12.000,5;2\n",
    number("a", 1.234, 2.5),
    number("b", 1234, 12000.5),
    number("c", 1, 2),
    decimal=",",
)
case(
    "thousands-told.csv",
    'a,b\n"1,234",1.5\n"2,500",2.5\n',
    number("a", 1234, 2500),
    number("b", 1.5, 2.5),
    thousands=",",
)
case(
    "percent.csv",
    "a,b\n12%,12.5 %\n0%,33.3%\n-7%,1e1%\n".replace("1e1%", "100%"),
    number("a", 0.12, 0, -0.07),
    number("b", 0.125, 0.333, 1),
    warnings=[["'a'", "percent=no"], ["'b'", "percent=no"]],
)
case(
    "percent-and-plain.csv",
    "n,x\n1,12%\n2,0.5\n3,7%\n",
    number("n", 1, 2, 3),
    words("x", "12%", "0.5", "7%"),
    warnings=[["'x'", "%"]],
)
case(
    "percent-refused.csv",
    "n,x\n1,12%\n2,5%\n3,7%\n",
    number("n", 1, 2, 3),
    words("x", "12%", "5%", "7%"),
    percent="no",
)
case(
    "currencies.csv",
    "a;b;c;d;e;f\n$5;5 €;£1,234.50;¥100;₹2.50;USD 5\n-$5;1,50 €;£2.00;¥20,000,000;₹3;USD 6.50\n"
    "$-6;-2 €;£3;¥1;₹4.25;USD 7\n",
    number("a", 5, -5, -6),
    number("b", 5, 1.5, -2),
    number("c", 1234.5, 2, 3),
    number("d", 100, 20000000, 1),
    number("e", 2.5, 3, 4.25),
    number("f", 5, 6.5, 7),
    warnings=[
        ["'a'", "$", "currency=no"],
        ["'b'", "€", "currency=no"],
        ["'c'", "£", "currency=no"],
        ["'d'", "¥", "currency=no"],
        ["'e'", "₹", "currency=no"],
        ["'f'", "USD", "currency=no"],
    ],
)
case(
    "currency-accounting.csv",
    "a,b\n($5.00),x\n$12.50,y\n3.25,z\n$(1.50),w\n",
    number("a", -5, 12.5, 3.25, -1.5),
    words("b", "x", "y", "z", "w"),
    warnings=[["'a'", "$", "currency=no"]],
)
case(
    "currencies-mixed.csv",
    "n,amount\n1,$5\n2,€6\n3,$7\n",
    number("n", 1, 2, 3),
    words("amount", "$5", "€6", "$7"),
    warnings=[["'amount'", "$", "€"]],
)
case(
    "currency-refused.csv",
    "n,amount\n1,$5\n2,$6\n3,$7\n",
    number("n", 1, 2, 3),
    words("amount", "$5", "$6", "$7"),
    currency="no",
)
case(
    "minus-of-typographers.csv",
    "place,temp\nA,\u22125.5\nB,3\nC,\u221210\n",
    words("place", "A", "B", "C"),
    number("temp", -5.5, 3, -10),
)
case(
    "phone-numbers.csv",
    "a,b,c\n030 123456,555-1234,+49 171 123 456\n0171 1234567,555-9876,+49 30 987 654\n",
    words("a", "030 123456", "0171 1234567"),
    words("b", "555-1234", "555-9876"),
    words("c", "+49 171 123 456", "+49 30 987 654"),
)
case(
    "numbers-with-units.csv",
    "n,weight,share\n1,5 kg,1/2\n2,6 kg,3/4\n",
    number("n", 1, 2),
    words("weight", "5 kg", "6 kg"),
    words("share", "1/2", "3/4"),
)
case(
    "groups-that-are-none.csv",
    "n;a;b;c\n1;1,23,456;12,34;1.23.456\n2;2,00,000;1,2,3;2.00.000\n",
    number("n", 1, 2),
    words("a", "1,23,456", "2,00,000"),
    words("b", "12,34", "1,2,3"),
    words("c", "1.23.456", "2.00.000"),
)
