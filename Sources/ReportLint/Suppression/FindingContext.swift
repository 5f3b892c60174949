public import BulletinSyntax
public import SourceText

/// Tells where findings of a text stand, in words that outlive changes elsewhere in it.
public struct FindingContext: Sendable {
  private let tree: SyntaxTree

  /// The context of findings in `tree`; costs nothing until asked.
  public init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  /// The titles of the sections around a place, outermost first, numbers left out.
  public func sectionPath(of offset: Int) -> [String] {
    var titles: [String] = []
    var index = heading(before: offset)
    while let current = index {
      let heading = tree.headings[current]
      if heading.extent.contains(offset) {
        titles.append(Self.folded(heading.titleText(in: tree.source)))
      }
      index = heading.parent
    }
    return titles.reversed()
  }

  /// What a baseline knows a finding by.
  ///
  /// It holds the rule, the section's titles and the words around the place, digits left open; no line
  /// and no message, so that changes elsewhere leave it as it is.
  public func key(of finding: Diagnostic) -> String {
    guard case .text(let file, let range) = finding.place, file == tree.source.name else {
      return "\(finding.id)\t\(Self.folded(finding.place.file))\t"
    }
    let path = sectionPath(of: range.lowerBound).joined(separator: "/")
    return "\(finding.id)\t\(path)\t\(Self.withoutDigits(Self.folded(words(around: range))))"
  }

  /// Whether `words` stand in the text so that they share a byte with `range`, or stand around it where
  /// it is empty.
  func hasWords(_ words: String, over range: Range<Int>) -> Bool {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty else { return true }
    let bytes = tree.bytes
    let edge = range.isEmpty ? 0 : 1
    let first = max(0, range.lowerBound - wanted.count + edge)
    let last = min(range.upperBound - edge, bytes.count - wanted.count)
    guard first <= last else { return false }
    return (first...last).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  /// The last heading that begins at or before `offset`; logarithmic.
  private func heading(before offset: Int) -> Int? {
    var low = 0
    var high = tree.headings.count
    while low < high {
      let middle = (low + high) / 2
      if tree.headings[middle].extent.lowerBound <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? low - 1 : nil
  }

  /// A finding's text in brackets, with up to 24 characters of its line on either side.
  private func words(around range: Range<Int>) -> String {
    let bytes = tree.bytes
    var start = min(range.lowerBound, bytes.count)
    var left = 24
    while start > 0, left > 0, bytes[start - 1] != 0x0A {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let from = min(range.lowerBound, bytes.count)
    var end = min(max(from, min(range.upperBound, from + 192)), bytes.count)
    while end > from, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let to = end
    var right = 24
    while end < bytes.count, bytes[end] != 0x0A, right > 0 || bytes[end] & 0xC0 == 0x80 {
      if bytes[end] & 0xC0 != 0x80 { right -= 1 }
      end += 1
    }
    let source = tree.source
    return source.text(in: start..<from) + "[" + source.text(in: from..<to) + "]"
      + source.text(in: to..<end)
  }

  /// A text without blanks and control characters, full-width marks as half-width ones.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0x3000, 0xFEFF: break
      case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// A text with every run of digits as `0`.
  private static func withoutDigits(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var wasDigit = false
    for scalar in text.unicodeScalars {
      let isDigit = scalar.isDigit
      if !isDigit { result.append(scalar) } else if !wasDigit { result.append("0") }
      wasDigit = isDigit
    }
    return String(result)
  }
}
