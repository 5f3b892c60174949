public import ReportModel
public import SourceText

/// Fills section templates with data; the result knows where each stretch came from.
///
/// All faults of all sections are collected. The filler carries on past each of them, so that one
/// run names everything that is missing.
public struct SectionFiller {
  /// Bounds for templates and data that are not to be trusted.
  public struct Limits: Sendable {
    /// The largest text, in bytes.
    public var outputBytes = 64 << 20
    /// The largest number of loop passes in one report.
    public var loopPasses = 1_000_000
    /// How deep narratives may name narratives.
    public var narrativeDepth = 8

    /// The usual bounds.
    public init() {}
  }

  private var evaluator: ExpressionEvaluator
  private let allowsMissing: Bool
  private let limits: Limits
  private var output = SourcedText()
  private var narratives: [String: SectionTemplate?] = [:]
  /// Sources of narratives, for printing faults in them.
  public private(set) var narrativeSources: [SourceFile] = []
  /// Paths that were missing and stand as placeholders.
  public private(set) var placeholders: [String] = []
  private var passes = 0
  private var depth = 0
  private var baseLevel = 0
  private var counters: [Int] = []
  private var openTitle: Int?
  private var isAfterTag = false
  private var isStopped = false

  /// A filler for one report.
  ///
  /// - Parameters:
  ///   - context: All that templates can name.
  ///   - allowsMissing: Whether a missing value is printed as a visible placeholder and noted in
  ///     ``placeholders`` instead of being an error.
  ///   - limits: Bounds on work and output.
  public init(_ context: TemplateContext, allowsMissing: Bool = false, limits: Limits = Limits()) {
    evaluator = ExpressionEvaluator(context)
    self.allowsMissing = allowsMissing
    self.limits = limits
  }

  /// The faults of all templates filled so far.
  public var diagnostics: [Diagnostic] { evaluator.diagnostics }

  /// The paths of the cells that the templates filled so far asked for.
  public var usedPaths: Set<String> { evaluator.used }

  /// Fills one template; faults are added to ``diagnostics``.
  public mutating func fill(_ template: SectionTemplate) -> SourcedText {
    output = SourcedText()
    counters = []
    openTitle = nil
    isAfterTag = false
    fill(template.nodes, of: template.source)
    closeTitle()
    return output
  }

  private mutating func fill(_ nodes: [TemplateNode], of source: SourceFile) {
    for node in nodes where !isStopped {
      switch node {
      case .text(let range): words(range, of: source)
      case .slot(let slot): fill(slot, of: source)
      case .loop(let loop): fill(loop, of: source)
      case .choice(let choice): fill(choice, of: source)
      case .join(let join): fill(join, of: source)
      case .heading(let mark): number(mark, of: source)
      case .titleEnd: closeTitle()
      }
    }
  }

  /// Words are printed as they stand; behind a tag, blank lines do not pile up.
  private mutating func words(_ range: Range<Int>, of source: SourceFile) {
    var start = range.lowerBound
    if isAfterTag, output.endsWithBlankLine {
      while start < range.upperBound, source.bytes[start] == 0x0A { start += 1 }
    }
    guard start < range.upperBound else { return }
    isAfterTag = false
    output.append(
      source.bytes[start..<range.upperBound], from: .words(file: source.name, offset: start))
  }

  private mutating func fill(_ slot: TemplateNode.Slot, of source: SourceFile) {
    guard let value = evaluator.value(of: slot.expression, in: source.name) else { return }
    isAfterTag = false
    switch value.kind {
    case .text(let text):
      printText(text, value, slot, of: source)
    case .quantity(let quantity):
      output.append(quantity.printed.utf8, from: .value(value.origins, quantity))
    case .narrative(.text(let text, let origin), let path):
      fillNarrative(text, origin: origin, path: path, slot, of: source)
    case .missing(let missing):
      reportMissing(missing, slot, of: source)
    default:
      reportWrongKind(value, slot, of: source)
    }
    if output.bytes.count > limits.outputBytes { stopAtLimit(slot.range, of: source) }
  }

