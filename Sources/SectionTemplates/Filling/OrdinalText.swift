import ReportModel

/// Writes a list's next number in the shape of the one the template shows.
enum OrdinalText {
  /// What a number is written in.
  enum Numeral { case arabic, chinese, circled }

  /// A number's shape: what stands before its numeral, the numeral's kind, what stands behind.
  struct Parts: Sendable {
    let before: [UInt8]
    let numeral: Numeral?
    let after: [UInt8]
    private let pattern: [UInt8]

    /// The parts of `pattern`: `1.`, `（一）`, `一是`.
    init(of pattern: [UInt8]) {
      self.pattern = pattern
      let scalars = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
      guard let first = scalars.firstIndex(where: { OrdinalText.numeral($0) != nil }) else {
        (before, numeral, after) = (pattern, nil, [])
        return
      }
      let kind = OrdinalText.numeral(scalars[first])
      let end =
        kind == .circled
        ? first + 1
        : scalars[first...].firstIndex { OrdinalText.numeral($0) != kind } ?? scalars.count
      before = OrdinalText.bytes(scalars[..<first])
      numeral = kind
      after = OrdinalText.bytes(scalars[end...])
    }

    /// The number with `value` in place of its numeral, in the same numerals.
    func text(value: Int) -> [UInt8] {
      switch numeral {
      case .arabic: return before + Array(String(value).utf8) + after
      case .chinese: return before + Array(ChineseNumeral.text(value).utf8) + after
      case .circled:
        // ① to ⑳ have code points of their own.
        guard (1...20).contains(value), let circle = Unicode.Scalar(UInt32(0x245F + value)) else {
          return pattern
        }
        return before + Array(String(circle).utf8) + after
      case nil: return pattern
      }
    }
  }

  fileprivate static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  fileprivate static func numeral(_ scalar: Unicode.Scalar) -> Numeral? {
    if (0x30...0x39).contains(scalar.value) { return .arabic }
    if (0x2460...0x2473).contains(scalar.value) { return .circled }
    return "一二三四五六七八九十百零".unicodeScalars.contains(scalar) ? .chinese : nil
  }
}
