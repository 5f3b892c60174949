import ReportModel
import SourceText

/// Where a program's slots, loops and conditions get their values from.
protocol FillValues {
  associatedtype Sink: TextSink

  /// Prints a slot, or says what else is to be filled in its place; `depth` is how many narratives
  /// the slot stands in.
  mutating func print(
    _ slot: Int, of program: FillProgram, depth: Int, into sink: inout Sink
  ) -> SlotOutcome
  /// How many members a loop goes through; nil after a fault.
  mutating func beginLoop(_ loop: Int, of program: FillProgram, into sink: inout Sink) -> Int?
  /// Makes a member the one that the loop's variable stands for.
  mutating func select(_ member: Int, of loop: Int, in program: FillProgram)
  /// Ends the loop begun last.
  mutating func endLoop(_ loop: Int)
  /// Whether a condition holds; nil after a fault.
  mutating func isTrue(_ condition: Int, of program: FillProgram) -> Bool?
  /// Reports that what a slot printed from `start` on reads as an ordinal.
  mutating func reportOrdinal(
    _ slot: Int, of program: FillProgram, at start: Int, in sink: Sink)
  /// Reports that a limit was reached at a place of the program's source.
  mutating func reportLimit(at range: Range<Int>, of program: FillProgram)
}

/// What printing a slot came to.
enum SlotOutcome {
  /// It was printed.
  case printed
  /// Nothing was printed, because of a fault or a missing value.
  case nothing
  /// A narrative is to be filled in its place.
  case narrative(SectionTemplate)
}

/// Walks programs: loops, choices, numbering and blank lines, the same for a draft and for many
/// texts.
struct FillEngine<Values: FillValues> {
  private struct LoopState {
    let loop: Int
    let count: Int
    var index = 0
  }

  private struct JoinState {
    var isFirst = true
    var itemStart = 0
    var itemInner = 0
  }

  var values: Values
  var sink: Values.Sink
  let limits: SectionFiller.Limits
  private(set) var isStopped = false
  private var passes = 0
  private var depth = 0
  private var baseLevel = 0
  private var lastLevel = 0
  private var counters: [Int] = []
  private var hasOpenTitle = false
  private var isAfterTag = false
  private var loops: [LoopState] = []
  private var joins: [JoinState] = []
  /// Slots that were printed where an ordinal may stand.
  private var exposed: [(slot: Int, program: FillProgram, start: Int)] = []

  init(_ values: Values, sink: Values.Sink, limits: SectionFiller.Limits) {
    self.values = values
    self.sink = sink
    self.limits = limits
  }

  /// Fills one program from its beginning.
  mutating func fill(_ program: FillProgram) {
    counters.removeAll(keepingCapacity: true)
    lastLevel = 0
    isAfterTag = false
    run(program)
    closeTitle()
    checkExposed()
  }

  /// Makes ready for another report: limits count anew.
  mutating func reset() {
    isStopped = false
    passes = 0
    loops.removeAll(keepingCapacity: true)
    joins.removeAll(keepingCapacity: true)
  }

  private mutating func run(_ program: FillProgram) {
    program.steps.withUnsafeBufferPointer { steps in
      program.source.bytes.withUnsafeBufferPointer { bytes in
        var next = 0
        while next < steps.count, !isStopped {
          next = step(steps[next], at: next, of: program, bytes)
        }
      }
    }
  }

  /// Does one step and tells the next.
  @inline(__always)
  private mutating func step(
    _ step: FillProgram.Step, at place: Int, of program: FillProgram,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    switch step {
    case .words(let start, let end):
      words(Int(start)..<Int(end), of: program, bytes)
    case .slot(let slot):
      self.slot(Int(slot), of: program)
    case .afterTag:
      isAfterTag = true
    case .loop(let loop, let end):
      return beginLoop(Int(loop), of: program, at: place) ? place + 1 : Int(end)
    case .next(let loop, let body):
      return nextMember(Int(loop), of: program) ? Int(body) : place + 1
    case .branch(let condition, let otherwise, let end):
      guard let holds = values.isTrue(Int(condition), of: program) else { return Int(end) }
      return holds ? place + 1 : Int(otherwise)
    case .jump(let target):
      return Int(target)
    case .join:
      joins.append(JoinState())
    case .item(let join, let condition, let next):
      if condition >= 0 {
        guard values.isTrue(Int(condition), of: program) ?? false else { return Int(next) }
      }
      beginItem(program.joins[Int(join)])
    case .itemEnd:
      endItem()
    case .joinEnd(let join):
      if joins.popLast()?.isFirst == false {
        sink.append(generated: program.joins[Int(join)].after)
      }
    case .heading(let mark):
      heading(program.marks[Int(mark)], of: program, bytes)
    case .titleEnd:
      closeTitle()
    }
    return place + 1
  }

