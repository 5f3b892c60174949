import SourceText
import TestSupport
import Testing

@Suite struct DiagnosticPrinterTests {
  /// A text with short lines, one very long line, a tab and a control character.
  static let draft = SourceFile(
    name: "草稿.txt",
    text: "\u{FEFF}某县上半年工作总结\n\n一、总体情况\n"
      + String(repeating: "各校按计划推进,", count: 40) + "完成率120%。"
      + String(repeating: "后续工作照常开展,", count: 40) + "\n\t尾\u{1B}[31m行\r\n二、存在的问题")

  /// The range of the first `part` in the draft.
  static func range(of part: String) -> Range<Int> {
    let bytes = draft.bytes
    let wanted = Array(part.utf8)
    for start in bytes.indices where bytes[start...].starts(with: wanted) {
      return start..<start + wanted.count
    }
    return bytes.count..<bytes.count
  }

  static let diagnostics = [
    Diagnostic(
      "STR003", at: .text(file: "草稿.txt", range: range(of: "某县上半年工作总结")),
      Message(zh: "缺少“{0}”部分", en: "the part “{0}” is missing", "下一步打算"),
      remedy: Message(zh: "补写这一部分", en: "write this part")),
    Diagnostic(
      "FIG009", .warning, at: .text(file: "草稿.txt", range: range(of: "完成率120%")),
      Message(zh: "比率超过100%", en: "a rate over 100 %"),
      notes: [
        Diagnostic.Note(Message(zh: "未写“超额”", en: "the text does not say 超额")),
        Diagnostic.Note(
          Message(zh: "所在部分从这里开始", en: "the part begins here"),
          at: .text(file: "草稿.txt", range: range(of: "一、总体情况"))),
      ]),
    Diagnostic(
      "PUN019", .info, at: .text(file: "草稿.txt", range: range(of: "\u{1B}")),
      Message(zh: "不可见字符{0}", en: "invisible character {0}", "\u{1B}")),
    Diagnostic(
      "STR014", at: .text(file: "草稿.txt", range: draft.bytes.count..<draft.bytes.count),
      Message(zh: "标题下没有正文", en: "nothing under the heading")),
    Diagnostic(
      "data-not-a-number", at: .cell(file: "资金.xlsx", sheet: "明细", reference: "C4"),
      Message(zh: "“{0}”不是数", en: "‘{0}’ is not a number", "三十")),
    Diagnostic(
      "file-missing", at: .file("report.yaml"),
      Message(zh: "没有这个文件", en: "there is no such file"),
      remedy: Message(zh: "用 new 新建", en: "make it with new")),
    Diagnostic(
      "elsewhere", at: .text(file: "别处.txt", range: 3..<5), Message(zh: "别处", en: "elsewhere")),
  ]

  @Test(arguments: MessageLanguage.allCases, DiagnosticPrinter.Style.allCases)
  func printsAsRecorded(language: MessageLanguage, style: DiagnosticPrinter.Style) {
    let printer = DiagnosticPrinter(style: style, language: language)
    let output = printer.print(Self.diagnostics, sources: [Self.draft])
    GoldenFile.expect(
      String(decoding: output, as: UTF8.self),
      at: GoldenFile.path("diagnostics.\(style).\(language)"))
  }

  @Test func colorsOnRequestOnly() {
    let plain = DiagnosticPrinter(style: .text, language: .en).print(Self.diagnostics, sources: [])
    #expect(!plain.contains(0x1B))
    let colored = DiagnosticPrinter(style: .text, language: .en, color: true)
      .print([Self.diagnostics[5]], sources: [])
    let text = String(decoding: colored, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}[1;31merror file-missing\u{1B}[0m\u{1B}[1m: \u{1B}[0m"))
  }

  @Test(arguments: [24, 40, 80, 4000])
  func keepsToTheWidthAndPutsCaretsUnderThePlace(width: Int) throws {
    let printer = DiagnosticPrinter(style: .text, language: .zh, width: width)
    let output = String(
      decoding: printer.print([Self.diagnostics[1]], sources: [Self.draft]), as: UTF8.self)
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let source = try #require(lines.first { $0.hasPrefix("4 |") })
    let carets = try #require(lines.first { $0.contains("^") })
    #expect(DisplayWidth.of(source) <= width)
    let before = carets.prefix { $0 != "^" }.count
    let marked = carets.filter { $0 == "^" }.count
    var column = 0
    var under = ""
    for scalar in source.unicodeScalars {
      if column >= before, column < before + marked { under.unicodeScalars.append(scalar) }
      column += DisplayWidth.width(of: scalar)
    }
    #expect(under == "完成率120%")
  }

  @Test func cutsAMarkWiderThanTheWindow() {
    let line = Self.range(of: "各校").lowerBound..<Self.range(of: "\n\t尾").lowerBound
    let diagnostic = Diagnostic(
      "STR018", .info, at: .text(file: "草稿.txt", range: line), Message(zh: "长", en: "long"))
    let printer = DiagnosticPrinter(style: .text, language: .en, width: 40)
    let output = printer.print([diagnostic], sources: [Self.draft])
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      #expect(DisplayWidth.of(line) <= 40)
    }
  }

  /// A printer must take any range, also one that does not fit the text.
  @Test(arguments: [0..<0, 1..<2, 0..<1_000_000, 999_999..<1_000_000])
  func takesAnyRange(range: Range<Int>) {
    let diagnostic = Diagnostic(
      "any", at: .text(file: "草稿.txt", range: range), Message(zh: "任意", en: "any"))
    for style in DiagnosticPrinter.Style.allCases {
      let output = DiagnosticPrinter(style: style, language: .zh).print(
        [diagnostic], sources: [Self.draft])
      #expect(!output.isEmpty)
    }
  }
}
