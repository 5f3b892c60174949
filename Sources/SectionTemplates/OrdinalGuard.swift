import BulletinSyntax
import ReportModel

/// Keeps values from opening structure.
enum OrdinalGuard {
  /// Whether `text`, printed behind `before`, would be read as a heading's number: it stands at the
  /// head of a line or sentence and begins like an ordinal.
  static func opensHeading(_ text: String, after before: [UInt8]) -> Bool {
    guard isSentenceHead(before) else { return false }
    let scalars = Array(text.unicodeScalars.prefix(8))
    guard let first = scalars.first else { return false }
    if isChinese(first) || first == "第" {
      let end = scalars.dropFirst(first == "第" ? 1 : 0).firstIndex { !isChinese($0) }
      guard let end, end < scalars.count, end > 0 else { return false }
      return first == "第"
        ? ["，", ",", "、", "章", "节", "部"].contains(scalars[end]) : ["、", "是"].contains(scalars[end])
    }
    if first == "（" || first == "(" {
      guard let end = scalars.firstIndex(where: { $0 == "）" || $0 == ")" }), end > 1 else {
        return false
      }
      return scalars[1..<end].allSatisfy { isChinese($0) || isDigit($0) }
    }
    if (0x2460...0x2473).contains(first.value) { return true }
    guard isDigit(first), let end = scalars.firstIndex(where: { !isDigit($0) }) else {
      return false
    }
    if scalars[end] == "、" || scalars[end] == "．" { return true }
    return scalars[end] == "." && (end + 1 >= scalars.count || !isDigit(scalars[end + 1]))
  }

  private static func isSentenceHead(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end > 0, bytes[end - 1] != 0x0A else { return true }
    guard end >= 3 else { return false }
    let last = Array(bytes[end - 3..<end])
    return ["。", "；", "：", "！", "？"].contains { Array($0.utf8) == last } || last.last == 0x3B
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}

extension String {
  /// The text without line ends before and after.
  var trimmedLineEnds: String {
    var scalars = Substring(self).unicodeScalars
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    while let first = scalars.first, first == "\n" || first == "\r" { scalars.removeFirst() }
    return String(scalars)
  }
}
