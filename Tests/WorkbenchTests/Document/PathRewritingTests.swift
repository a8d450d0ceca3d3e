import Testing
import Workbench

struct PathRewritingTests {
  @Test(arguments: [
    ("data/a.csv", "", "data/a.csv"), ("data/a.csv", "out", "../data/a.csv"),
    ("data/a.csv", "data", "a.csv"), ("../a.csv", "out", "../../a.csv"),
    ("/home/u/w/a.csv", "/home/u/out", "../w/a.csv"), ("a.csv", "/home/u/out", "../w/a.csv"),
    ("a.csv", "/srv", "/home/u/w/a.csv"), ("a.csv", "/", "home/u/w/a.csv"),
    ("./x/../a.csv", ".", "a.csv"),
  ]) func `a path is written as seen from the folder`(
    path: String,
    folder: String,
    expected: String
  ) {
    #expect(PathRewriting.relative(path, to: folder, working: "/home/u/w") == expected)
  }

  @Test func `only the paths of lines that read or write files are touched`() {
    #expect(
      PathRewriting.rewrite("load \"a.csv\" as=b # \"a.csv\"", from: "", to: "x")
        == "load \"../a.csv\" as=b # \"a.csv\""
    )
    let other = "recode wall \"a.csv\"=missing"
    #expect(PathRewriting.rewrite(other, from: "", to: "x") == other)
    #expect(PathRewriting.rewrite("load \"/a.csv\"", from: "", to: "x") == "load \"/a.csv\"")
  }
}
