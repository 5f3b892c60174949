// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The language settings every target shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A phase of the program: one responsibility, arrows one way.
///
/// `excluded` are files in its folder that are not compiled: data that a script embeds, schemas.
func phase(
  _ name: String, _ dependencies: [Target.Dependency] = [], excluded: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: excluded, swiftSettings: strict)
}

/// The tests of one phase; `extra` are fixtures' or helpers' own needs, `excluded` are golden files.
func tests(
  of name: String, _ extra: [Target.Dependency] = [], excluded: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + extra,
    exclude: excluded,
    swiftSettings: strict)
}

/// Fuzz targets bring the fuzzer's own `main`, so an ordinary build cannot hold them:
/// `Scripts/check --deep` sets the variable.
let fuzzTargets: [Target] =
  Context.environment["BULLETIN_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "fuzz-parser",
      dependencies: ["SourceText", "ReportModel", "BulletinSyntax", "ReportLint"],
      path: "Tests/Fuzz/fuzz-parser", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "fuzz-templates",
      dependencies: ["SourceText", "ReportModel", "YAMLNodes", "DataFiles", "SectionTemplates"],
      path: "Tests/Fuzz/fuzz-templates",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]),
  ]

/// Whether workbooks are packed by ISA-L's deflate (Debian: libisal-dev) rather than zlib's: where its
/// headers lie in a usual place, and `BULLETIN_DEFLATE=zlib` does not ask for zlib at build time.
let hasFastDeflate =
  Context.environment["BULLETIN_DEFLATE"] != "zlib"
  && ["/usr", "/usr/local"].contains {
    FileManager.default.fileExists(atPath: $0 + "/include/isa-l/igzip_lib.h")
  }

