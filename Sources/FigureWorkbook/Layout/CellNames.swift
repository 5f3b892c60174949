import XLSXWriter

/// Gives cells names that formulas can use, as near to the data's own names as a workbook takes.
struct CellNames {
  /// What the library's buffers hold, the closing NUL left out.
  static let limit = 127
  private var taken: Set<String>

  /// No names yet, but for those of `tables`, which may not be given again.
  init(tables: [String] = []) {
    taken = Set(tables.map(\.withoutCase))
  }

  /// A free name for a path such as `资助.幼儿园.金额`; one that is too long is cut.
  mutating func allocate(_ path: String) -> String {
    var name = path.unicodeScalars.allSatisfy(Self.isAllowed) ? path : Self.cleaned(path)
    if Self.needsMark(name) { name = "_" + name }
    let stem = Self.cut(name, to: Self.limit)
    name = stem
    var number = 2
    while !taken.insert(name.withoutCase).inserted {
      let mark = "_\(number)"
      name = Self.cut(stem, to: Self.limit - mark.utf8.count) + mark
      number += 1
    }
    return name
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if (0x4E00...0x9FFF).contains(scalar.value) || scalar == "." || scalar == "_" { return true }
    return scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }

  private static func cleaned(_ path: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in path.unicodeScalars { name.append(isAllowed(scalar) ? scalar : "_") }
    return String(name)
  }

  /// The longest beginning of whole characters within a number of bytes.
  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    var kept = String.UnicodeScalarView()
    var count = 0
    for scalar in name.unicodeScalars {
      count += scalar.utf8.count
      if count > limit { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// Whether the name begins with what is no letter, or could be read as a cell or a constant:
  /// ASCII letters and digits alone, with nothing that marks it as a name.
  private static func needsMark(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return true }
    guard first == "_" || first.properties.isAlphabetic else { return true }
    return name.unicodeScalars.allSatisfy { $0.isASCII && $0 != "_" && $0 != "." }
  }
}
