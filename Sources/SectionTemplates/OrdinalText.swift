import ReportModel

/// Writes a list's next number in the shape of the one the template shows.
enum OrdinalText {
  /// What a number is written in.
  enum Numeral { case arabic, chinese, circled }

  /// `pattern` (`1.`, `（一）`, `一是`) with `value` in place of its numeral, in the same numerals.
  static func text(like pattern: [UInt8], value: Int) -> [UInt8] {
    let (before, numeral, after) = parts(of: pattern)
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

  /// A number's shape: what stands before its numeral, the numeral's kind, what stands behind.
  static func parts(of pattern: [UInt8]) -> (before: [UInt8], Numeral?, after: [UInt8]) {
    let scalars = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: { numeral($0) != nil }) else {
      return (pattern, nil, [])
    }
    let kind = numeral(scalars[first])
    let end =
      kind == .circled
      ? first + 1 : scalars[first...].firstIndex { numeral($0) != kind } ?? scalars.count
    return (bytes(scalars[..<first]), kind, bytes(scalars[end...]))
  }

  private static func bytes(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8] {
    Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private static func numeral(_ scalar: Unicode.Scalar) -> Numeral? {
    if (0x30...0x39).contains(scalar.value) { return .arabic }
    if (0x2460...0x2473).contains(scalar.value) { return .circled }
    return "一二三四五六七八九十百零".unicodeScalars.contains(scalar) ? .chinese : nil
  }
}
