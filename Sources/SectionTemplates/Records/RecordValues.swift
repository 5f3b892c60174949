import ReportModel
import SourceText

/// Values out of records.
///
/// Paths were bound to places beforehand, so that a plain slot is a copy of bytes. What is not plain,
/// such as a function, goes the general way over the same record.
struct RecordValues: FillValues {
  /// Where a plain path leads.
  enum Place: Sendable {
    case field(Int)
    /// A member of the row that a loop is at.
    case cell(loop: Int, column: Int)
    /// The ordinal of the member that a loop is at.
    case ordinal(loop: Int)
    /// Not plain: the expression is worked out.
    case worked
  }

  /// A program's slots, conditions and loops bound to places.
  struct Binding: Sendable {
    var slots: [Place] = []
    /// The unit printed behind each slot's number; nil for none.
    var units: [[UInt8]?] = []
    var conditions: [Place] = []
    /// Each loop's list.
    var loops: [Int] = []
    var shape: RecordShape
  }

  private struct RowState {
    var first = 0
    var member = 0
    var width = 0
  }

  let binding: Binding
  private let limits: SectionFiller.Limits
  private let schema: DataSchema
  var record = Record()
  /// The records' bytes; valid while a record is filled.
  var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var diagnostics: [Diagnostic] = []
  private var rows: [RowState]
  private var open: [Int] = []
  private var evaluator: ExpressionEvaluator?

  init(_ binding: Binding, schema: DataSchema, limits: SectionFiller.Limits) {
    self.binding = binding
    self.schema = schema
    self.limits = limits
    rows = Array(repeating: RowState(), count: binding.loops.count)
  }

  /// Makes ready for another record.
  mutating func reset() {
    record.reset(binding.shape)
    diagnostics.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    evaluator = nil
  }

