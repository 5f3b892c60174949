public import ReportModel
import SourceText

extension ReportDrafter {
  /// The choices that the data make in a text drafted from these templates, each once.
  ///
  /// - Parameters:
  ///   - pack: The compiled templates.
  ///   - context: All that they can name.
  /// - Returns: The choices in the order of the text, 5,000 at most. Linear in the text.
  public static func decisions(_ pack: TemplatePack, context: TemplateContext) -> [TextDecision] {
    var finder = DecisionFinder(context)
    let templates =
      [pack.title, pack.publicationLine].compactMap { $0 } + pack.parts.map(\.template)
      + [pack.sourceLine].compactMap { $0 }
    for template in templates { finder.look(through: template) }
    return finder.decisions
  }
}

/// Goes the way that drafting goes, and notes each choice on it.
struct DecisionFinder {
  private static let most = 5_000
  private static let deepestNarrative = 8

  private var conditions: CellConditions
  private var found: [TextDecision] = []
  private var seen: Set<TextDecision> = []
  private var source = SourceFile(name: "", text: "")
  private var lines = LineTable([])
  private var depth = 0
  /// The tables whose rows are listed, in the order of the text, and where.
  private var lists: [(table: String, place: String)] = []
  /// The columns of words that are printed, by table.
  private var columns: [String: Set<String>] = [:]

  init(_ context: TemplateContext) {
    conditions = CellConditions(context)
  }

  /// The choices: conditions in the order of the text, then lists.
  var decisions: [TextDecision] {
    found
      + lists.compactMap { list in
        guard let table = conditions.table(named: list.table)?.table else { return nil }
        let printed = columns[list.table] ?? []
        return TextDecision(
          words: list.table, place: list.place,
          subject: .list(
            table: list.table,
            columns: table.columns.indices.filter { column in
              column == table.keyColumn || printed.contains(table.columns[column].name)
            }.map { table.columns[$0].name }))
      }
  }

  mutating func look(through template: SectionTemplate) {
    let outer = (source, lines)
    source = template.source
    lines = LineTable(source.bytes)
    look(through: template.nodes)
    (source, lines) = outer
  }

  private mutating func look(through nodes: [TemplateNode]) {
    for node in nodes where found.count < Self.most {
      switch node {
      case .text, .heading, .titleEnd: break
      case .slot(let slot): look(through: slot)
      case .loop(let loop): look(through: loop)
      case .choice(let choice):
        for branch in choice.branches {
          guard let holds = holds(branch) else { break }
          if holds {
            look(through: branch.body)
            break
          }
        }
      case .join(let join):
        for item in join.items where holds(item) ?? false { look(through: item.body) }
      }
    }
  }

  /// Whether a branch's condition holds; it is noted as a choice.
  private mutating func holds(_ branch: TemplateNode.Branch) -> Bool? {
    guard let condition = branch.condition else { return true }
    guard let held = conditions.evaluator.isTrue(condition, in: source.name) else { return nil }
    let subject =
      conditions.condition(of: condition, in: source.name)
      .map { TextDecision.Subject.condition($0, held: held) } ?? .fixed(held: held)
    note(
      TextDecision(
        words: source.text(in: condition.range), member: member(in: condition),
        place: place(of: condition.range), subject: subject))
    return held
  }

  private mutating func note(_ decision: TextDecision) {
    guard seen.insert(decision).inserted else { return }
    found.append(decision)
  }

  private func place(of range: Range<Int>) -> String {
    "\(source.name):\(lines.position(of: range.lowerBound).line)"
  }

  /// The name of the row that a condition is about.
  private func member(in condition: Expression) -> String {
    for path in condition.paths {
      guard let name = path.first,
        let binding = conditions.evaluator.bindings.last(where: { $0.name == name.name })
      else { continue }
      if case .row(let table, let row) = binding.value.kind {
        return table.table.key(ofRow: row) ?? "\(row + 1)"
      }
      return "\(binding.ordinal)"
    }
    return ""
  }

  private mutating func look(through slot: TemplateNode.Slot) {
    for path in slot.expression.paths {
      if let (table, column) = conditions.wordColumn(of: path.map(\.name)) {
        columns[table, default: []].insert(column)
      }
    }
    guard case .path = slot.expression.kind,
      let value = conditions.evaluator.value(of: slot.expression, in: source.name),
      case .narrative(.text(let text, let origin), _) = value.kind,
      depth < Self.deepestNarrative,
      let template = try? SectionTemplate(
        SourceFile(name: origin.place, text: text.trimmedLineEnds))
    else { return }
    depth += 1
    look(through: template)
    depth -= 1
  }

  private mutating func look(through loop: TemplateNode.Loop) {
    guard let subject = conditions.evaluator.value(of: loop.subject, in: source.name),
      let members = LoopMembers(of: subject)
    else { return }
    if case .table(let table) = subject.kind, conditions.isCurrent(table),
      !lists.contains(where: { $0.table == table.table.name })
    {
      lists.append((table.table.name, place(of: loop.subject.range)))
    }
    for index in 0..<members.count where found.count < Self.most {
      conditions.evaluator.bindings.append(
        ExpressionEvaluator.Binding(
          name: loop.variable.name, value: members[index], ordinal: index + 1))
      look(through: loop.body)
      conditions.evaluator.bindings.removeLast()
    }
  }
}

extension Expression {
  /// The paths in the expression, in its order.
  var paths: [[Segment]] {
    switch kind {
    case .path(let path): [path]
    case .number, .string: []
    case .call(_, let arguments): arguments.flatMap(\.paths)
    case .not(let inner): inner.paths
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      left.paths + right.paths
    }
  }
}
