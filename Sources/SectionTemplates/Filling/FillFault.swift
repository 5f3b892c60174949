import SourceText

/// What can be wrong with a value where it is printed.
enum FillFault {
  /// A value holds a character that would break its paragraph.
  static func value(
    _ fault: ValueGuard.Fault, at range: Range<Int>, of source: SourceFile, place: String?
  ) -> Diagnostic {
    switch fault {
    case .lineBreak:
      Diagnostic(
        "template-value-line-break", at: .text(file: source.name, range: range),
        Message(zh: "值里有换行,会另起一段", en: "the value holds a line break and would open a paragraph"),
        remedy: Message(
          zh: "删去换行{0}", en: "remove the line break{1}", colon(place), spacedColon(place)))
    case .control(let code):
      Diagnostic(
        "template-value-control", at: .text(file: source.name, range: range),
        Message(
          zh: "值里有看不见的控制字符 {0}", en: "the value holds the control character {0}", name(code)),
        remedy: Message(
          zh: "删去这个字符{0}", en: "remove the character{1}", colon(place), spacedColon(place)))
    }
  }

  /// A value would read as an ordinal where it stands.
  static func ordinal(
    _ text: String, at range: Range<Int>, of source: SourceFile, place: String?
  ) -> Diagnostic {
    Diagnostic(
      "template-value-ordinal", at: .text(file: source.name, range: range),
      Message(
        zh: "印出的“{0}”会被读成序号", en: "the print “{0}” would read as an ordinal",
        VisibleText.escape(text)),
      remedy: Message(
        zh: "改写这个值,或在它前面加几个字{0}", en: "reword the value, or put words before it{1}",
        colon(place), spacedColon(place)))
  }

  /// A value is not there.
  static func missing(
    _ missing: MissingValue, at range: Range<Int>, of source: SourceFile
  ) -> Diagnostic {
    let written = name(writtenAt: range, of: source) ?? missing.path
    return Diagnostic(
      "template-missing-value", at: .text(file: source.name, range: range),
      Message(
        zh: "“{0}”没有值(查过:{1})", en: "“{0}” has no value (looked in: {1})", missing.path,
        missing.place),
      remedy: Message(
        zh: "填上数据,或用 {% if {0} %} 让这句话可有可无",
        en: "fill in the data, or guard it with {% if {0} %}",
        written),
      notes: missing.nearest.isEmpty
        ? []
        : [
          Diagnostic.Note(
            Message(
              zh: "那里最接近的名称:{0}", en: "the nearest names there: {0}",
              missing.nearest.joined(separator: "、")))
        ])
  }

  /// The name a slot's author wrote, which in a loop is not the member's path; nil where the slot is
  /// more than a name.
  private static func name(writtenAt range: Range<Int>, of source: SourceFile) -> String? {
    guard range.lowerBound >= 0, range.upperBound <= source.bytes.count else { return nil }
    let marks: Set<UInt8> = [0x7B, 0x7D, 0x20, 0x09]  // { } and blanks
    let slot = source.bytes[range].prefix { $0 != 0x7C }  // a filter's |
      .drop(while: marks.contains)
    let name = slot.prefix { !marks.contains($0) }
    guard !name.isEmpty,
      name.allSatisfy({ $0 >= 0x80 || $0 == 0x2E || $0 == 0x5F || isLetterOrDigit($0) })
    else { return nil }
    // A sign of full width means what its ASCII twin does.
    let text = String(decoding: name, as: UTF8.self)
    return text.contains { "（）｜｛｝，＋－".contains($0) } ? nil : text
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// A value has no print of its own.
  static func wrongKind(
    _ value: TemplateValue, at range: Range<Int>, of source: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "template-wrong-kind", at: .text(file: source.name, range: range),
      Message(
        zh: "这里不能用{0}", en: "{1} cannot stand here", value.kindName.zh, value.kindName.en),
      remedy: Message(
        zh: "列表和表列加“|列举”;表用 {% for %};一行要写出列名",
        en:
          "print a list or column with “|列举”, a table with {% for %}, a row's column by its name"))
  }

  /// A limit was reached.
  static func limit(
    _ limits: SectionFiller.Limits, at range: Range<Int>, of source: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "template-limit", at: .text(file: source.name, range: range),
      Message(
        zh: "结果超过上限:循环 {0} 次或正文 {1} 字节",
        en: "over the limit of {0} loop passes or {1} bytes of text",
        "\(limits.loopPasses)", "\(limits.outputBytes)"),
      remedy: Message(zh: "检查循环的表是否过大", en: "see whether a loop's table is too large"))
  }

  private static func colon(_ place: String?) -> String { place.map { ":\($0)" } ?? "" }
  private static func spacedColon(_ place: String?) -> String { place.map { ": \($0)" } ?? "" }

  private static func name(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
