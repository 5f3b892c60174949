public import SourceText

/// The texts that explain rules.
public enum RulePage {
  /// The page of one rule: what it finds, why, by which source, when it does not apply, examples.
  public static func text(of rule: RuleDescription, in language: MessageLanguage) -> String {
    let names = Names(language)
    var page = "\(rule.id) \(rule.name)\n\(rule.summary.text(in: language))\n\n"
    page += names.entry(names.level, names.name(of: rule.level))
    page += names.entry(names.fix, names.name(of: rule.fix))
    page += names.entry(
      names.basis,
      names.name(of: rule.basis.kind) + names.dash + rule.basis.citation.text(in: language))
    page += "\n" + names.entry(names.reason, rule.reason.text(in: language))
    page += names.entry(names.exemption, rule.exemption.text(in: language))
    for option in rule.options {
      page += names.entry(
        "\(names.option) \(option.name)",
        "\(option.meaning.text(in: language))\(names.dash)\(option.value)")
    }
    if let need = rule.need { page += names.entry(names.need, names.name(of: need)) }
    page += "\n" + names.bad + names.colon + "\n"
    for example in rule.bad {
      page += render(example, in: language)
      if let fixed = example.fixed {
        page += "    " + names.fixed + names.colon + "\n" + indent(fixed) + "\n"
      }
    }
    page += names.good + names.colon + "\n"
    for example in rule.good { page += render(example, in: language) }
    return page
  }

  /// The list of `rules`: id, level, name and what each finds, a line each.
  public static func list(_ rules: [RuleDescription], in language: MessageLanguage) -> String {
    let names = Names(language)
    let width = rules.map { $0.name.utf8.count }.max() ?? 0
    let levelWidth = RuleLevel.allCases.map { DisplayWidth.of(names.name(of: $0)) }.max() ?? 0
    var list = ""
    for rule in rules {
      let level = names.name(of: rule.level)
      let levelPad = String(repeating: " ", count: levelWidth - DisplayWidth.of(level))
      let namePad = String(repeating: " ", count: width - rule.name.utf8.count)
      list += "\(rule.id)  \(level)\(levelPad)  \(rule.name)\(namePad)  "
      list += rule.summary.text(in: language) + "\n"
    }
    return list
  }

  /// All rules as one page of Markdown: a list, then a section each, then the rules that are left out.
  public static func markdown(
    _ rules: [RuleDescription], in language: MessageLanguage
  ) -> String {
    let names = Names(language)
    var page = "# \(names.title)\n\n\(names.introduction)\n\n"
    page +=
      "| \(names.rule) | \(names.level) | \(names.fix) | \(names.finds) |\n|---|---|---|---|\n"
    for rule in rules {
      page +=
        "| [\(rule.id)](#\(rule.id.lowercased())-\(rule.name)) | \(names.name(of: rule.level)) | "
      page += "\(names.name(of: rule.fix)) | \(rule.summary.text(in: language)) |\n"
    }
    for rule in rules {
      page += "\n## \(rule.id) \(rule.name)\n\n"
      let text = self.text(of: rule, in: language)
      // The page's first line is the heading here; its examples are indented, which Markdown shows as
      // they are.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      for line in lines.map(String.init) {
        page += line + (line.isEmpty || line.hasPrefix("    ") ? "\n" : "  \n")
        if line == names.bad + names.colon || line == names.good + names.colon { page += "\n" }
      }
      while page.hasSuffix("\n\n") { page.removeLast() }
    }
    page += "\n## \(names.leftOut)\n\n"
    for (id, reason) in RuleCatalogue.leftOut {
      page += "- \(id)\(names.colon)\(language == .zh ? "" : " ")\(reason.text(in: language))\n"
    }
    return page
  }

  /// An example with carets under its marks, indented, and a blank line.
  private static func render(_ example: RuleExample, in language: MessageLanguage) -> String {
    var output = ""
    for line in example.data?.lines(in: language) ?? [] { output += "    [\(line)]\n" }
    for line in example.marked.split(separator: "\n", omittingEmptySubsequences: false) {
      var shown = ""
      var carets = ""
      var isMarked = false
      for scalar in line.unicodeScalars {
        switch scalar {
        case "⟦": isMarked = true
        case "⟧":
          if carets.last != "^" { carets += "^" }
          isMarked = false
        default:
          shown += VisibleText.escape(String(scalar))
          carets += String(
            repeating: isMarked ? "^" : " ", count: VisibleText.width(of: scalar))
        }
      }
      output += "    " + shown + "\n"
      if carets.contains("^") {
        output += "    " + carets.prefix(through: carets.lastIndex(of: "^") ?? carets.startIndex)
        output += "\n"
      }
    }
    return output + "\n"
  }

  private static func indent(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + VisibleText.escape(String($0)) + "\n" }.joined()
  }
}