  /// A text value is one opaque leaf: a line break in it, or an ordinal at the head of a sentence,
  /// would be read as structure, and is refused.
  private mutating func printText(
    _ text: String, _ value: TemplateValue, _ slot: TemplateNode.Slot, of source: SourceFile
  ) {
    let place = value.origins.first?.place
    if text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      evaluator.report(
        Diagnostic(
          "template-value-line-break", at: .text(file: source.name, range: slot.range),
          Message(zh: "值里有换行,会另起一段", en: "the value holds a line break and would open a paragraph"),
          remedy: Message(
            zh: "删去换行{0}", en: "remove the line break{1}",
            place.map { ":\($0)" } ?? "", place.map { ": \($0)" } ?? "")))
      return
    }
    if OrdinalGuard.opensHeading(text, after: output.bytes) {
      evaluator.report(
        Diagnostic(
          "template-value-ordinal", at: .text(file: source.name, range: slot.range),
          Message(
            zh: "值“{0}”在这里会被读成序号", en: "the value “{0}” would read as an ordinal here",
            VisibleText.escape(text.prefix(20))),
          remedy: Message(
            zh: "改写这个值,或在它前面加几个字{0}", en: "reword it, or put words before it{1}",
            place.map { ":\($0)" } ?? "", place.map { ": \($0)" } ?? "")))
      return
    }
    if value.origins.isEmpty, case .path(let path) = slot.expression.kind {
      output.append(text.utf8, from: .setting(Expression.written(path)))
    } else {
      output.append(text.utf8, from: .value(value.origins, nil))
    }
  }

  private mutating func fill(_ loop: TemplateNode.Loop, of source: SourceFile) {
    isAfterTag = true
    defer { isAfterTag = true }
    guard let subject = evaluator.value(of: loop.subject, in: source.name) else { return }
    guard let members = LoopMembers.of(subject) else {
      if case .missing(let missing) = subject.kind {
        reportMissing(
          missing, TemplateNode.Slot(expression: loop.subject, range: loop.range), of: source)
      } else {
        reportWrongKind(
          subject, TemplateNode.Slot(expression: loop.subject, range: loop.range), of: source)
      }
      return
    }
    for (index, member) in members.enumerated() where !isStopped {
      passes += 1
      guard passes <= limits.loopPasses, output.bytes.count <= limits.outputBytes else {
        stopAtLimit(loop.range, of: source)
        return
      }
      if index > 0 {
        let isLast = index == members.count - 1
        let separator = isLast ? loop.lastSeparator ?? loop.separator : loop.separator
        output.append(separator.utf8, from: .generated)
      }
      isAfterTag = separatorIsEmpty(loop) || index == 0
      evaluator.bindings.append(
        ExpressionEvaluator.Binding(
          name: loop.variable.name, value: member, ordinal: index + 1))
      fill(loop.body, of: source)
      evaluator.bindings.removeLast()
    }
  }

  private func separatorIsEmpty(_ loop: TemplateNode.Loop) -> Bool {
    loop.separator.isEmpty && loop.lastSeparator == nil
  }

  private mutating func fill(_ choice: TemplateNode.Choice, of source: SourceFile) {
    isAfterTag = true
    for branch in choice.branches {
      let holds = branch.condition.map { evaluator.isTrue($0, in: source.name) } ?? true
      // A condition that could not be judged is reported; its branch is not guessed.
      guard let holds else { break }
      if holds {
        fill(branch.body, of: source)
        break
      }
    }
    isAfterTag = true
  }

  /// Each item is printed behind a separator, which goes again where the item printed nothing.
  private mutating func fill(_ join: TemplateNode.Join, of source: SourceFile) {
    isAfterTag = true
    defer { isAfterTag = true }
    var isFirst = true
    for item in join.items where !isStopped {
      if let condition = item.condition {
        guard evaluator.isTrue(condition, in: source.name) ?? false else { continue }
      }
      let start = output.bytes.count
      output.append((isFirst ? join.before : join.separator).utf8, from: .generated)
      let inner = output.bytes.count
      isAfterTag = false
      fill(item.body, of: source)
      if output.bytes.count > inner {
        isFirst = false
      } else {
        output.truncate(to: start)
      }
    }
    if !isFirst { output.append(join.after.utf8, from: .generated) }
  }

  private mutating func number(_ mark: TemplateNode.HeadingMark, of source: SourceFile) {
    closeTitle()
    isAfterTag = false
    let level = baseLevel + mark.level
    while counters.count < level { counters.append(0) }
    counters.removeSubrange(level...)
    counters[level - 1] += 1
    let start = output.bytes.count
    if mark.isGenerated {
      output.append(
        OrdinalText.text(like: mark.number, value: counters[level - 1]), from: .generated)
    } else {
      output.append(mark.number, from: .words(file: source.name, offset: mark.offset))
    }
    let end = output.bytes.count
    openTitle = output.headings.count
    output.headings.append(
      SourcedText.Heading(level: level, number: start..<end, title: end..<end))
  }

  private mutating func closeTitle() {
    guard let index = openTitle else { return }
    openTitle = nil
    let heading = output.headings[index]
    output.headings[index].title = heading.number.upperBound..<output.bytes.count
  }

  /// A narrative is template text itself; its headings stand under the one it is printed below.
  private mutating func fillNarrative(
    _ text: String, origin: ValueOrigin, path: String, _ slot: TemplateNode.Slot,
    of source: SourceFile
  ) {
    guard depth < limits.narrativeDepth else {
      evaluator.report(
        Diagnostic(
          "template-narrative-loop", at: .text(file: source.name, range: slot.range),
          Message(
            zh: "叙述“{0}”层层引用,超过 {1} 层", en: "the narrative “{0}” names others more than {1} deep",
            path, "\(limits.narrativeDepth)"),
          remedy: Message(zh: "检查它是否引用了自己", en: "see whether it names itself")))
      return
    }
    guard let template = narrative(text, origin: origin, path: path) else { return }
    depth += 1
    let outer = baseLevel
    let title = openTitle
    openTitle = nil
    baseLevel = output.headings.last?.level ?? 0
    fill(template.nodes, of: template.source)
    closeTitle()
    baseLevel = outer
    openTitle = title
    depth -= 1
  }

  private mutating func narrative(
    _ text: String, origin: ValueOrigin, path: String
  ) -> SectionTemplate? {
    let key = origin.place
    if let known = narratives[key] { return known }
    let source = SourceFile(name: "\(origin.place)(\(path))", text: text.trimmedLineEnds)
    narrativeSources.append(source)
    do throws(DiagnosticError) {
      let template = try SectionTemplate(source)
      narratives[key] = template
      return template
    } catch {
      for diagnostic in error.diagnostics { evaluator.report(diagnostic) }
      narratives[key] = .some(nil)
      return nil
    }
  }

  private mutating func reportMissing(
    _ missing: MissingValue, _ slot: TemplateNode.Slot, of source: SourceFile
  ) {
    guard !allowsMissing else {
      placeholders.append(missing.path)
      output.append("〔待填：\(missing.path)〕".utf8, from: .placeholder(missing.path))
      return
    }
    evaluator.report(
      Diagnostic(
        "template-missing-value", at: .text(file: source.name, range: slot.range),
        Message(
          zh: "“{0}”没有值(查过:{1})", en: "“{0}” has no value (looked in: {1})", missing.path,
          missing.place),
        remedy: Message(
          zh: "填上数据,或用 {% if {0} %} 让这句话可有可无",
          en: "fill in the data, or guard it with {% if {0} %}",
          missing.path)))
  }

  private mutating func reportWrongKind(
    _ value: TemplateValue, _ slot: TemplateNode.Slot, of source: SourceFile
  ) {
    evaluator.report(
      Diagnostic(
        "template-wrong-kind", at: .text(file: source.name, range: slot.range),
        Message(
          zh: "这里不能用{0}", en: "{1} cannot stand here", value.kindName.zh, value.kindName.en),
        remedy: Message(
          zh: "列表和表列加“|列举”;表用 {% for %};一行要写出列名",
          en:
            "print a list or column with “|列举”, a table with {% for %}, a row's column by its name")
      ))
  }

  private mutating func stopAtLimit(_ range: Range<Int>, of source: SourceFile) {
    guard !isStopped else { return }
    isStopped = true
    evaluator.report(
      Diagnostic(
        "template-limit", at: .text(file: source.name, range: range),
        Message(
          zh: "结果超过上限:循环 {0} 次或正文 {1} 字节",
          en: "over the limit of {0} loop passes or {1} bytes of text",
          "\(limits.loopPasses)", "\(limits.outputBytes)"),
        remedy: Message(zh: "检查循环的表是否过大", en: "see whether a loop's table is too large")))
  }
}
