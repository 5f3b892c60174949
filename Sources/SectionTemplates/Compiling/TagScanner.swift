import ReportModel
import SourceText

/// A piece of a template: words, a slot, a tag.
struct TemplateToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// Words that are printed as they stand.
    case text
    /// `{{ … }}`; the range is the inside.
    case slot(inner: Range<Int>)
    /// `{% … %}`; the range is the inside.
    case tag(inner: Range<Int>)
  }

  let kind: Kind
  /// The whole piece, braces included.
  let range: Range<Int>
}

/// Cuts a template into words, slots and tags; comments and `raw` marks are taken out here.
///
/// A line that holds only tags and comments vanishes with its line break, so that nobody has to
/// think about the white space around a tag.
struct TagScanner {
  private let bytes: [UInt8]
  private let file: String
  private var position: Int
  private var textStart: Int
  private(set) var tokens: [TemplateToken] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceFile) {
    bytes = source.bytes
    file = source.name
    position = source.hasByteOrderMark ? 3 : 0
    textStart = position
  }

  mutating func scan() {
    while position < bytes.count {
      guard bytes[position] == 0x7B, position + 1 < bytes.count else {
        checkStrayClose()
        checkWideOpening()
        position += 1
        continue
      }
      switch bytes[position + 1] {
      case 0x7B: slot()
      case 0x25: tag()
      case 0x23: comment()
      default: position += 1
      }
    }
    flushText(to: bytes.count)
  }

  private mutating func flushText(to end: Int) {
    if textStart < end { tokens.append(TemplateToken(kind: .text, range: textStart..<end)) }
  }

  private mutating func slot() {
    let start = position
    guard let close = closing(0x7D, 0x7D, from: start + 2) else {
      fail(
        "template-unclosed-slot", start,
        Message(zh: "插槽“{{”没有用“}}”结束", en: "the slot “{{” is not closed by “}}”"),
        Message(
          zh: "在同一行补上“}}”;要原样印出大括号,用 {% raw %}…{% endraw %}",
          en:
            "close it with “}}” on the same line; to print braces as they are, use {% raw %}…{% endraw %}"
        ))
      return
    }
    flushText(to: start)
    position = close + 2
    textStart = position
    tokens.append(TemplateToken(kind: .slot(inner: start + 2..<close), range: start..<position))
  }

  private mutating func tag() {
    let start = position
    guard let close = closing(0x25, 0x7D, from: start + 2) else {
      fail(
        "template-unclosed-tag", start,
        Message(zh: "标记“{%”没有用“%}”结束", en: "the tag “{%” is not closed by “%}”"),
        Message(zh: "在同一行补上“%}”", en: "close it with “%}” on the same line"))
      return
    }
    if word(in: start + 2..<close) == "raw" {
      raw(from: start, inner: close + 2)
      return
    }
    let (before, after) = lineTrim(start, close + 2)
    flushText(to: before)
    position = after
    textStart = after
    tokens.append(TemplateToken(kind: .tag(inner: start + 2..<close), range: start..<close + 2))
  }

  private mutating func comment() {
    let start = position
    var end = start + 2
    while end + 1 < bytes.count, !(bytes[end] == 0x23 && bytes[end + 1] == 0x7D) { end += 1 }
    guard end + 1 < bytes.count else {
      fail(
        "template-unclosed-comment", start,
        Message(zh: "注释“{#”没有用“#}”结束", en: "the comment “{#” is not closed by “#}”"),
        Message(zh: "补上“#}”", en: "close it with “#}”"))
      return
    }
    let (before, after) = lineTrim(start, end + 2)
    flushText(to: before)
    position = after
    textStart = after
  }

  /// Words between `raw` marks stay as they are, braces included.
  private mutating func raw(from start: Int, inner: Int) {
    var index = inner
    while index + 1 < bytes.count {
      if bytes[index] == 0x7B, bytes[index + 1] == 0x25,
        let close = closing(0x25, 0x7D, from: index + 2),
        word(in: index + 2..<close) == "endraw"
      {
        let (before, begin) = lineTrim(start, inner)
        flushText(to: before)
        let (end, after) = lineTrim(index, close + 2)
        if begin < end { tokens.append(TemplateToken(kind: .text, range: begin..<end)) }
        position = after
        textStart = after
        return
      }
      index += 1
    }
    fail(
      "template-unclosed-raw", start,
      Message(
        zh: "“{% raw %}”没有用“{% endraw %}”结束", en: "“{% raw %}” is not closed by “{% endraw %}”"),
      Message(zh: "补上“{% endraw %}”", en: "close it with “{% endraw %}”"))
  }

  /// Where the words before and after a tag end and begin: around a tag alone on its line, the
  /// line's blanks and its line break go too.
  private func lineTrim(_ start: Int, _ end: Int) -> (Int, Int) {
    var before = start
    while before > textStart, Self.isBlank(bytes[before - 1]) { before -= 1 }
    let opensLine =
      before == 0 || bytes[before - 1] == 0x0A
      || (before == textStart
        && tokens.last.map { isAloneSoFar($0, before) } ?? (before == textStart))
    guard opensLine else { return (start, end) }
    var after = end
    while after < bytes.count, Self.isBlank(bytes[after]) { after += 1 }
    if after < bytes.count, bytes[after] == 0x0D, after + 1 < bytes.count,
      bytes[after + 1] == 0x0A
    {
      return (before, after + 2)
    }
    if after < bytes.count, bytes[after] == 0x0A { return (before, after + 1) }
    if after == bytes.count { return (before, after) }
    // Another tag or comment may share the line; it decides when it is reached.
    return (start, end)
  }

  /// Several tags alone on one line: the words between them are blanks only.
  private func isAloneSoFar(_ last: TemplateToken, _ before: Int) -> Bool {
    guard case .tag = last.kind, last.range.upperBound == before else { return false }
    var index = last.range.lowerBound
    while index > 0, Self.isBlank(bytes[index - 1]) { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A
  }

  private mutating func checkStrayClose() {
    guard bytes[position] == 0x7D, position + 1 < bytes.count, bytes[position + 1] == 0x7D else {
      return
    }
    diagnostics.append(
      Diagnostic(
        "template-stray-close", at: .text(file: file, range: position..<position + 2),
        Message(zh: "“}}”前面没有“{{”", en: "“}}” has no “{{” before it"),
        remedy: Message(
          zh: "补上“{{”,或用 {% raw %}…{% endraw %} 原样印出",
          en: "add “{{”, or print it as it is with {% raw %}…{% endraw %}")))
    position += 1
  }

  /// Braces that an input method made as wide as Chinese characters open nothing, and would be printed.
  private mutating func checkWideOpening() {
    guard TemplateBraces.openWide(bytes, at: position) else { return }
    diagnostics.append(
      Diagnostic(
        "template-wide-braces", at: .text(file: file, range: position..<position + 3),
        Message(
          zh: "这里的大括号是全角的,不是插槽或标记", en: "these braces are full-width and open no slot or tag"),
        remedy: Message(
          zh: "改成半角的“{{ }}”或“{% %}”;要原样印出,用 {% raw %}…{% endraw %}",
          en:
            "write “{{ }}” or “{% %}” in ASCII; to print them as they are, use {% raw %}…{% endraw %}"
        )))
    position += 2
  }

  /// Where the two closing bytes stand on the same line, quoted strings passed over.
  private func closing(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
    var index = start
    var quote: UInt8?
    while index < bytes.count, bytes[index] != 0x0A {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == first, index + 1 < bytes.count, bytes[index + 1] == second {
        return index
      } else if byte == 0x7B, index + 1 < bytes.count, bytes[index + 1] == 0x7B {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func word(in range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).trimmedBlanks
  }

  private mutating func fail(_ id: String, _ start: Int, _ message: Message, _ remedy: Message) {
    diagnostics.append(
      Diagnostic(id, at: .text(file: file, range: start..<start + 2), message, remedy: remedy))
    position = start + 2
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