/// The fixed words of the pages.
private struct Names {
  private let isChinese: Bool

  init(_ language: MessageLanguage) {
    isChinese = language == .zh
  }

  var level: String { isChinese ? "级别" : "Level" }
  var fix: String { isChinese ? "修改" : "Fix" }
  var basis: String { isChinese ? "依据" : "Source" }
  var reason: String { isChinese ? "理由" : "Why" }
  var exemption: String { isChinese ? "不适用" : "Does not apply" }
  var need: String { isChinese ? "需要" : "Needs" }
  var option: String { isChinese ? "可设置" : "Option" }
  var bad: String { isChinese ? "有问题的写法" : "Found" }
  var good: String { isChinese ? "没有问题的写法" : "Not found" }
  var fixed: String { isChinese ? "改为" : "Becomes" }
  var colon: String { isChinese ? "：" : ":" }
  var dash: String { isChinese ? "，" : ", " }

  var title: String { isChinese ? "校对规则" : "The rules of lint" }
  var introduction: String {
    isChinese
      ? "本页由 `bulletin explain --all --format markdown --lang zh` 生成。"
      : "Made by `bulletin explain --all --format markdown --lang en`."
  }
  var rule: String { isChinese ? "规则" : "Rule" }
  var finds: String { isChinese ? "查什么" : "Finds" }
  var leftOut: String { isChinese ? "没有收的规则" : "Rules that are left out" }

  func entry(_ name: String, _ text: String) -> String {
    name + colon + (isChinese ? "" : " ") + text + "\n"
  }

  func name(of level: RuleLevel) -> String {
    switch level {
    case .off: isChinese ? "关闭" : "off"
    case .info: isChinese ? "提示" : "info"
    case .warning: isChinese ? "警告" : "warning"
    case .error: isChinese ? "错误" : "error"
    }
  }

  func name(of fix: Fix.Safety?) -> String {
    switch fix {
    case .safe: isChinese ? "可自动修改" : "applied by --fix"
    case .needsReview: isChinese ? "修改后须由人复核" : "applied by --fix --unsafe, to be looked at"
    case .displayOnly: isChinese ? "只给出参考写法" : "shown, never applied"
    case nil: isChinese ? "由人修改" : "by hand"
    }
  }

  func name(of need: RuleNeed) -> String {
    switch need {
    case .data: isChinese ? "报告文件夹里的数据" : "the data of a report folder"
    case .lastPeriod: isChinese ? "旁边有以前一期的文件夹" : "an earlier period's folder beside it"
    case .organs: isChinese ? "设置里的机构名录（词表 organs）" : "a register of organs (words: organs)"
    case .leaders: isChinese ? "设置里的领导名册（词表 leaders）" : "a register of leaders (words: leaders)"
    }
  }

  func name(of kind: RuleBasis.Kind) -> String {
    switch kind {
    case .law: isChinese ? "法规" : "law"
    case .standard: isChinese ? "国家标准" : "standard"
    case .fact: isChinese ? "事实" : "fact"
    case .practice: isChinese ? "行文惯例" : "practice"
    }
  }
}
