import ReportModel

/// A word or sign inside a tag.
struct ExpressionToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case name(String)
    case number(ExactDecimal)
    case string(String)
    case sign(Sign)
    /// A character that has no meaning in a tag.
    case unknown(String)
    /// A string that does not end.
    case openString
  }

  enum Sign: Sendable, Hashable {
    case dot, comma, pipe, openParenthesis, closeParenthesis, openBracket, closeBracket
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts the inside of a tag into words and signs.
///
/// Full-width signs and quotation marks mean what their ASCII twins mean, because a Chinese input
/// method types them.
struct ExpressionLexer {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// All tokens of the range.
  mutating func tokens() -> [ExpressionToken] {
    var tokens: [ExpressionToken] = []
    while let token = next(after: tokens.last) { tokens.append(token) }
    return tokens
  }

  private mutating func next(after last: ExpressionToken?) -> ExpressionToken? {
    while position < end, let blank = blankLength { position += blank }
    guard position < end else { return nil }
    let start = position
    if let (sign, length) = sign() {
      position += length
      return ExpressionToken(kind: .sign(sign), range: start..<position)
    }
    if let closing = closingQuote() { return string(from: start, closing: closing) }
    while position < end, blankLength == nil, sign() == nil, closingQuote() == nil {
      position += 1
      while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
    }
    return word(from: start, after: last)
  }

  /// A word of digits is a number, except behind a dot, where it is a name; `12.5` is one number.
  private mutating func word(from start: Int, after last: ExpressionToken?) -> ExpressionToken {
    let isMember = last?.kind == .sign(.dot)
    if !isMember, bytes[start..<position].allSatisfy(Self.isDigit) || bytes[start] == 0x2D {
      if position + 1 < end, bytes[position] == 0x2E, Self.isDigit(bytes[position + 1]) {
        position += 1
        while position < end, Self.isDigit(bytes[position]) { position += 1 }
      }
      if let number = ExactDecimal(utf8: bytes[start..<position]) {
        return ExpressionToken(kind: .number(number), range: start..<position)
      }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let isName = bytes[start..<position].allSatisfy {
      $0 >= 0x80 || Self.isDigit($0) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == 0x5F
        || $0 == 0x2D
    }
    return ExpressionToken(kind: isName ? .name(text) : .unknown(text), range: start..<position)
  }

  private mutating func string(from start: Int, closing: [[UInt8]]) -> ExpressionToken {
    position += bytes[start] < 0x80 ? 1 : 3
    let inner = position
    while position < end {
      for mark in closing where bytes[position..<end].starts(with: mark) {
        let text = String(decoding: bytes[inner..<position], as: UTF8.self)
        position += mark.count
        return ExpressionToken(kind: .string(text), range: start..<position)
      }
      position += 1
    }
    return ExpressionToken(kind: .openString, range: start..<end)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private var blankLength: Int? {
    switch bytes[position] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xE3 where bytes[position..<end].starts(with: [0xE3, 0x80, 0x80]): 3
    default: nil
    }
  }

  private func closingQuote() -> [[UInt8]]? {
    switch bytes[position] {
    case 0x22: return [[0x22]]
    case 0x27: return [[0x27]]
    case 0xE2:
      let rest = bytes[position..<end]
      if rest.starts(with: Array("“".utf8)) || rest.starts(with: Array("”".utf8)) {
        return [Array("”".utf8), Array("“".utf8)]
      }
      if rest.starts(with: Array("‘".utf8)) || rest.starts(with: Array("’".utf8)) {
        return [Array("’".utf8), Array("‘".utf8)]
      }
      return nil
    default: return nil
    }
  }

  private func sign() -> (ExpressionToken.Sign, Int)? {
    let next = position + 1 < end ? bytes[position + 1] : 0
    switch bytes[position] {
    case 0x2E: return (.dot, 1)
    case 0x2C: return (.comma, 1)
    case 0x7C: return (.pipe, 1)
    case 0x28: return (.openParenthesis, 1)
    case 0x29: return (.closeParenthesis, 1)
    case 0x5B: return (.openBracket, 1)
    case 0x5D: return (.closeBracket, 1)
    case 0x3D: return next == 0x3D ? (.equal, 2) : (.equal, 1)
    case 0x21 where next == 0x3D: return (.notEqual, 2)
    case 0x3C: return next == 0x3D ? (.lessOrEqual, 2) : (.less, 1)
    case 0x3E: return next == 0x3D ? (.greaterOrEqual, 2) : (.greater, 1)
    case 0xEF, 0xE2: return wideSign()
    default: return nil
    }
  }

  private func wideSign() -> (ExpressionToken.Sign, Int)? {
    let rest = bytes[position..<min(position + 3, end)]
    switch String(decoding: rest, as: UTF8.self) {
    case "．": return (.dot, 3)
    case "，": return (.comma, 3)
    case "｜": return (.pipe, 3)
    case "（": return (.openParenthesis, 3)
    case "）": return (.closeParenthesis, 3)
    case "［": return (.openBracket, 3)
    case "］": return (.closeBracket, 3)
    case "＝": return (.equal, 3)
    case "＜": return (.less, 3)
    case "＞": return (.greater, 3)
    case "≠": return (.notEqual, 3)
    case "≤": return (.lessOrEqual, 3)
    case "≥": return (.greaterOrEqual, 3)
    default: return nil
    }
  }
}