  /// Words are printed as they stand; behind a tag, blank lines do not pile up.
  @inline(__always)
  private mutating func words(
    _ range: Range<Int>, of program: FillProgram, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    var start = range.lowerBound
    if isAfterTag, bytes[start] == 0x0A, sink.isAtBlankLine {
      while start < range.upperBound, bytes[start] == 0x0A { start += 1 }
      guard start < range.upperBound else { return }
    }
    isAfterTag = false
    sink.append(
      UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound]), of: program.source, at: start)
  }

  @inline(__always)
  private mutating func slot(_ slot: Int, of program: FillProgram) {
    let start = sink.count
    switch values.print(slot, of: program, depth: depth, into: &sink) {
    case .printed:
      isAfterTag = false
      if program.isExposed[slot], sink.count > start { exposed.append((slot, program, start)) }
    case .nothing: break
    case .narrative(let template):
      isAfterTag = false
      fillNarrative(template)
    }
    if sink.count > limits.outputBytes { stop(at: program.slots[slot].range, of: program) }
  }

  /// A narrative's headings stand under the one it is printed below.
  private mutating func fillNarrative(_ template: SectionTemplate) {
    depth += 1
    let outer = (baseLevel, hasOpenTitle)
    hasOpenTitle = false
    baseLevel = lastLevel
    run(template.program)
    closeTitle()
    (baseLevel, hasOpenTitle) = outer
    depth -= 1
  }

  private mutating func beginLoop(_ loop: Int, of program: FillProgram, at place: Int) -> Bool {
    guard let count = values.beginLoop(loop, of: program, into: &sink) else { return false }
    guard count > 0 else {
      values.endLoop(loop)
      return false
    }
    guard pass(loop, of: program) else { return false }
    loops.append(LoopState(loop: loop, count: count))
    values.select(0, of: loop, in: program)
    return true
  }

  private mutating func nextMember(_ loop: Int, of program: FillProgram) -> Bool {
    let last = loops.count - 1
    loops[last].index += 1
    let (index, count) = (loops[last].index, loops[last].count)
    guard index < count, pass(loop, of: program) else {
      values.endLoop(loop)
      loops.removeLast()
      return false
    }
    isAfterTag = true
    if program.loops[loop].hasSeparator {
      sink.append(
        generated: index == count - 1
          ? program.loops[loop].lastSeparator : program.loops[loop].separator)
      isAfterTag = false
    }
    values.select(index, of: loop, in: program)
    return true
  }

  private mutating func pass(_ loop: Int, of program: FillProgram) -> Bool {
    passes += 1
    guard passes <= limits.loopPasses, sink.count <= limits.outputBytes else {
      stop(at: program.loops[loop].node.range, of: program)
      return false
    }
    return true
  }

  /// Each item is printed behind a separator, which goes again where the item printed nothing.
  private mutating func beginItem(_ join: FillProgram.Join) {
    let last = joins.count - 1
    joins[last].itemStart = sink.count
    sink.append(generated: joins[last].isFirst ? join.before : join.separator)
    joins[last].itemInner = sink.count
    isAfterTag = false
  }

  private mutating func endItem() {
    let last = joins.count - 1
    if sink.count > joins[last].itemInner {
      joins[last].isFirst = false
    } else {
      sink.truncate(to: joins[last].itemStart)
    }
  }

  private mutating func heading(
    _ mark: FillProgram.Mark, of program: FillProgram, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    closeTitle()
    isAfterTag = false
    let level = baseLevel + mark.node.level
    while counters.count < level { counters.append(0) }
    counters.removeLast(counters.count - level)
    counters[level - 1] += 1
    lastLevel = level
    let start = sink.count
    if mark.node.isGenerated {
      sink.append(generated: mark.parts.text(value: counters[level - 1]))
    } else {
      mark.node.number.withUnsafeBufferPointer { number in
        sink.append(number, of: program.source, at: mark.node.offset)
      }
    }
    sink.beginTitle(level: level, numberFrom: start)
    hasOpenTitle = true
  }

  private mutating func closeTitle() {
    guard hasOpenTitle else { return }
    hasOpenTitle = false
    sink.endTitle()
  }

  /// Refuses values that read as ordinals together with the words around them; headings that the
  /// template has are its own.
  private mutating func checkExposed() {
    for (slot, program, start) in exposed where start < sink.count {
      if sink.opensHeading(valueAt: start) {
        values.reportOrdinal(slot, of: program, at: start, in: sink)
      }
    }
    exposed.removeAll(keepingCapacity: true)
  }

  private mutating func stop(at range: Range<Int>, of program: FillProgram) {
    guard !isStopped else { return }
    isStopped = true
    values.reportLimit(at: range, of: program)
  }
}
