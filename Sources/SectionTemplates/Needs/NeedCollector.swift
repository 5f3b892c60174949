import ReportModel
import SourceText

extension TemplatePack {
  /// What the pack's templates, and the narratives they print, ask data and settings for.
  ///
  /// Names of earlier periods (上年同期, 上期) are left out: they are not filled in for this one. Linear in
  /// the templates.
  ///
  /// - Parameter context: What is known: the schema and data tell figures from tables, narratives
  ///   are looked through for names of their own.
  /// - Returns: Each name once, in the order in which the text first asks for it.
  public func needs(in context: TemplateContext) -> [TemplateNeed] {
    var collector = NeedCollector(context, slots: SectionReader(self, context: context).slots)
    let templates =
      [title, publicationLine].compactMap { $0 } + parts.map(\.template)
      + [sourceLine].compactMap { $0 }
    for template in templates { collector.collect(template) }
    return collector.needs
  }
}

/// Goes through compiled templates and notes every name.
private struct NeedCollector {
  /// What a loop's variable stands for.
  private enum Member {
    case row(of: String)
    /// A member of a list of narratives, by the list's name.
    case narrative(String, NarrativeNode?)
    case other
  }

  private struct SlotPlace: Hashable {
    let file: String
    let offset: Int
  }

  private(set) var needs: [TemplateNeed] = []
  private let context: TemplateContext
  private let readabilities: [SlotPlace: SlotReadability]
  private var indices: [String: Int] = [:]
  private var bindings: [(name: String, member: Member)] = []
  private var conditions: [Expression] = []
  private var source = SourceFile(name: "", text: "")
  private var lines = LineTable([])
  /// Where a narrative stands in its file; nil within a template of the pack.
  private var narrativeOrigin: ValueOrigin?
  private var narrativesSeen: Set<String> = []

