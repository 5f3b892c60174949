public import SourceText
public import YAMLNodes

/// A template pack: what a kind of report consists of, one file a part.
public struct TemplatePack: Sendable {
  /// A part of the report.
  public struct Part: Sendable {
    /// The file in the pack's folder.
    public let file: String
    /// What the part is for: done, problems, plans or other.
    public let role: String
    /// Whether a report without it is incomplete.
    public let isRequired: Bool
    /// The compiled section.
    public let template: SectionTemplate
  }

  /// What people call the pack.
  public let name: String
  /// The report's title.
  public let title: SectionTemplate?
  /// The line under the title.
  public let publicationLine: SectionTemplate?
  /// The line at the foot.
  public let sourceLine: SectionTemplate?
  /// The parts, in order.
  public let parts: [Part]
  /// What ends a paragraph in narratives and sections.
  public let paragraphs: ParagraphBreak
  /// Whether the parts follow each other exactly as they are written, blank lines and last line end
  /// included, instead of being joined in the format's way.
  public let isVerbatim: Bool

  /// Reads a pack and compiles its sections.
  ///
  /// - Parameters:
  ///   - file: `pack.yaml`.
  ///   - sections: The other files of the pack, by their name in its folder.
  ///   - manifest: What reading `pack.yaml` as YAML gave, where that was done already.
  /// - Throws: All faults of `pack.yaml` and of all sections.
  public init(
    _ file: SourceFile, sections: [String: SourceFile], manifest: YAMLReader.Result? = nil
  ) throws(DiagnosticError) {
    let read = manifest ?? YAMLReader.read(file)
    var diagnostics = read.diagnostics
    guard let root = read.root else { throw DiagnosticError(diagnostics) }
    let manifest = YAMLFields.read(root, in: file.name, into: &diagnostics) {
      Manifest(&$0)
    }
    var compiler = Compiler(
      file: file, sections: sections, paragraphs: manifest.paragraphs, diagnostics: diagnostics)
    name = manifest.name
    title = compiler.line(manifest.title, named: "标题")
    publicationLine = compiler.line(manifest.publicationLine, named: "发布行")
    sourceLine = compiler.line(manifest.sourceLine, named: "来源行")
    parts = manifest.parts.compactMap { compiler.part($0) }
    paragraphs = manifest.paragraphs
    isVerbatim = manifest.isVerbatim
    guard !compiler.diagnostics.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(compiler.diagnostics)
    }
  }

  /// The sources of all sections, for printing faults in them.
  public var sources: [SourceFile] {
    [title, publicationLine, sourceLine].compactMap { $0?.source } + parts.map(\.template.source)
  }
}

/// What `pack.yaml` says of the text; what it says of the data is read elsewhere.
private struct Manifest {
  struct Part {
    let file: String
    let range: Range<Int>
    let role: String
    let isRequired: Bool
  }

  let name: String
  let title: String?
  let publicationLine: String?
  let sourceLine: String?
  let parts: [Part]
  let paragraphs: ParagraphBreak
  let isVerbatim: Bool

  init(_ fields: inout YAMLFields) {
    name = fields.text("名称", "name", required: true) ?? ""
    fields.ignore("说明", "note")
    fields.ignore("表", "tables")
    fields.ignore("指标", "figures")
    fields.ignore("核对", "checks")
    title = fields.text("标题", "title")
    publicationLine = fields.text("发布行", "publication")
    sourceLine = fields.text("来源行", "source_line")
    paragraphs = Self.paragraphs(&fields)
    isVerbatim = fields.boolean("原样", "verbatim") ?? false
    let parts = fields.mappings("部分", "parts", required: true) { Self.part(&$0) }
    self.parts = parts.compactMap { $0 }
  }

  private static func paragraphs(_ fields: inout YAMLFields) -> ParagraphBreak {
    guard let member = fields.member("分段", "paragraphs"),
      let text = fields.text(member.node, path: member.path)
    else { return .lineBreak }
    if let value = ParagraphBreak(name: text) { return value }
    fields.report(
      "pack-paragraphs", at: member.node.range,
      Message(zh: "分段“{0}”不认识", en: "unknown value “{0}” of paragraphs", text),
      remedy: Message(zh: "写 换行 或 空行", en: "write line_break or blank_line"))
    return .lineBreak
  }

  private static func part(_ fields: inout YAMLFields) -> Part? {
    let role = role(&fields)
    let isRequired = fields.boolean("必需", "required") ?? false
    guard let member = fields.member("文件", "file", required: true),
      let file = fields.text(member.node, path: member.path)
    else { return nil }
    return Part(file: file, range: member.node.range, role: role, isRequired: isRequired)
  }

  private static func role(_ fields: inout YAMLFields) -> String {
    guard let member = fields.member("角色", "role"),
      let text = fields.text(member.node, path: member.path)
    else { return "other" }
    switch text {
    case "done", "总结": return "done"
    case "problems", "问题": return "problems"
    case "plans", "打算": return "plans"
    case "other", "其他": return "other"
    default:
      fields.report(
        "pack-role", at: member.node.range,
        Message(zh: "角色“{0}”不认识", en: "unknown role “{0}”", text),
        remedy: Message(
          zh: "可用:done、problems、plans、other", en: "one of done, problems, plans, other"))
      return "other"
    }
  }
}

/// Compiles a pack's lines and sections, collecting faults.
private struct Compiler {
  let file: SourceFile
  let sections: [String: SourceFile]
  let paragraphs: ParagraphBreak
  var diagnostics: [Diagnostic]

  mutating func line(_ text: String?, named name: String) -> SectionTemplate? {
    guard let text else { return nil }
    return compile(SourceFile(name: "\(file.name)(\(name))", text: text))
  }

  mutating func part(_ part: Manifest.Part) -> TemplatePack.Part? {
    guard let source = sections[part.file] else {
      diagnostics.append(
        Diagnostic(
          "pack-missing-section", at: .text(file: file.name, range: part.range),
          Message(zh: "模板包里没有文件“{0}”", en: "the pack has no file “{0}”", part.file),
          remedy: ExpressionEvaluator.didYouMean(
            NearestNames.of(part.file, in: sections.keys))))
      return nil
    }
    guard let template = compile(source) else { return nil }
    return TemplatePack.Part(
      file: part.file, role: part.role, isRequired: part.isRequired, template: template)
  }

  private mutating func compile(_ source: SourceFile) -> SectionTemplate? {
    if let fault = source.decodingFaults.first {
      diagnostics.append(
        Diagnostic(
          "template-undecodable",
          at: .text(file: source.name, range: fault.offset..<fault.offset + 3),
          Message(zh: "这里的字节不是文字,编码无法识别", en: "these bytes do not decode as text"),
          remedy: Message(zh: "另存为 UTF-8 编码", en: "save the file as UTF-8")))
      return nil
    }
    do throws(DiagnosticError) {
      return try SectionTemplate(source, paragraphs: paragraphs)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}
