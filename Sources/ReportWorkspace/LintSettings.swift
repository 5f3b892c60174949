public import ReportLint
public import SourceText
import YAMLNodes

/// What a settings file says of lint: a profile, levels and numbers of rules, the width of marks, words
/// to look for, and other levels for some files.
public struct LintSettings: Sendable, Equatable {
  /// Levels for files whose path a pattern matches.
  public struct Override: Sendable, Equatable {
    /// Patterns of paths, `*` for any characters but `/`, `**` for any.
    public var patterns: [String]
    /// What is said of those files.
    public var settings: LintSettings
  }

  /// Where the texts are on their way; nil where nothing is said.
  public var profile: LintProfile?
  /// Levels by rule id, rule name or group.
  public var levels: [String: RuleLevel] = [:]
  /// Numbers that rules go by, by id and option.
  public var options: [String: Int] = [:]
  /// The width of marks; nil where nothing is said.
  public var markWidth: MarkWidth?
  /// Rows added to the lists of words that rules look for.
  public var words: [WordList: [WordRow]] = [:]
  /// What is said of some files only, later ones before earlier ones.
  public var overrides: [Override] = []

  /// Settings that say nothing.
  public init() {}

  /// Reads the members of a settings file, or of `校对` in `bureau.yaml`.
  init(_ fields: inout YAMLFields) {
    profile = Self.profile(&fields)
    fields.mapping("规则", "rules") { self.readRules(&$0) }
    words = fields.mapping("词表", "words") { Self.words(&$0) } ?? [:]
    overrides = fields.mappings("文件", "files") { entry in
      let patterns = entry.texts("路径", "path", required: true)
      var settings = LintSettings()
      settings.profile = Self.profile(&entry)
      entry.mapping("规则", "rules") { settings.readRules(&$0) }
      return Override(patterns: patterns, settings: settings)
    }
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
      let nested = fields.mapping("校对", "lint") { LintSettings(&$0) } ?? LintSettings()
      var settings = nested.overridden(by: LintSettings(&fields))
      settings.markWidth = markWidth(&fields)
      return settings
    }
    return (settings, source, diagnostics)
  }

  /// These settings with those that `other` makes put over them.
  public func overridden(by other: LintSettings) -> LintSettings {
    var result = self
    result.profile = other.profile ?? profile
    result.levels.merge(other.levels) { $1 }
    result.options.merge(other.options) { $1 }
    result.markWidth = other.markWidth ?? markWidth
    for (list, rows) in other.words { result.words[list, default: []] += rows }
    result.overrides += other.overrides
    return result
  }

  /// The settings that hold for a file: those of the patterns that match it over the general ones.
  public func settings(for path: String) -> LintSettings {
    overrides.filter { $0.patterns.contains { PathPattern.matches($0, path) } }
      .reduce(self) { $0.overridden(by: $1.settings) }
  }

  /// Puts the settings into a configuration: the profile first, single levels over it.
  public func apply(to configuration: inout LintConfiguration) {
    configuration.levels.merge(profile?.levels ?? [:]) { $1 }
    configuration.levels.merge(levels) { $1 }
    configuration.options.merge(options) { $1 }
    configuration.markWidth = markWidth ?? configuration.markWidth
    for (list, rows) in words.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      configuration.lexicon = configuration.lexicon.adding(rows, to: list)
    }
  }

  private static func profile(_ fields: inout YAMLFields) -> LintProfile? {
    guard let member = fields.member("用途", "profile"),
      let text = fields.text(member.node, path: member.path)
    else { return nil }
    if let profile = LintProfile(name: text) { return profile }
    fields.report(
      "lint-unknown-profile", at: member.node.range,
      Message(zh: "用途“{0}”不认识", en: "unknown profile “{0}”", VisibleText.escape(text)),
      remedy: Message(
        zh: "写 公开、上报 或 内部", en: "write published, submission or internal"))
    return nil
  }

  /// Reads levels; in place of one a rule may have a mapping of its level and its numbers.
  private mutating func readRules(_ rules: inout YAMLFields) {
    for member in rules.allMembers() {
      Self.reportUnknown(member.key, at: member.keyRange, in: &rules)
      if case .mapping = member.node.content {
        let rule = RuleCatalogue.description(of: member.key)
        let (level, numbers) = rules.read(member) { fields in
          Self.rule(&fields, options: rule?.options ?? [])
        }
        if let level { levels[member.key] = level }
        for (name, value) in numbers { options["\(rule?.id ?? member.key).\(name)"] = value }
      } else if let level = Self.level(member, &rules) {
        levels[member.key] = level
      }
    }
  }

  /// The level and the numbers a mapping gives to a rule; the rule's own options are known.
  private static func rule(
    _ fields: inout YAMLFields, options: [RuleOption]
  ) -> (level: RuleLevel?, numbers: [(name: String, value: Int)]) {
    var level: RuleLevel?
    if let member = fields.member("级别", "level") { level = Self.level(member, &fields) }
    let numbers = options.compactMap { option in
      fields.integer(option.name, option.name).map { (name: option.name, value: $0) }
    }
    return (level, numbers)
  }

  private static func level(
    _ member: YAMLFields.Member, _ fields: inout YAMLFields
  ) -> RuleLevel? {
    guard let text = fields.text(member.node, path: member.path) else { return nil }
    if let level = RuleLevel(rawValue: text) { return level }
    let nearest = NearestNames.of(text, in: RuleLevel.allCases.map(\.rawValue))
    fields.report(
      "lint-unknown-level", at: member.node.range,
      Message(zh: "级别“{0}”不认识", en: "unknown level “{0}”", VisibleText.escape(text)),
      remedy: nearest.isEmpty
        ? Message(
          zh: "可写:{0}", en: "one of {0}",
          RuleLevel.allCases.map(\.rawValue).joined(separator: "、"))
        : Message(zh: "是不是:{0}", en: "did you mean: {0}", nearest.joined(separator: "、")))
    return nil
  }

  /// Reads words: a list's name, and rows in the form of the tables, cells parted by a tab or by `→`; a
  /// word after `-` is taken out.
  private static func words(_ fields: inout YAMLFields) -> [WordList: [WordRow]] {
    var words: [WordList: [WordRow]] = [:]
    for member in fields.allMembers() {
      guard let list = WordList(rawValue: member.key), list != .phraseHeads else {
        let nearest = NearestNames.of(member.key, in: WordList.allCases.map(\.rawValue))
        fields.report(
          "lint-unknown-words", .warning, at: member.keyRange,
          Message(
            zh: "没有词表“{0}”", en: "there is no list of words “{0}”", VisibleText.escape(member.key)),
          remedy: nearest.isEmpty
            ? Message(
              zh: "可写:{0}", en: "one of {0}",
              WordList.allCases.map(\.rawValue).joined(separator: "、"))
            : Message(zh: "是不是:{0}", en: "did you mean: {0}", nearest.joined(separator: "、")))
        continue
      }
      guard case .sequence(let nodes) = member.node.content else {
        if let text = fields.text(member.node, path: member.path) {
          words[list, default: []] += WordRow.rows(of: text)
        }
        continue
      }
      for node in nodes {
        guard let text = fields.text(node, path: member.path) else { continue }
        let row = WordRow.rows(of: text.split(separator: "→").joined(separator: "\t"))
        for word in row
        where !Lexicon.canHold(word.word.hasPrefix("-") ? String(word.word.dropFirst()) : word.word)
        {
          fields.report(
            "lint-short-word", .warning, at: node.range,
            Message(
              zh: "“{0}”要以两个汉字开头", en: "“{0}” must begin with two Chinese characters",
              VisibleText.escape(word.word)))
        }
        words[list, default: []] += row
      }
    }
    return words
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
