import ReportModel
import SourceText

/// Binds a template's paths to the places of a record's values.
struct RecordBinder {
  private(set) var binding: RecordValues.Binding
  private(set) var diagnostics: [Diagnostic] = []
  private let file: String
  /// The loops around, with the variable of each.
  private var variables: [(name: String, loop: Int)] = []

  init(schema: DataSchema, file: String) {
    binding = RecordValues.Binding(shape: RecordShape(schema: schema))
    self.file = file
  }

  /// Binds a template's nodes.
  mutating func bind(all nodes: [TemplateNode]) {
    noteLists(nodes)
    bind(nodes)
    binding.units = binding.slots.map { place in
      let unit: [UInt8] =
        switch place {
        case .field(let index): binding.shape.units[index]
        case .cell(let loop, let column):
          binding.shape.lists[binding.loops[loop]].units[column]
        case .ordinal, .worked: []
        }
      return unit.isEmpty ? nil : unit
    }
  }

  /// Which names are lists, before any expression speaks of their columns.
  private mutating func noteLists(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .loop(let loop):
        if case .path(let path) = loop.subject.kind {
          _ = binding.shape.list(Expression.written(path))
        }
        noteLists(loop.body)
      case .choice(let choice): for branch in choice.branches { noteLists(branch.body) }
      case .join(let join): for item in join.items { noteLists(item.body) }
      case .text, .slot, .heading, .titleEnd: continue
      }
    }
  }

  /// Binds nodes in the order in which ``FillProgram`` numbers them.
  private mutating func bind(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text, .heading, .titleEnd: continue
      case .slot(let slot): binding.slots.append(place(of: slot.expression))
      case .loop(let loop): bind(loop)
      case .choice(let choice):
        for branch in choice.branches {
          if let condition = branch.condition {
            binding.conditions.append(place(of: condition))
          }
          bind(branch.body)
        }
      case .join(let join):
        for item in join.items {
          if let condition = item.condition { binding.conditions.append(place(of: condition)) }
          bind(item.body)
        }
      }
    }
  }

  private mutating func bind(_ loop: TemplateNode.Loop) {
    let index = binding.loops.count
    guard case .path(let path) = loop.subject.kind,
      let first = path.first, !variables.contains(where: { $0.name == first.name })
    else {
      fail(
        loop.subject.range,
        Message(
          zh: "成批填写时,循环只能用记录最外层的列表",
          en: "for many records, a loop goes through a list at the record's top"))
      binding.loops.append(binding.shape.list(""))
      bind(loop.body)
      return
    }
    binding.loops.append(binding.shape.list(Expression.written(path)))
    variables.append((loop.variable.name, index))
    bind(loop.body)
    variables.removeLast()
  }

  /// The place a plain path leads to; whatever else an expression names is asked for too.
  private mutating func place(of expression: Expression) -> RecordValues.Place {
    guard case .path(let path) = expression.kind, let first = path.first else {
      note(expression)
      return .worked
    }
    if let variable = variables.last(where: { $0.name == first.name }) {
      guard path.count > 1 else { return .worked }
      let name = Expression.written(Array(path.dropFirst()))
      return .cell(
        loop: variable.loop,
        column: binding.shape.column(name, of: binding.loops[variable.loop]))
    }
    if path.count == 1, first.name == "序号" || first.name == "index", let last = variables.last {
      return .ordinal(loop: last.loop)
    }
    if DataPeriod(name: first.name) != nil || first.name == "叙述" || first.name == "narrative" {
      fail(
        expression.range,
        Message(
          zh: "成批填写的记录没有“{0}”", en: "records have no “{0}”", first.name))
      return .worked
    }
    // A list itself, or a column of it: 资助, 资助.金额.
    if path.count <= 2, let list = binding.shape.knownList(first.name) {
      if path.count == 2 { _ = binding.shape.column(path[1].name, of: list) }
      return .worked
    }
    return .field(binding.shape.field(Expression.written(path)))
  }

  /// Asks for all that an expression names.
  private mutating func note(_ expression: Expression) {
    switch expression.kind {
    case .number, .string: return
    case .path: _ = place(of: expression)
    case .call(let name, let arguments):
      if let base = TemplateFunction.byName[name.name]?.bases, !base.isEmpty, arguments.count == 1 {
        fail(
          name.range,
          Message(
            zh: "成批填写的记录没有上年同期和上期,“{0}”要写明基数",
            en: "records have no earlier periods: “{0}” needs its base",
            name.name))
      }
      for argument in arguments { note(argument) }
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      note(left)
      note(right)
    case .not(let inner): note(inner)
    }
  }

  private mutating func fail(_ range: Range<Int>, _ message: Message) {
    diagnostics.append(
      Diagnostic("template-not-for-records", at: .text(file: file, range: range), message))
  }
}
