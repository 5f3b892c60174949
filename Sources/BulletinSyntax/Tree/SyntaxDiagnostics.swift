public import SourceText

/// Tells of a text's broken structure.
public enum SyntaxDiagnostics {
  /// What is broken in a text, in text order: bytes that did not decode, control characters, signs
  /// of a damaged copy, numbers torn over two lines, a text decoded wrongly before.
  ///
  /// Linear in the text's size. Of broken bytes, of which a file that is no text has millions, no more
  /// than `limit` places are told of.
  public static func diagnostics(
    of outline: DocumentOutline, limit: Int = 10_000
  ) -> [Diagnostic] {
    let regions = outline.regions.lazy.filter { $0.kind == .error }.prefix(limit)
    var found = Array(regions).map { broken($0.range, in: outline.source) }
    for heading in outline.headings where isTorn(heading, in: outline.source) {
      found.append(
        Diagnostic(
          "syntax-torn-number", .warning, at: place(heading.number, outline.source),
          Message(
            zh: "编号“{0}”被换行断开", en: "the number “{0}” is torn over two lines",
            heading.numberText(in: outline.source)),
          remedy: Message(zh: "请把编号并到一行", en: "put the number on one line")))
    }
    // What did not decode is told of already; it leaves the same sign as a text decoded wrongly once.
    if let mojibake = Mojibake.examine(outline.source.bytes),
      mojibake.mistake != .lost || outline.source.decodingFaults.isEmpty
    {
      found.append(told(mojibake, outline.source))
    }
    return found.sorted { offset($0) < offset($1) }
  }

  /// In how many places bytes are broken.
  public static func countOfBrokenPlaces(in outline: DocumentOutline) -> Int {
    outline.regions.reduce(0) { $0 + ($1.kind == .error ? 1 : 0) }
  }

  private static func broken(_ range: Range<Int>, in source: SourceFile) -> Diagnostic {
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 4)
    let scalar = source.text(in: head).unicodeScalars.first ?? "\u{FFFD}"
    let place = place(range, source)
    if scalar == "\u{FFFD}" {
      return Diagnostic(
        "syntax-undecodable", .error, at: place,
        Message(
          zh: "此处的字节不能按 {0} 解码", en: "the bytes here do not decode as {0}",
          source.encoding.rawValue),
        remedy: Message(
          zh: "用 --encoding 指定编码,或换一份完好的文件",
          en: "name the encoding with --encoding, or take a sound copy"))
    }
    if scalar.value >= 0x80 {
      return Diagnostic(
        "syntax-damaged-copy", .warning, at: place,
        Message(
          zh: "正文中有注音符号“{0}”,像是转换损坏的文本",
          en: "the phonetic sign “{0}” in the text looks like a damaged conversion",
          String(Character(scalar))),
        remedy: Message(zh: "请与原文核对", en: "compare with the original"))
    }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return Diagnostic(
      "syntax-control-character", .warning, at: place,
      Message(
        zh: "正文中有控制字符 U+{0}", en: "control character U+{0} in the text",
        String(repeating: "0", count: 4 - code.utf8.count) + code),
      remedy: Message(zh: "请删去", en: "delete it"),
      fixes: [Fix(.needsReview, [Fix.Edit(range, with: "")])])
  }

  private static func told(_ mojibake: Mojibake, _ source: SourceFile) -> Diagnostic {
    let taken =
      switch mojibake.mistake {
      case .utf8AsLatin: ("UTF-8", "Latin-1")
      case .gb18030AsLatin: ("GB18030", "Latin-1")
      case .utf8AsGB18030: ("UTF-8", "GB18030")
      case .utf8AsMacCyrillic: ("UTF-8", "MacCyrillic")
      case .lost: ("GB18030", "UTF-8")
      }
    let range = mojibake.offset..<min(mojibake.offset + 3, source.bytes.count)
    let whole = 0..<source.bytes.count
    return Diagnostic(
      "syntax-mojibake", .error, at: place(range, source),
      Message(
        zh: "文本是乱码:{0} 的内容曾被当作 {1} 读入后保存",
        en: "the text is garbled: {0} was once read as {1} and saved", taken.0, taken.1),
      remedy: mojibake.repaired == nil
        ? Message(
          zh: "内容已无法确定还原,请换一份原件", en: "it cannot be restored for certain; take the original")
        : Message(zh: "可以还原", en: "it can be restored"),
      fixes: mojibake.repaired.map {
        [Fix(.needsReview, [Fix.Edit(whole, with: String(decoding: $0, as: UTF8.self))])]
      } ?? [])
  }

  private static func isTorn(_ heading: Heading, in source: SourceFile) -> Bool {
    source.bytes[heading.number].contains(0x0A)
  }

  private static func place(_ range: Range<Int>, _ source: SourceFile) -> DiagnosticPlace {
    .text(file: source.name, range: range)
  }

  private static func offset(_ diagnostic: Diagnostic) -> Int {
    guard case .text(_, let range) = diagnostic.place else { return 0 }
    return range.lowerBound
  }
}
