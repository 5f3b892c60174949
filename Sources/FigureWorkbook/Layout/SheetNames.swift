/// Gives each worksheet a name that every spreadsheet program takes and no other sheet has.
///
/// At most 31 UTF-16 units; forbidden characters become their full-width twins; a name that is
/// taken, after cutting too and without regard to case, gets a number.
package struct SheetNames {
  private static let limit = 31
  private var taken: Set<String> = []

  /// No names yet; `history` is Excel's own.
  package init() {
    taken.insert("history")
  }

  /// A free name as near to `wanted` as there is.
  package mutating func allocate(_ wanted: String) -> String {
    let clean = Self.cleaned(wanted)
    var name = Self.cut(clean, to: Self.limit)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = "(\(number))"
      name = Self.cut(clean, to: Self.limit - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  /// The name without what a sheet's name may not hold.
  private static func cleaned(_ wanted: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      switch scalar.value {
      // `#` is allowed in a name, but cuts the target of a link short.
      case 0x5B, 0x5D, 0x3A, 0x2A, 0x3F, 0x2F, 0x5C, 0x23:
        if let twin = Unicode.Scalar(scalar.value + 0xFEE0) { scalars.append(twin) }
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0x200B...0x200F, 0x2028...0x202E, 0xFEFF:
        scalars.append("_")
      default: scalars.append(scalar)
      }
    }
    return trimmed(String(scalars)).isEmpty ? "表" : trimmed(String(scalars))
  }

  /// Blanks and apostrophes may not stand at either end.
  private static func trimmed(_ text: String) -> String {
    func isBad(_ character: Character) -> Bool { character == "'" || character.isWhitespace }
    var rest = text[...]
    while let first = rest.first, isBad(first) { rest.removeFirst() }
    while let last = rest.last, isBad(last) { rest.removeLast() }
    return String(rest)
  }

  /// The longest beginning of whole characters within a number of UTF-16 units.
  private static func cut(_ text: String, to limit: Int) -> String {
    var count = 0
    var end = text.startIndex
    for index in text.indices {
      count += text[index].utf16.count
      if count > limit { break }
      end = text.index(after: index)
    }
    let cut = trimmed(String(text[..<end]))
    return cut.isEmpty ? "表" : cut
  }
}
