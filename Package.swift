// swift-tools-version: 6.2
import PackageDescription

// Layers, lowest first: each may import only what stands above it (ARCHITECTURE.md). The build
// rejects any other import: `--explicit-target-dependency-import-check error`.

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func layer(_ name: String, on dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Lowest first. Tests see their layer and all that stands before it.
let layers = [
  "Diagnostics", "Kernels", "Canvas", "Language", "Tables", "Statistics", "Learning", "Pipelines",
  "Modelling", "Specs", "Display", "Exporting", "Workbench", "Terminal",
]

/// What lies beside the tests of a layer and is no code: recorded pictures, files to read.
let beside = [
  "Display": ["Snapshots"],
  "Tables": ["Corpus/cases", "Corpus/files", "Corpus/make.py", "Corpus/others"],
  "Workbench": ["Snapshots"],
]

func tests(of name: String) -> Target {
  let visible = layers.prefix { $0 != name } + [name]
  return .testTarget(
    name: name + "Tests",
    dependencies: ["TestSupport"] + visible.map { .byName(name: $0) }
      + (name == "Terminal" ? ["TerminalProbe"] : []),
    exclude: beside[name] ?? [],
    swiftSettings: strict
  )
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "assay",
  products: [.executable(name: "assay", targets: ["assay"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    layer("Diagnostics", on: []),
    .target(name: "CLinearAlgebra", linkerSettings: [.linkedLibrary("dl")]),
    layer("Kernels", on: ["Diagnostics", "CLinearAlgebra"]),
    layer("Canvas", on: ["Diagnostics"]),
    layer("Language", on: ["Diagnostics"]),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CMinizip"),
    .systemLibrary(name: "CExpat"),
    layer(
      "Tables",
      on: [
        "Diagnostics", "Kernels", "Language", "CZlib", "CMinizip", "CExpat", crypto, sqlite,
      ]
    ),
    layer("Statistics", on: ["Diagnostics", "Kernels", "Language", "Tables"]),
    layer("Learning", on: ["Diagnostics", "Kernels", "Language", "Tables", "Statistics"]),
    layer(
      "Pipelines",
      on: ["Diagnostics", "Kernels", "Language", "Tables", "Statistics", "Learning"]
    ),
    layer(
      "Modelling",
      on: ["Diagnostics", "Kernels", "Language", "Tables", "Statistics", "Learning", "Pipelines"]
    ),
    layer(
      "Specs",
      on: ["Diagnostics", "Language", "Tables", "Statistics", "Learning", "Pipelines", "Modelling"]
    ),
    layer(
      "Display",
      on: [
        "Diagnostics", "Kernels", "Canvas", "Language", "Tables", "Statistics", "Learning",
        "Pipelines", "Modelling",
      ]
    ),
    layer(
      "Exporting",
      on: [
        "Diagnostics", "Language", "Tables", "Learning", "Pipelines", "Modelling", "Specs",
        "Display",
      ]
    ),
    layer(
      "Workbench",
      on: [
        "Diagnostics", "Kernels", "Canvas", "Language", "Tables", "Statistics", "Learning",
        "Pipelines", "Modelling", "Specs", "Display", "Exporting",
      ]
    ),
    .target(
      name: "CTerm",
      cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    layer("Terminal", on: ["Diagnostics", "Canvas", "Workbench", "CTerm"]),
    .executableTarget(
      name: "assay",
      dependencies: [
        "Diagnostics", "Canvas", "Language", "Tables", "Specs", "Workbench", "Terminal",
        argumentParser,
      ],
      swiftSettings: strict
    ),

    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "Canvas"],
      path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    // A program that ends in every way, for the tests of the terminal layer.
    .executableTarget(
      name: "TerminalProbe",
      dependencies: ["Diagnostics", "Canvas", "Terminal"],
      path: "Tests/TerminalProbe",
      swiftSettings: strict
    ),
  ] + layers.map(tests(of:)),
  swiftLanguageModes: [.v6]
)
