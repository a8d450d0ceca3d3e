"""Files that hold no table."""
from cases.corpus import case

case("empty.csv", "", error=["empty"])
case("only-a-mark.csv", "\ufeff", error=["empty"])
case("only-blank-lines.csv", "\n\r\n  \n\n", error=["empty"])
case("only-a-header.csv", "a,b\n", error=["2 columns", "no rows"])
case("only-a-header-no-line-end.csv", "a,b,c", error=["3 columns", "no rows"])
case("only-one-text.csv", "hello\n", error=["no rows"])
