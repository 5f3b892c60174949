import SourceText

/// A template as a flat run of steps, so that filling it walks an array and no tree.
///
/// A class, because what fills it holds on to it slot by slot, and it never changes.
final class FillProgram: Sendable {
  /// One step; numbers are indices into the program's tables or other steps.
  enum Step: Sendable {
    /// Words of the source.
    case words(start: Int32, end: Int32)
    case slot(Int32)
    /// Where blank lines do not pile up: behind a tag.
    case afterTag
    /// A loop whose body follows; `end` is the step behind it.
    case loop(Int32, end: Int32)
    /// The end of a loop's body, which begins at `body`.
    case next(Int32, body: Int32)
    /// Goes on where the condition holds, to `otherwise` where it does not, and to `end` where it
    /// cannot be judged.
    case branch(Int32, otherwise: Int32, end: Int32)
    case jump(Int32)
    case join(Int32)
    /// An item of a join; −1 for no condition; `next` is the step behind it.
    case item(Int32, condition: Int32, next: Int32)
    case itemEnd
    case joinEnd(Int32)
    case heading(Int32)
    case titleEnd
  }

  /// A loop's separators.
  struct Loop: Sendable {
    let node: TemplateNode.Loop
    let separator: [UInt8]
    let lastSeparator: [UInt8]
    let hasSeparator: Bool
  }

  /// A join's words.
  struct Join: Sendable {
    let separator: [UInt8]
    let before: [UInt8]
    let after: [UInt8]
  }

  /// A heading's number, taken apart for the format to count it.
  struct Mark: Sendable {
    let node: TemplateNode.HeadingMark
    let parts: OrdinalText.Parts
  }

  let source: SourceFile
  let steps: [Step]
  let slots: [TemplateNode.Slot]
  /// For each slot, whether what it prints may be taken for an ordinal or a part of one.
  let isExposed: [Bool]
  let loops: [Loop]
  let conditions: [Expression]
  let joins: [Join]
  let marks: [Mark]

  init(_ nodes: [TemplateNode], of source: SourceFile) {
    var builder = FillProgramBuilder(source)
    builder.add(nodes)
    self.source = source
    steps = builder.steps
    slots = builder.slots
    isExposed = builder.isExposed
    loops = builder.loops
    conditions = builder.conditions
    joins = builder.joins
    marks = builder.marks
  }
}

/// Puts a program together.
private struct FillProgramBuilder {
  typealias Step = FillProgram.Step
  typealias Loop = FillProgram.Loop
  typealias Join = FillProgram.Join
  typealias Mark = FillProgram.Mark

  let source: SourceFile
  private(set) var steps: [Step] = []
  private(set) var slots: [TemplateNode.Slot] = []
  private(set) var isExposed: [Bool] = []
  private(set) var loops: [Loop] = []
  private(set) var conditions: [Expression] = []
  private(set) var joins: [Join] = []
  private(set) var marks: [Mark] = []

  init(_ source: SourceFile) {
    self.source = source
  }

  mutating func add(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let range):
        steps.append(.words(start: Int32(range.lowerBound), end: Int32(range.upperBound)))
      case .slot(let slot):
        isExposed.append(!isSheltered)
        steps.append(.slot(Int32(slots.count)))
        slots.append(slot)
      case .loop(let loop): add(loop)
      case .choice(let choice): add(choice)
      case .join(let join): add(join)
      case .heading(let mark):
        steps.append(.heading(Int32(marks.count)))
        marks.append(Mark(node: mark, parts: OrdinalText.Parts(of: mark.number)))
      case .titleEnd: steps.append(.titleEnd)
      }
    }
  }

  private mutating func add(_ loop: TemplateNode.Loop) {
    let index = Int32(loops.count)
    loops.append(
      Loop(
        node: loop, separator: Array(loop.separator.utf8),
        lastSeparator: Array((loop.lastSeparator ?? loop.separator).utf8),
        hasSeparator: !loop.separator.isEmpty || loop.lastSeparator != nil))
    steps.append(.afterTag)
    let start = placeholder()
    add(loop.body)
    steps.append(.next(index, body: Int32(start + 1)))
    steps[start] = .loop(index, end: here)
    steps.append(.afterTag)
  }

  private mutating func add(_ choice: TemplateNode.Choice) {
    steps.append(.afterTag)
    var branches: [(step: Int, condition: Int32, otherwise: Int32)] = []
    var jumps: [Int] = []
    for branch in choice.branches {
      if let condition = branch.condition {
        let index = Int32(conditions.count)
        conditions.append(condition)
        let step = placeholder()
        add(branch.body)
        jumps.append(placeholder())
        branches.append((step, index, here))
      } else {
        add(branch.body)
      }
    }
    for jump in jumps { steps[jump] = .jump(here) }
    for branch in branches {
      steps[branch.step] = .branch(
        branch.condition, otherwise: branch.otherwise, end: here)
    }
    steps.append(.afterTag)
  }

  private mutating func add(_ join: TemplateNode.Join) {
    let index = Int32(joins.count)
    joins.append(
      Join(
        separator: Array(join.separator.utf8), before: Array(join.before.utf8),
        after: Array(join.after.utf8)))
    steps.append(.join(index))
    for item in join.items {
      var condition: Int32 = -1
      if let expression = item.condition {
        condition = Int32(conditions.count)
        conditions.append(expression)
      }
      let start = placeholder()
      add(item.body)
      steps.append(.itemEnd)
      steps[start] = .item(index, condition: condition, next: here)
    }
    steps.append(.joinEnd(index))
    steps.append(.afterTag)
  }

  /// Whether the step before, always passed right before the next one, prints words that keep the
  /// next print from being part of an ordinal.
  private var isSheltered: Bool {
    guard case .words(let start, let end)? = steps.last else { return false }
    return OrdinalGuard.shelters(source.bytes[Int(start)..<Int(end)])
  }

  private var here: Int32 { Int32(steps.count) }

  private mutating func placeholder() -> Int {
    steps.append(.titleEnd)
    return steps.count - 1
  }
}