  init(_ context: TemplateContext, slots: [SlotReading]) {
    self.context = context
    readabilities = Dictionary(
      slots.map { (SlotPlace(file: $0.file, offset: $0.range.lowerBound), $0.readability) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func collect(_ template: SectionTemplate, at origin: ValueOrigin? = nil) {
    let outer = (source, lines, narrativeOrigin)
    source = template.source
    lines = LineTable(source.bytes)
    narrativeOrigin = origin
    collect(template.nodes)
    (source, lines, narrativeOrigin) = outer
  }

  private mutating func collect(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text, .heading, .titleEnd: break
      case .slot(let slot): collect(slot.expression, slot: slot)
      case .loop(let loop): collect(loop)
      case .choice(let choice): collect(branches: choice.branches)
      case .join(let join): collect(branches: join.items)
      }
    }
  }

  private mutating func collect(_ loop: TemplateNode.Loop) {
    collect(loop.subject, slot: nil)
    bindings.append((loop.variable.name, member(of: loop.subject)))
    collect(loop.body)
    bindings.removeLast()
  }

  private mutating func collect(branches: [TemplateNode.Branch]) {
    for branch in branches {
      if let condition = branch.condition {
        collect(condition, slot: nil)
        conditions.append(condition)
      }
      collect(branch.body)
      if branch.condition != nil { conditions.removeLast() }
    }
  }

  /// Notes the names in an expression; `slot` is the slot that prints it, nil for a condition.
  private mutating func collect(_ expression: Expression, slot: TemplateNode.Slot?) {
    switch expression.kind {
    case .number, .string: break
    case .path(let path): note(path.map(\.name), at: expression.range, slot: slot)
    case .call(_, let arguments): for argument in arguments { collect(argument, slot: slot) }
    case .not(let inner): collect(inner, slot: nil)
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      collect(left, slot: nil)
      collect(right, slot: nil)
    }
  }

  private func member(of subject: Expression) -> Member {
    guard case .path(let path) = subject.kind else { return .other }
    let names = path.map(\.name)
    if let first = names.first, let binding = bindings.last(where: { $0.name == first }),
      case .narrative(let list, let node) = binding.member
    {
      let name = ([list + "[]"] + names.dropFirst()).joined(separator: ".")
      return .narrative(name, Self.node(names.dropFirst(), of: Self.firstMember(of: node)))
    }
    if names.count == 1, isTable(names[0]) { return .row(of: names[0]) }
    guard names.first == "叙述" || names.first == "narrative" else { return .other }
    let name = (["叙述"] + names.dropFirst()).joined(separator: ".")
    return .narrative(name, Self.node(names.dropFirst(), of: context.current.narrative))
  }

  private mutating func note(_ names: [String], at range: Range<Int>, slot: TemplateNode.Slot?) {
    guard let first = names.first, DataPeriod(name: first) == nil else { return }
    if let binding = bindings.last(where: { $0.name == first }) {
      switch binding.member {
      case .row(let table) where names.count == 2:
        add(.column, "\(table).\(names[1])", table: table, column: names[1], at: range, slot)
      case .narrative(let list, let node):
        let rest = names.dropFirst()
        let name = ([list + "[]"] + rest).joined(separator: ".")
        add(.narrative, name, at: range, slot)
        if slot != nil { collectMembers(rest, of: node, path: list) }
      default: break
      }
      return
    }
    if names == ["序号"] || names == ["index"] { return }
    let written = names.joined(separator: ".")
    if context.settings[written] != nil {
      add(.setting, written, at: range, slot)
    } else if first == "叙述" || first == "narrative" {
      add(.narrative, (["叙述"] + names.dropFirst()).joined(separator: "."), at: range, slot)
      if slot != nil {
        collectNarrative(Self.node(names.dropFirst(), of: context.current.narrative), path: written)
      }
    } else if !isFigure(written), isTable(first) {
      noteTable(names, at: range, slot)
    } else {
      add(.figure, written, at: range, slot)
    }
  }

  private mutating func noteTable(
    _ names: [String], at range: Range<Int>, _ slot: TemplateNode.Slot?
  ) {
    let table = names[0]
    switch names.count {
    case 1: add(.table, table, table: table, at: range, slot)
    case 2: add(.column, "\(table).\(names[1])", table: table, column: names[1], at: range, slot)
    default:
      add(
        .cell, names.joined(separator: "."), table: table, row: names[1], column: names[2],
        at: range, slot)
    }
  }

  private mutating func add(
    _ kind: TemplateNeed.Kind, _ name: String, table: String? = nil, row: String? = nil,
    column: String? = nil, at range: Range<Int>, _ slot: TemplateNode.Slot?
  ) {
    var others: [String] = []
    for condition in conditions {
      let text = source.text(in: condition.range)
      if text != self.text(of: name), !others.contains(text) { others.append(text) }
    }
    let position: TextPosition =
      narrativeOrigin.map { TextPosition(line: $0.line, column: $0.column) }
      ?? lines.position(of: range.lowerBound)
    let use = TemplateNeed.Use(
      file: narrativeOrigin?.file ?? source.name, position: position, isPrinted: slot != nil,
      conditions: others, isConditional: !conditions.isEmpty,
      readability: slot.flatMap {
        readabilities[SlotPlace(file: source.name, offset: $0.range.lowerBound)]
      })
    if let index = indices[name] {
      if needs[index].uses.last != use { needs[index].add([use]) }
      return
    }
    indices[name] = needs.count
    needs.append(
      TemplateNeed(kind: kind, name: name, table: table, row: row, column: column, uses: [use]))
  }

  /// How a condition would write the name itself: with the loop's variable where it has one.
  private func text(of name: String) -> String {
    for binding in bindings.reversed() {
      switch binding.member {
      case .row(let table) where name.hasPrefix(table + "."):
        return binding.name + name.dropFirst(table.count)
      case .narrative(let list, _) where name.hasPrefix(list + "[]"):
        return binding.name + name.dropFirst(list.count + 2)
      default: continue
      }
    }
    return name
  }

  private mutating func collectMembers(
    _ path: ArraySlice<String>, of node: NarrativeNode?, path name: String
  ) {
    guard case .sequence(let members)? = node else { return }
    for member in members { collectNarrative(Self.node(path, of: member), path: name) }
  }

  /// A narrative is template text: what it asks for, the report asks for.
  private mutating func collectNarrative(_ node: NarrativeNode?, path: String) {
    guard case .text(let text, let origin)? = node, narrativesSeen.insert(origin.place).inserted
    else { return }
    let name = "\(origin.place)(\(origin.path))"
    let file = SourceFile(name: name, text: text)
    // Faults of a narrative are told where it is filled.
    guard let template = try? SectionTemplate(file) else { return }
    let outer = bindings
    bindings = []
    collect(template, at: origin)
    bindings = outer
  }

  private static func node(
    _ path: ArraySlice<String>, of root: NarrativeNode?
  ) -> NarrativeNode? {
    var node = root
    for name in path {
      guard case .mapping(let members)? = node else { return nil }
      node = members.first { $0.name == name }?.node
    }
    return node
  }

  private static func firstMember(of node: NarrativeNode?) -> NarrativeNode? {
    guard case .sequence(let members)? = node else { return nil }
    return members.first
  }

  private func isFigure(_ name: String) -> Bool {
    context.current.figures[name] != nil || context.schemaFigures[name] != nil
  }

  private func isTable(_ name: String) -> Bool {
    context.schema.table(named: name) != nil || context.current.tables[name] != nil
  }
}
