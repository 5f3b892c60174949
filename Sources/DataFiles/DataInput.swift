public import SourceText

/// A data file as it is handed to the reader: its name and its contents.
public enum DataInput: Sendable {
  /// A text file: CSV, TSV, YAML or JSON.
  case text(SourceFile)
  /// A workbook's bytes.
  case workbook(name: String, bytes: [UInt8])

  /// A data file from its bytes as they are on disk.
  ///
  /// - Parameters:
  ///   - name: The path below the report folder, `data/资助.csv`: its ending says how to read it.
  ///   - raw: The bytes.
  ///   - encoding: The encoding of a text file, or nil to recognise it.
  public init(name: String, raw: [UInt8], encoding: TextEncoding? = nil) {
    switch FileName(name).ending {
    case "xlsx", "xlsm": self = .workbook(name: name, bytes: raw)
    default: self = .text(SourceFile(name: name, raw: raw, encoding: encoding))
    }
  }

  /// The name.
  public var name: String {
    switch self {
    case .text(let file): file.name
    case .workbook(let name, _): name
    }
  }
}

/// A path taken apart.
struct FileName {
  /// The path without its last part.
  let parent: String
  /// The last part of the path without its ending: what a table is named after.
  let stem: String
  /// The ending in lower case, without its point; empty where there is none.
  let ending: String

  init(_ path: String) {
    var name = path[...]
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      parent = String(path[..<slash])
      name = path[path.utf8.index(after: slash)...]
    } else {
      parent = ""
    }
    if let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex {
      stem = String(name[..<point])
      ending = name[name.utf8.index(after: point)...].lowercased()
    } else {
      stem = String(name)
      ending = ""
    }
  }

  /// Whether the name says that the file holds single figures.
  var namesFigures: Bool { stem == "figures" || stem == "指标" }

  /// Whether the name says that the file overrides values of others.
  var namesCorrections: Bool { DataCorrections.stems.contains(stem) }

  /// Whether the name says that the file holds narratives.
  var namesNarrative: Bool { stem == "narrative" || stem == "叙述" }
}
