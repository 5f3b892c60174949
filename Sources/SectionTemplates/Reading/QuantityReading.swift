import BulletinSyntax
import ReportModel

/// Reads printed values as values again.
enum QuantityReading {
  /// A quantity as ``Quantity/printed`` writes it, or nil for another text.
  ///
  /// The unit is nil where it is whatever stands behind the number.
  static func quantity(_ text: String, unit: String?) -> Quantity? {
    var rest = Substring(text)
    var qualifiers = takeWords(.beforeNumber, from: &rest)
    guard let number = takeNumber(from: &rest) else { return nil }
    qualifiers += takeWords(.beforeUnit, from: &rest)
    let after = dropWords(.afterUnit, from: &rest)
    if let unit, rest != unit { return nil }
    return Quantity(
      number, unit: MeasureUnit(String(rest)), qualifiers: qualifiers + after)
  }

  /// A whole number in the Chinese numerals that ``ChineseNumeral`` writes.
  static func numeral(_ text: String) -> Int? {
    let digits: [Unicode.Scalar: Int] = [
      "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    let places: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000]
    guard text.utf8.count <= 60 else { return nil }
    var (total, group, digit) = (0, 0, 0)
    for scalar in text.unicodeScalars {
      if let value = digits[scalar] {
        digit = value
      } else if let place = places[scalar] {
        group += max(digit, 1) * place
        digit = 0
      } else if scalar == "万" {
        total = (group + digit) * 10_000
        (group, digit) = (0, 0)
      } else {
        return nil
      }
    }
    return total + group + digit
  }

  private static func takeNumber(from rest: inout Substring) -> ExactDecimal? {
    let end = rest.utf8.firstIndex { !(0x2D...0x39).contains($0) || $0 == 0x2F } ?? rest.endIndex
    guard let number = ExactDecimal(rest[..<end]) else { return nil }
    rest = rest[end...]
    return number
  }

  private static func takeWords(
    _ placement: Qualifier.Placement, from rest: inout Substring
  ) -> [Qualifier] {
    var found: [Qualifier] = []
    while let (word, qualifier) = QualifierWords.longest(placement, where: { rest.hasPrefix($0) }) {
      found.append(qualifier)
      rest = rest.dropFirst(word.count)
    }
    return found
  }

  private static func dropWords(
    _ placement: Qualifier.Placement, from rest: inout Substring
  ) -> [Qualifier] {
    var found: [Qualifier] = []
    while let (word, qualifier) = QualifierWords.longest(placement, where: { rest.hasSuffix($0) }) {
      found.insert(qualifier, at: 0)
      rest = rest.dropLast(word.count)
    }
    return found
  }
}

/// The qualifiers' words by their place.
enum QualifierWords {
  /// The places, in the order the reading program counts them.
  static let placements: [Qualifier.Placement] = [.beforeNumber, .beforeUnit, .afterUnit]

  /// The words of each placement, as bytes, longer ones first.
  static let bytes: [[[UInt8]]] = placements.map { placement in
    all.filter { $0.placement == placement }.map { Array($0.word.utf8) }
      .sorted { $0.count > $1.count }
  }

  static func longest(
    _ placement: Qualifier.Placement, where fits: (String) -> Bool
  ) -> (String, Qualifier)? {
    var best: Qualifier?
    for qualifier in all where qualifier.placement == placement && fits(qualifier.word) {
      if qualifier.word.utf8.count > best?.word.utf8.count ?? 0 { best = qualifier }
    }
    return best.map { ($0.word, $0) }
  }

  private static let all: [Qualifier] = Qualifier.words.compactMap { Qualifier($0) }
}