let package = Package(
  name: "bulletin",
  products: [
    .executable(name: "bulletin", targets: ["bulletin"])
  ],
  dependencies: [
    // Command-line parsing, help and completions: the Swift project's own library for it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // libyaml: the YAML 1.1 event parser that the usual Swift packages wrap; used bare to keep places.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // libxlsxwriter: the reference writer of Excel workbooks in C; zlib to check what it wrote.
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"])]),
    // libzip: reads and writes the archives that office documents are, in memory and with its checksums.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    // Expat: the streaming XML parser in C; ten times as fast as Foundation's, and without it.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // OpenSSL's SHA-256, for the hashes that show where a value came from.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // A faster deflate under libxlsxwriter's ZIP writer; empty where ISA-L is absent. Linking minizip
    // lets the linker see who calls the functions it defines.
    .target(
      name: "CFastDeflate",
      cSettings: hasFastDeflate ? [.define("BULLETIN_ISAL")] : [],
      linkerSettings: hasFastDeflate
        ? [.linkedLibrary("isal"), .linkedLibrary(":libminizip.so.1"), .linkedLibrary("z")] : []),

    // The parts of workbooks in memory, and libxlsxwriter's few ways of printing without C's printf.
    .target(name: "CFastParts"),

    phase("SourceText"),
    phase("YAMLNodes", ["CYAML", "SourceText"]),
    phase("ReportModel", ["SourceText"]),
    phase("BulletinSyntax", ["SourceText", "ReportModel", "YAMLNodes"], excluded: ["Data"]),
    phase("OfficePackages", ["CExpat", "CZip"]),
    phase("DataFiles", ["OfficePackages", "SourceText", "ReportModel", "YAMLNodes"]),
    phase("WordDocuments", ["OfficePackages", "SourceText", "ReportModel", "BulletinSyntax"]),
    phase("SectionTemplates", ["SourceText", "ReportModel", "BulletinSyntax", "YAMLNodes"]),
    phase("ReportMerge", ["SourceText", "ReportModel", "BulletinSyntax"]),
    phase("XLSXWriter", ["CFastDeflate", "CFastParts", "CXLSXWriter"]),
    phase("FigureWorkbook", ["SourceText", "ReportModel", "XLSXWriter"]),
    phase("FigureClaims", ["SourceText", "ReportModel", "BulletinSyntax"], excluded: ["Data"]),
    phase(
      "ReportLint", ["SourceText", "ReportModel", "BulletinSyntax", "FigureClaims"],
      excluded: ["Data"]),
    phase(
      "ReportWorkspace",
      [
        "CCrypto", "SourceText", "ReportModel", "YAMLNodes", "BulletinSyntax", "DataFiles",
        "SectionTemplates", "FigureWorkbook", "ReportLint", "ReportMerge", "WordDocuments",
      ]),
    phase(
      "ReturnForms",
      [
        "SourceText", "ReportModel", "YAMLNodes", "DataFiles", "SectionTemplates", "XLSXWriter",
        "FigureWorkbook", "ReportWorkspace",
      ]),
    phase(
      "BulletinCommands",
      [
        "SourceText", "ReportModel", "BulletinSyntax", "DataFiles", "SectionTemplates",
        "FigureWorkbook", "FigureClaims", "ReportLint", "ReportMerge", "ReportWorkspace",
        "ReturnForms", "WordDocuments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], excluded: ["Schemas"]),
    .executableTarget(
      name: "bulletin", dependencies: ["BulletinCommands"], swiftSettings: strict),

    // What the program's libraries do on the loads of other programs; see Benchmarks/README.md.
    .executableTarget(
      name: "bulletin-bench",
      dependencies: ["SourceText", "ReportModel", "DataFiles", "SectionTemplates", "XLSXWriter"],
      path: "Benchmarks/bulletin-bench", swiftSettings: strict),

    // What several test targets need: golden files, temporary folders, generated input.
    .target(
      name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests(of: "SourceText", excluded: ["Golden"]),
    tests(of: "YAMLNodes", ["SourceText"]),
    tests(of: "ReportModel", ["SourceText"]),
    tests(of: "BulletinSyntax", ["SourceText", "ReportModel"], excluded: ["Golden"]),
    tests(of: "OfficePackages"),
    tests(
      of: "DataFiles", ["OfficePackages", "SourceText", "ReportModel", "YAMLNodes"],
      excluded: ["Golden"]),
    tests(
      of: "WordDocuments", ["OfficePackages", "SourceText", "ReportModel", "BulletinSyntax"]),
    tests(
      of: "SectionTemplates", ["SourceText", "ReportModel", "BulletinSyntax"],
      excluded: ["Golden"]),
    tests(of: "ReportMerge", ["SourceText", "ReportModel", "BulletinSyntax"]),
    tests(of: "XLSXWriter", ["CFastDeflate", "CFastParts", "CXLSXWriter"]),
    tests(
      of: "FigureWorkbook", ["SourceText", "ReportModel", "XLSXWriter"], excluded: ["Golden"]),
    tests(of: "FigureClaims", ["SourceText", "ReportModel", "BulletinSyntax"]),
    tests(
      of: "ReportLint", ["SourceText", "ReportModel", "BulletinSyntax", "YAMLNodes"],
      excluded: ["Golden"]),
    tests(
      of: "ReportWorkspace",
      ["SourceText", "ReportModel", "BulletinSyntax", "SectionTemplates"]),
    tests(
      of: "ReturnForms",
      [
        "SourceText", "ReportModel", "DataFiles", "SectionTemplates", "FigureWorkbook",
        "ReportWorkspace", "XLSXWriter",
      ], excluded: ["Golden"]),
    tests(
      of: "BulletinCommands",
      [
        "SourceText", "ReportModel", "BulletinSyntax", "SectionTemplates", "FigureWorkbook",
        "ReportWorkspace", "OfficePackages", "YAMLNodes",
      ], excluded: ["Golden"]),
  ] + fuzzTargets,
  swiftLanguageModes: [.v6]
)
