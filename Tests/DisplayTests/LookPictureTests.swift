import Canvas
import Diagnostics
import Display
import Tables
import TestSupport
import Testing

/// Golden pictures of every look: colour (with a map of the styles), without colour, ASCII.
struct LookPictureTests {
  struct Picture: Sendable, CustomTestStringConvertible {
    var name: String
    var sample: String
    var line: String

    var testDescription: String { name }
  }

  static let pictures: [Picture] = [
    .init(name: "head", sample: "penguins_raw", line: "head 8"),
    .init(name: "describe", sample: "penguins_raw", line: "describe"),
    .init(name: "freq", sample: "penguins_raw", line: "freq Species Sex"),
    .init(name: "hist", sample: "ohio_houses", line: "hist living_area_sqft"),
    .init(
      name: "hist-groups",
      sample: "penguins_raw",
      line: "hist `Body Mass (g)` by Species"
    ),
    .init(name: "hist-dates", sample: "ohio_houses", line: "hist sale_date bins=24"),
    .init(name: "scatter", sample: "ohio_houses", line: "scatter living_area_sqft price"),
    .init(
      name: "scatter-groups",
      sample: "penguins_raw",
      line: "scatter `Culmen Length (mm)` `Culmen Depth (mm)` by Species"
    ),
    .init(
      name: "pairplot",
      sample: "ohio_houses",
      line: "pairplot price year_built living_area_sqft lot_sqft rooms"
    ),
    .init(
      name: "pairplot-groups",
      sample: "penguins_raw",
      line: "pairplot `Culmen Length (mm)` `Culmen Depth (mm)` `Body Mass (g)` by Species"
    ),
    .init(name: "corr", sample: "penguins_raw", line: "corr"),
    .init(name: "corr-wide", sample: "ohio_houses", line: "corr spearman"),
    .init(name: "corr-groups", sample: "penguins_raw", line: "corr by Species"),
    .init(name: "crosstab", sample: "penguins_raw", line: "crosstab Island Species"),
    .init(
      name: "crosstab-share",
      sample: "german_credit",
      line: "crosstab job housing share=row"
    ),
    .init(
      name: "group",
      sample: "penguins_raw",
      line: "group `Body Mass (g)` `Culmen Depth (mm)` by Species Sex"
    ),
    .init(name: "missing", sample: "penguins_raw", line: "missing"),
    .init(name: "outliers", sample: "ohio_houses", line: "outliers"),
  ]

  @Test(arguments: pictures, [Size(80, 24), Size(120, 40)])
  func `a look's picture stays as it is`(picture: Picture, size: Size) throws {
    let frame = try Samples.frame(picture.sample)
    let scene = try Samples.measure(picture.line, on: frame).scene
    let renderings: [(String, Rendering)] = [
      ("colour", .full), ("mono", .text), ("ascii", .ascii),
    ]
    for (name, rendering) in renderings {
      let grid = scene.draw(width: size.width, height: size.height, rendering: rendering)
      let text = Golden.text(of: grid, styled: rendering.colors != .none)
      let file = "\(picture.name)-\(size.width)x\(size.height)-\(name)"
      let difference = Golden(file, of: "Display").difference(from: text)
      #expect(difference == nil)
    }
  }
}
