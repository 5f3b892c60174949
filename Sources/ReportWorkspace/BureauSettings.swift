import SourceText
public import WordDocuments
import YAMLNodes

/// What `bureau.yaml` says: who the bureau is and how its reports are made.
public struct BureauSettings: Sendable, Equatable {
  /// The full name.
  public var name = ""
  /// Short names that may stand for it.
  public var shortNames: [String] = []
  /// The organ that publishes.
  public var publisher = ""
  /// The text of the source line.
  public var source = ""
  /// The template pack: a name or a path.
  public var pack = ""
  /// The text format: a built-in profile's name, or the path of a YAML file; empty for the usual.
  public var format = ""
  /// Where the format is named.
  var formatPlace: DiagnosticPlace?
  /// The fonts of Word documents.
  public var fonts = DocumentFonts()
  /// Whether they are given.
  private var hasFonts = false
  /// What is said of lint.
  public var lint = LintSettings()

  /// Settings that say nothing.
  public init() {}

  /// Reads the members that `bureau.yaml` and a report folder of its own share.
  init(_ fields: inout YAMLFields) {
    name = fields.text("单位", "name") ?? ""
    shortNames = fields.texts("简称", "short_names")
    publisher = fields.text("发布机关", "publisher") ?? ""
    source = fields.text("来源", "source") ?? ""
    pack = fields.text("模板", "pack") ?? ""
    fields.ignore("说明", "note")
    if let member = fields.member("格式", "format"),
      let text = fields.text(member.node, path: member.path)
    {
      format = text
      formatPlace = .text(file: fields.file, range: member.node.range)
    }
    if let fonts = fields.mapping("字体", "fonts", { DocumentFonts(&$0) }) {
      self.fonts = fonts
      hasFonts = true
    }
    lint = fields.mapping("校对", "lint") { LintSettings(&$0) } ?? LintSettings()
  }

  /// The settings with the members of `other` that are given put over them.
  func overridden(by other: BureauSettings) -> BureauSettings {
    var result = self
    if !other.name.isEmpty { result.name = other.name }
    if !other.shortNames.isEmpty { result.shortNames = other.shortNames }
    if !other.publisher.isEmpty { result.publisher = other.publisher }
    if !other.source.isEmpty { result.source = other.source }
    if !other.pack.isEmpty { result.pack = other.pack }
    if !other.format.isEmpty {
      result.format = other.format
      result.formatPlace = other.formatPlace
    }
    if other.hasFonts { result.fonts = other.fonts }
    result.lint = lint.overridden(by: other.lint)
    return result
  }
}

extension DocumentFonts {
  /// The usual fonts with those that are given put in their place.
  fileprivate init(_ fields: inout YAMLFields) {
    self.init()
    title = fields.text("标题", "title") ?? title
    heading1 = fields.text("一级标题", "heading_1") ?? heading1
    heading2 = fields.text("二级标题", "heading_2") ?? heading2
    body = fields.text("正文", "body") ?? body
    latin = fields.text("数字", "latin") ?? latin
    pageNumber = fields.text("页码", "page_number") ?? pageNumber
  }
}
