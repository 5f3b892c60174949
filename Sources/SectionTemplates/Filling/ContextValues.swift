import ReportModel
import SourceText

/// Values out of a context, printed with their origins; all faults are collected.
struct ContextValues: FillValues {
  private(set) var evaluator: ExpressionEvaluator
  private(set) var narrativeSources: [SourceFile] = []
  private(set) var placeholders: [String] = []
  private let allowsMissing: Bool
  private let limits: SectionFiller.Limits
  private var narratives: [String: SectionTemplate?] = [:]
  /// The members of the loops around, the innermost last.
  private var members: [LoopMembers] = []

  init(_ context: TemplateContext, allowsMissing: Bool, limits: SectionFiller.Limits) {
    evaluator = ExpressionEvaluator(context, mostCells: limits.functionCells)
    self.allowsMissing = allowsMissing
    self.limits = limits
  }

  mutating func print(
    _ index: Int, of program: FillProgram, depth: Int, into sink: inout SourcedSink
  ) -> SlotOutcome {
    let slot = program.slots[index]
    guard let value = evaluator.value(of: slot.expression, in: program.source.name) else {
      return .nothing
    }
    switch value.kind {
    case .text(let text):
      let origin: SourcedText.Origin =
        if value.origins.isEmpty, case .path(let path) = slot.expression.kind {
          .setting(Expression.written(path))
        } else {
          .value(value.origins, nil)
        }
      append(text, from: origin, value, slot, of: program.source, into: &sink)
    case .quantity(let quantity):
      append(
        quantity.printed, from: .value(value.origins, quantity), value, slot, of: program.source,
        into: &sink)
    case .narrative(.text(let text, let origin), let path):
      return narrative(text, origin: origin, path: path, slot, of: program, depth: depth)
    case .missing(let missing):
      reportMissing(missing, slot, of: program.source, into: &sink)
    default:
      reportWrongKind(value, slot, of: program.source)
    }
    return .printed
  }

  mutating func beginLoop(
    _ index: Int, of program: FillProgram, into sink: inout SourcedSink
  ) -> Int? {
    let loop = program.loops[index].node
    guard let subject = evaluator.value(of: loop.subject, in: program.source.name) else {
      return nil
    }
    if let members = LoopMembers(of: subject) {
      self.members.append(members)
      evaluator.bindings.append(
        ExpressionEvaluator.Binding(name: loop.variable.name, value: subject, ordinal: 0))
      return members.count
    }
    let slot = TemplateNode.Slot(expression: loop.subject, range: loop.range)
    if case .missing(let missing) = subject.kind {
      reportMissing(missing, slot, of: program.source, into: &sink)
    } else {
      reportWrongKind(subject, slot, of: program.source)
    }
    return nil
  }

  mutating func select(_ member: Int, of loop: Int, in program: FillProgram) {
    evaluator.bindings[evaluator.bindings.count - 1] = ExpressionEvaluator.Binding(
      name: program.loops[loop].node.variable.name, value: members[members.count - 1][member],
      ordinal: member + 1)
  }

  mutating func endLoop(_ loop: Int) {
    members.removeLast()
    evaluator.bindings.removeLast()
  }

  mutating func isTrue(_ condition: Int, of program: FillProgram) -> Bool? {
    evaluator.isTrue(program.conditions[condition], in: program.source.name)
  }

  mutating func reportLimit(at range: Range<Int>, of program: FillProgram) {
    evaluator.report(FillFault.limit(limits, at: range, of: program.source))
  }

  /// A value is one opaque leaf: what would break its paragraph is refused.
  private mutating func append(
    _ text: String, from origin: SourcedText.Origin, _ value: TemplateValue,
    _ slot: TemplateNode.Slot, of source: SourceFile, into sink: inout SourcedSink
  ) {
    var text = text
    guard let fault = text.withUTF8({ ValueGuard.fault(in: $0) }) else {
      sink.append(text.utf8, from: origin)
      return
    }
    evaluator.report(
      FillFault.value(fault, at: slot.range, of: source, place: value.origins.first?.place))
  }

  mutating func reportOrdinal(
    _ slot: Int, of program: FillProgram, at start: Int, in sink: SourcedSink
  ) {
    let text = sink.text
    let end = min(start + 24, text.bytes.count)
    var place: String?
    if let index = text.segmentIndex(at: start),
      case .value(let origins, _) = text.segments[index].origin
    {
      place = origins.first?.place
    }
    let shown = String(decoding: text.bytes[start..<end], as: UTF8.self).prefix { $0 != "\u{FFFD}" }
    evaluator.report(
      FillFault.ordinal(
        String(shown), at: program.slots[slot].range, of: program.source, place: place))
  }

  /// A narrative is template text itself.
  private mutating func narrative(
    _ text: String, origin: ValueOrigin, path: String, _ slot: TemplateNode.Slot,
    of program: FillProgram, depth: Int
  ) -> SlotOutcome {
    guard depth < limits.narrativeDepth else {
      evaluator.report(
        Diagnostic(
          "template-narrative-loop", at: .text(file: program.source.name, range: slot.range),
          Message(
            zh: "叙述“{0}”层层引用,超过 {1} 层", en: "the narrative “{0}” names others more than {1} deep",
            path, "\(limits.narrativeDepth)"),
          remedy: Message(zh: "检查它是否引用了自己", en: "see whether it names itself")))
      return .printed
    }
    return narrative(text, origin: origin, path: path).map { .narrative($0) } ?? .printed
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
    _ missing: MissingValue, _ slot: TemplateNode.Slot, of source: SourceFile,
    into sink: inout SourcedSink
  ) {
    guard !allowsMissing else {
      placeholders.append(missing.path)
      sink.append("〔待填：\(missing.path)〕".utf8, from: .placeholder(missing.path))
      return
    }
    evaluator.report(FillFault.missing(missing, at: slot.range, of: source))
  }

  private mutating func reportWrongKind(
    _ value: TemplateValue, _ slot: TemplateNode.Slot, of source: SourceFile
  ) {
    evaluator.report(FillFault.wrongKind(value, at: slot.range, of: source))
  }
}
