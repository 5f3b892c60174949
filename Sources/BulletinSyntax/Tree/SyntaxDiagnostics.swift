public import SourceText

/// Tells of a text's broken structure, from its tree.
public enum SyntaxDiagnostics {
  /// What is broken in a text, in text order: bytes that did not decode, control characters, signs
  /// of a damaged copy, numbers torn over two lines, a text decoded wrongly before.
  ///
  /// Linear in the tree's size.
  public static func diagnostics(of tree: SyntaxTree) -> [Diagnostic] {
    var found = tree.nodes.filter { $0.kind == .error }.map { broken($0, in: tree) }
    for heading in tree.headings where isTorn(heading, in: tree.source) {
      found.append(
        Diagnostic(
          "syntax-torn-number", .warning, at: place(heading.number, tree),
          Message(
            zh: "编号“{0}”被换行断开", en: "the number “{0}” is torn over two lines",
            heading.numberText(in: tree.source)),
          remedy: Message(zh: "请把编号并到一行", en: "put the number on one line")))
    }
    if let mojibake = Mojibake.examine(tree.source.bytes) { found.append(told(mojibake, tree)) }
    return found.sorted { offset($0) < offset($1) }
  }

  private static func broken(_ node: SyntaxNode, in tree: SyntaxTree) -> Diagnostic {
    let scalar = tree.source.text(in: node.range).unicodeScalars.first ?? "\u{FFFD}"
    let place = place(node.range, tree)
    if scalar == "\u{FFFD}" {
      return Diagnostic(
        "syntax-undecodable", .error, at: place,
        Message(
          zh: "此处的字节不能按 {0} 解码", en: "the bytes here do not decode as {0}",
          tree.source.encoding.rawValue),
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
      fixes: [Fix(.needsReview, [Fix.Edit(node.range, with: "")])])
  }

  private static func told(_ mojibake: Mojibake, _ tree: SyntaxTree) -> Diagnostic {
    let taken =
      switch mojibake.mistake {
      case .utf8AsLatin: ("UTF-8", "Latin-1")
      case .gb18030AsLatin: ("GB18030", "Latin-1")
      case .utf8AsGB18030: ("UTF-8", "GB18030")
      case .utf8AsMacCyrillic: ("UTF-8", "MacCyrillic")
      case .lost: ("GB18030", "UTF-8")
      }
    let range = mojibake.offset..<min(mojibake.offset + 3, tree.source.bytes.count)
    let whole = 0..<tree.source.bytes.count
    return Diagnostic(
      "syntax-mojibake", .error, at: place(range, tree),
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

  private static func place(_ range: Range<Int>, _ tree: SyntaxTree) -> DiagnosticPlace {
    .text(file: tree.source.name, range: range)
  }

  private static func offset(_ diagnostic: Diagnostic) -> Int {
    guard case .text(_, let range) = diagnostic.place else { return 0 }
    return range.lowerBound
  }
}
