public import ReportLint
public import SourceText
import YAMLNodes

/// What a settings file says of lint: levels of rules and groups, and the width of marks.
public struct LintSettings: Sendable, Equatable {
  /// Levels by rule id, rule name or group.
  public var levels: [String: RuleLevel] = [:]
  /// The width of marks; nil where nothing is said.
  public var markWidth: MarkWidth?

  /// Settings that say nothing.
  public init() {}

  /// Reads the members of a settings file, or of `校对` in `bureau.yaml`.
  init(_ fields: inout YAMLFields) {
    levels = fields.mapping("规则", "rules") { Self.levels(&$0) } ?? [:]
  }

  /// Reads a settings file of its own, in which the members may also stand below `校对`.
  ///
  /// - Returns: The settings, the file, and what is wrong with it.
  /// - Throws: ``FileError`` where it cannot be read.
  public static func read(
    _ path: String
  ) throws(FileError) -> (settings: LintSettings, source: SourceFile, diagnostics: [Diagnostic]) {
    let source = SourceFile(name: path, raw: try LocalFiles.read(path))
    let read = YAMLReader.read(source)
    var diagnostics = read.diagnostics
    guard let root = read.root else { return (LintSettings(), source, diagnostics) }
    let settings = YAMLFields.read(root, in: path, into: &diagnostics) { fields in
      fields.ignore("说明", "note")
      var settings = fields.mapping("校对", "lint") { LintSettings(&$0) } ?? LintSettings()
      settings.levels.merge(LintSettings(&fields).levels) { $1 }
      settings.markWidth = markWidth(&fields)
      return settings
    }
    return (settings, source, diagnostics)
  }

  private static func levels(_ rules: inout YAMLFields) -> [String: RuleLevel] {
    var levels: [String: RuleLevel] = [:]
    for member in rules.allMembers() {
      reportUnknown(member.key, at: member.keyRange, in: &rules)
      guard let text = rules.text(member.node, path: member.path) else { continue }
      if let level = RuleLevel(rawValue: text) {
        levels[member.key] = level
      } else {
        rules.report(
          "lint-unknown-level", at: member.node.range,
          Message(zh: "级别“{0}”不认识", en: "unknown level “{0}”", VisibleText.escape(text)),
          remedy: Message(
            zh: "可写:{0}", en: "one of {0}",
            RuleLevel.allCases.map(\.rawValue).joined(separator: "、")))
      }
    }
    return levels
  }

  /// Reports the name of a rule nobody knows; rules of the catalogue that are not built yet are known.
  static func reportUnknown(_ rule: String, at range: Range<Int>, in fields: inout YAMLFields) {
    guard !RuleCatalogue.knows(rule) else { return }
    let names = RuleCatalogue.descriptions.flatMap { [$0.id, $0.name] }
    let nearest = NearestNames.of(rule, in: names)
    fields.report(
      "lint-unknown-rule", .warning, at: range,
      Message(zh: "没有规则“{0}”", en: "there is no rule “{0}”", VisibleText.escape(rule)),
      remedy: nearest.isEmpty
        ? Message(zh: "运行 bulletin explain 可列出全部规则", en: "bulletin explain lists the rules")
        : Message(zh: "是不是:{0}", en: "did you mean: {0}", nearest.joined(separator: "、")))
  }

  private static func markWidth(_ fields: inout YAMLFields) -> MarkWidth? {
    guard let member = fields.member("标点", "width"),
      let text = fields.text(member.node, path: member.path)
    else { return nil }
    switch text {
    case "全角", "full": return .full
    case "半角", "half": return .half
    default:
      fields.report(
        "lint-mark-width", at: member.node.range,
        Message(zh: "标点宽度“{0}”不认识", en: "unknown width of marks “{0}”", VisibleText.escape(text)),
        remedy: Message(zh: "写 全角 或 半角", en: "write full or half"))
      return nil
    }
  }
}
