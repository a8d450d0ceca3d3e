import Modelling
import Canvas
import Diagnostics
import Display
import Language
import Tables

extension Study {
  /// The rows for the table screen: those that looks see.
  func tableContent() throws(Diagnostic) -> TableContent {
    try requireData()
    let subject = try subject(for: Call("head"))
    var roleOfColumn: [String: String] = [:]
    for role in roles {
      let name = role.held.column.name
      let others = roleOfColumn[name].map { $0 + ", " } ?? ""
      roleOfColumn[name] = others + role.role.rawValue
    }
    if let held = split?.held { roleOfColumn[held.column.name] = "split" }
    return TableContent(
      subject.frame,
      title: source?.path ?? "",
      restriction: subject.restriction,
      totalRowCount: subject.totalRowCount,
      target: target?.target.name,
      roles: roleOfColumn
    )
  }
}
