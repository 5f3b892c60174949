/// What ends a paragraph in a section template.
public enum ParagraphBreak: String, Sendable, CaseIterable {
  /// Each line break, as in the printed bulletin.
  case lineBreak = "line_break"
  /// A blank line; a single line break is for the writer's eye only and is not printed, so that a
  /// long paragraph can be written a clause a line.
  case blankLine = "blank_line"

  /// The value of that name, in Chinese or English.
  public init?(name: String) {
    switch name {
    case "换行": self = .lineBreak
    case "空行": self = .blankLine
    default: self.init(rawValue: name)
    }
  }
}

/// Takes the line breaks inside paragraphs out of a template's words.
enum LineJoiner {
  /// The tokens with each line break between two lines that are not blank left out, together with
  /// the blanks that indent the second line.
  static func join(_ tokens: [TemplateToken], of bytes: [UInt8]) -> [TemplateToken] {
    var output: [TemplateToken] = []
    output.reserveCapacity(tokens.count)
    for token in tokens {
      guard token.kind == .text else {
        output.append(token)
        continue
      }
      var start = token.range.lowerBound
      // Behind a line of tags, which took its own line break along, the next line goes on.
      if start > 0, bytes[start - 1] == 0x0A, !isBlankLine(before: start - 1, in: bytes) {
        while start < token.range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 {
          start += 1
        }
      }
      var index = start
      while index < token.range.upperBound {
        if bytes[index] == 0x0A, !isBlankLine(before: index, in: bytes),
          !isBlankLine(from: index + 1, in: bytes)
        {
          let end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
          if start < end { output.append(TemplateToken(kind: .text, range: start..<end)) }
          index += 1
          while index < token.range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 {
            index += 1
          }
          start = index
        } else {
          index += 1
        }
      }
      if start < token.range.upperBound {
        output.append(TemplateToken(kind: .text, range: start..<token.range.upperBound))
      }
    }
    return output
  }

  private static func isBlankLine(before end: Int, in bytes: [UInt8]) -> Bool {
    var index = end
    while index > 0, bytes[index - 1] != 0x0A {
      index -= 1
      if !isBlank(bytes[index]) { return false }
    }
    return true
  }

  private static func isBlankLine(from start: Int, in bytes: [UInt8]) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A {
      if !isBlank(bytes[index]) { return false }
      index += 1
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
