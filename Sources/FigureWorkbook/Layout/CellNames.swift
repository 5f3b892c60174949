/// Gives cells names that formulas can use, as near to the data's own names as a workbook takes.
struct CellNames {
  /// What the library's buffers hold, the closing NUL left out.
  static let limit = 127
  private var taken: Set<String> = []

  /// A free name for a path such as `资助.幼儿园.金额`; nil where it would be too long.
  mutating func allocate(_ path: String) -> String? {
    var name = ""
    for scalar in path.unicodeScalars {
      let isAllowed =
        scalar == "." || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType == .decimal
      name.unicodeScalars.append(isAllowed ? scalar : "_")
    }
    if Self.needsMark(name) { name = "_" + name }
    let stem = name
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(stem)_\(number)"
      number += 1
    }
    return name.utf8.count <= Self.limit ? name : nil
  }

  /// Whether the name begins with what is no letter, or could be read as a cell or a constant:
  /// ASCII letters and digits alone, with nothing that marks it as a name.
  private static func needsMark(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return true }
    guard first == "_" || first.properties.isAlphabetic else { return true }
    return name.unicodeScalars.allSatisfy { $0.isASCII && $0 != "_" && $0 != "." }
  }
}
