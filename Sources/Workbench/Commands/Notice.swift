import Tables
package import Diagnostics
package import Display

/// The measurement of a command that has few things to say: its JSON and its scene, side by side.
package struct Notice: Measurement {
  package let json: JSON
  package let scene: Scene

  package init(_ members: [JSON.Member], _ scene: Scene) {
    json = .object(members)
    self.scene = scene
  }

  package func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension Notice {
  /// Rows and columns first, as every verb's result has them, then more.
  package init(_ study: Study, _ members: [JSON.Member], _ blocks: [Scene.Block]) {
    self.init(study.extent + members, Scene(blocks))
  }
}

extension Study {
  /// The size of the table as its recipe leaves it.
  package var extent: [JSON.Member] {
    [
      .init("rows", .integer(Int64(frame.rowCount))),
      .init("columns", .integer(Int64(view.frame.columnCount))),
    ]
  }
}

extension JSON {
  package static func count(_ value: Int) -> JSON { .integer(Int64(value)) }
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  package static func optional(_ value: Double?) -> JSON { value.map(JSON.number) ?? .null }
  package static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}