  /// Adds a fault.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  @inline(__always)
  mutating func print(
    _ slot: Int, of program: FillProgram, depth: Int, into sink: inout ByteSink
  ) -> SlotOutcome {
    let value: Record.Value
    switch binding.slots[slot] {
    case .field(let index):
      value = record.fields[index]
    case .cell(let loop, let column):
      let row = rows[loop]
      value = record.cells[row.first + row.member * row.width + column]
    case .ordinal(let loop):
      sink.append(generated: Array(String(rows[loop].member + 1).utf8))
      return .printed
    case .worked:
      return printWorked(slot, of: program, into: &sink)
    }
    switch value.kind {
    case .text where !value.isSuspect:
      sink.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range(value)]))
    case .number:
      sink.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range(value)]))
      if let unit = binding.units[slot] { sink.bytes.append(contentsOf: unit) }
    default:
      printOdd(value, slot, of: program, into: &sink)
    }
    return .printed
  }

  @inline(__always)
  private func range(_ value: Record.Value) -> Range<Int> { Int(value.start)..<Int(value.end) }

  /// A value that is missing, has no print, or must be looked through.
  private mutating func printOdd(
    _ value: Record.Value, _ slot: Int, of program: FillProgram, into sink: inout ByteSink
  ) {
    let range = program.slots[slot].range
    switch value.kind {
    case .text, .unescaped:
      let text = bytes(of: value)
      if let fault = text.withUnsafeBufferPointer({ ValueGuard.fault(in: $0) }) {
        report(FillFault.value(fault, at: range, of: program.source, place: nil))
      } else {
        sink.bytes.append(contentsOf: text)
      }
    case .missing:
      let path = name(of: binding.slots[slot])
      report(
        FillFault.missing(
          MissingValue(path: path, place: path), at: range, of: program.source))
    case .yes, .no:
      report(
        FillFault.wrongKind(TemplateValue(.boolean(true)), at: range, of: program.source))
    case .number: break
    }
  }

  private func bytes(of value: Record.Value) -> [UInt8] {
    value.kind == .unescaped
      ? Array(record.unescaped[range(value)]) : Array(bytes[range(value)])
  }

  private func name(of place: Place) -> String {
    switch place {
    case .field(let index): return binding.shape.fields[index]
    case .cell(let loop, let column):
      let list = binding.shape.lists[binding.loops[loop]]
      return "\(list.name)[\(rows[loop].member + 1)].\(list.columns[column])"
    case .ordinal, .worked: return ""
    }
  }

  mutating func beginLoop(
    _ loop: Int, of program: FillProgram, into sink: inout ByteSink
  ) -> Int? {
    let list = binding.loops[loop]
    let found = record.lists[list]
    guard found.count >= 0 else {
      let name = binding.shape.lists[list].name
      report(
        FillFault.missing(
          MissingValue(path: name, place: name), at: program.loops[loop].node.range,
          of: program.source))
      return nil
    }
    rows[loop] = RowState(
      first: found.first, member: 0, width: binding.shape.lists[list].columns.count)
    open.append(loop)
    return found.count
  }

  @inline(__always)
  mutating func select(_ member: Int, of loop: Int, in program: FillProgram) {
    rows[loop].member = member
  }

  mutating func endLoop(_ loop: Int) {
    open.removeLast()
  }

  @inline(__always)
  mutating func isTrue(_ condition: Int, of program: FillProgram) -> Bool? {
    let value: Record.Value
    switch binding.conditions[condition] {
    case .field(let index): value = record.fields[index]
    case .cell(let loop, let column):
      let row = rows[loop]
      value = record.cells[row.first + row.member * row.width + column]
    case .ordinal: return true
    case .worked: return isTrueWorked(condition, of: program)
    }
    switch value.kind {
    case .yes: return true
    case .no, .missing: return false
    case .text, .unescaped: return value.end > value.start
    case .number: return bytes[range(value)].contains { $0 &- 0x31 < 9 }
    }
  }

  mutating func reportOrdinal(
    _ slot: Int, of program: FillProgram, at start: Int, in sink: ByteSink
  ) {
    let from = sink.start + start
    let shown = String(decoding: sink.bytes[from...].prefix(24), as: UTF8.self)
      .prefix { $0 != "\u{FFFD}" }
    report(
      FillFault.ordinal(
        String(shown), at: program.slots[slot].range, of: program.source, place: nil))
  }

  mutating func reportLimit(at range: Range<Int>, of program: FillProgram) {
    report(FillFault.limit(limits, at: range, of: program.source))
  }

  private mutating func printWorked(
    _ slot: Int, of program: FillProgram, into sink: inout ByteSink
  ) -> SlotOutcome {
    let node = program.slots[slot]
    let value = worked(program) { $0.value(of: node.expression, in: program.source.name) }
    guard let value else { return .nothing }
    switch value.kind {
    case .text(var text):
      if let fault = text.withUTF8({ ValueGuard.fault(in: $0) }) {
        report(FillFault.value(fault, at: node.range, of: program.source, place: nil))
      } else {
        sink.bytes.append(contentsOf: text.utf8)
      }
    case .quantity(let quantity): sink.bytes.append(contentsOf: quantity.printed.utf8)
    case .missing(let missing):
      report(FillFault.missing(missing, at: node.range, of: program.source))
    default:
      report(FillFault.wrongKind(value, at: node.range, of: program.source))
    }
    return .printed
  }

  private mutating func isTrueWorked(_ condition: Int, of program: FillProgram) -> Bool? {
    worked(program) { $0.isTrue(program.conditions[condition], in: program.source.name) }
  }

  /// Works something out over the whole record, made into data once a record.
  private mutating func worked<Result>(
    _ program: FillProgram, _ work: (inout ExpressionEvaluator) -> Result
  ) -> Result {
    var evaluator =
      self.evaluator
      ?? ExpressionEvaluator(
        RecordData(binding.shape, record, bytes).context(schema: schema),
        mostCells: limits.functionCells)
    evaluator.bindings = open.map { loop in
      let list = binding.shape.lists[binding.loops[loop]].name
      let table = evaluator.resolver.context.current.tables[list]
      let kind: TemplateValue.Kind =
        table.map { .row($0, rows[loop].member) }
        ?? .missing(MissingValue(path: list, place: list))
      return ExpressionEvaluator.Binding(
        name: program.loops[loop].node.variable.name, value: TemplateValue(kind),
        ordinal: rows[loop].member + 1)
    }
    let result = work(&evaluator)
    for diagnostic in evaluator.takeDiagnostics() { report(diagnostic) }
    self.evaluator = evaluator
    return result
  }
}
