import ReportModel
import SourceText

/// Makes a reading program of templates.
struct ReadingCompiler {
  /// How many steps a program may have; narratives that are known are unrolled.
  static let largestStepCount = 200_000

  var program = ReadingProgram()
  var names: ReadingNames
  var source = SourceFile(name: "", text: "")
  /// Marks that the separators of the loops around part values by.
  var separators: [Set<UInt32>] = []
  var isAfterTag = false
  var narrativeDepth = 0
  /// Slots of free text that stand at once before the next step: their characters and indices.
  var freeRun: (steps: [Int], slots: [Int], next: Int) = ([], [], 0)
  var isTooLarge: Bool { program.steps.count > Self.largestStepCount }

  init(_ context: TemplateContext) {
    names = ReadingNames(context)
  }

  /// A program for one section's text.
  mutating func section(_ template: SectionTemplate) {
    isAfterTag = false
    within(template) { $0.body(template.nodes, mayEnd: false) }
    add(.accept)
    markAdjoining()
  }

  /// A program for some nodes of a template, to find what they print in a reworded text.
  mutating func chunk(_ nodes: ArraySlice<TemplateNode>, of template: SectionTemplate) {
    isAfterTag = true
    within(template) { $0.body(Array(nodes), mayEnd: true) }
    add(.accept)
    markAdjoining()
  }

  /// A program for a whole report: sections joined by blank lines, with one line end at the end.
  mutating func report(_ templates: [SectionTemplate], isVerbatim: Bool) {
    for (index, template) in templates.enumerated() {
      isAfterTag = false
      within(template) {
        $0.body(
          isVerbatim ? template.nodes : Self.trimmed(template.nodes, of: template.source),
          mayEnd: !isVerbatim && index == templates.count - 1)
      }
      if !isVerbatim { add(index == templates.count - 1 ? .lastLineEnd : .blankLine) }
    }
    add(.accept)
    markAdjoining()
  }

  /// The nodes without the line breaks they begin with, which the joined report leaves out.
  private static func trimmed(_ nodes: [TemplateNode], of source: SourceFile) -> [TemplateNode] {
    guard case .text(let range)? = nodes.first else { return nodes }
    let start =
      source.bytes[range].firstIndex { $0 != 0x0A && $0 != 0x0D } ?? range.upperBound
    var rest = Array(nodes.dropFirst())
    if start < range.upperBound { rest.insert(.text(start..<range.upperBound), at: 0) }
    return start < range.upperBound ? rest : trimmed(rest, of: source)
  }

  mutating func within(_ template: SectionTemplate, _ body: (inout Self) -> Void) {
    let outer = source
    source = template.source
    body(&self)
    source = outer
  }

  mutating func body(_ nodes: [TemplateNode], mayEnd: Bool) {
    var words: [UInt8] = []
    for (index, node) in nodes.enumerated() {
      let isLast = mayEnd && index == nodes.count - 1
      switch node {
      case .text(let range):
        // Words that follow words are one stretch, so that line breaks behind a tag are seen whole.
        words += source.bytes[range]
        guard index + 1 < nodes.count, case .text = nodes[index + 1] else {
          add(words, mayEnd: isLast)
          words = []
          continue
        }
      case .slot(let slot): self.slot(slot)
      case .loop(let loop): self.loop(loop, mayEnd: isLast)
      case .choice(let choice): self.choice(choice, mayEnd: isLast)
      case .join(let join): self.join(join)
      case .heading(let mark): heading(mark)
      case .titleEnd: continue
      }
    }
  }

  private mutating func choice(_ choice: TemplateNode.Choice, mayEnd: Bool) {
    var bodies = choice.branches.map(\.body)
    if !choice.branches.contains(where: { $0.condition == nil }) { bodies.append([]) }
    alternatives(bodies.count) { compiler, index in
      compiler.isAfterTag = true
      compiler.body(bodies[index], mayEnd: mayEnd)
    }
    isAfterTag = true
  }

  private mutating func loop(_ loop: TemplateNode.Loop, mayEnd: Bool) {
    defer { isAfterTag = true }
    let (subject, path) = subject(of: loop.subject)
    if case .narrative(.sequence(let members)?, let prefix) = subject, !isTooLarge {
      unrolled(loop, members, prefix: prefix, path: path, mayEnd: mayEnd)
      return
    }
    let number = program.loopCount
    program.loopCount += 1
    let member: ReadingNames.Member =
      switch subject {
      case .table(let table, let period): .row(of: table, period)
      case .column(let column):
        .value(
          column.type == .number || column.type == .integer
            ? .quantity(unit: column.unit, asWritten: column.asWritten) : .text)
      case .narrative(_, let path): .value(.narrative(nil, path: path))
      default: .value(.text)
      }
    let parts: [ReadingSlot.PathPart] = path + [.member(loop: number)]
    let binding = ReadingNames.Binding(name: loop.variable.name, member: member, path: parts)
    if loop.separator.isEmpty, loop.lastSeparator == nil || loop.lastSeparator?.isEmpty == true,
      canBeEmpty(loop.body)
    {
      hidden(loop, binding)
      return
    }
    add(.enter(number))
    let skip = add(.split(0, 0))
    let start = program.steps.count
    add(.member(number))
    inLoop(loop, binding) { compiler in
      compiler.isAfterTag = true
      compiler.body(loop.body, mayEnd: mayEnd)
    }
    // Another member, behind either separator, or the end.
    let leave = add(.split(0, 0))
    if let last = loop.lastSeparator, last != loop.separator {
      let either = add(.split(0, 0))
      add(words: loop.separator)
      add(.jump(start))
      program.steps[either] = .split(either + 1, program.steps.count)
      add(words: last)
    } else {
      add(words: loop.separator)
    }
    add(.jump(start))
    program.steps[skip] = .split(start, program.steps.count)
    program.steps[leave] = .split(leave + 1, program.steps.count)
    add(.leave(number))
  }

  /// A loop over prose that is known has exactly these members.
  private mutating func unrolled(
    _ loop: TemplateNode.Loop, _ members: [NarrativeNode], prefix: String,
    path: [ReadingSlot.PathPart], mayEnd: Bool
  ) {
    for (index, member) in members.enumerated() {
      if index > 0 {
        let isLast = index == members.count - 1
        add(words: isLast ? loop.lastSeparator ?? loop.separator : loop.separator)
      }
      let name = "\(prefix)[\(index + 1)]"
      let binding = ReadingNames.Binding(
        name: loop.variable.name, member: .value(.narrative(member, path: name)),
        path: [.name(name)])
      inLoop(loop, binding) { compiler in
        compiler.isAfterTag = true
        compiler.body(loop.body, mayEnd: mayEnd && index == members.count - 1)
      }
    }
  }

  /// A loop whose members cannot be told apart is any text at all; its slots are not read.
  private mutating func hidden(_ loop: TemplateNode.Loop, _ binding: ReadingNames.Binding) {
    let start = program.steps.count
    let slots = program.slots.count
    inLoop(loop, binding) { $0.body(loop.body, mayEnd: false) }
    program.steps.removeSubrange(start...)
    for index in slots..<program.slots.count {
      program.slots[index].readability = .hiddenMembers
    }
    var any = ReadingProgram.CharacterClass(excluded: [])
    any.crossesLines = true
    free(any, atLeastOne: false)
  }

  private mutating func inLoop(
    _ loop: TemplateNode.Loop, _ binding: ReadingNames.Binding, _ body: (inout Self) -> Void
  ) {
    names.bindings.append(binding)
    separators.append(
      Set((loop.separator + (loop.lastSeparator ?? "")).unicodeScalars.map(\.value))
        .intersection(SlotForms.marks))
    body(&self)
    separators.removeLast()
    names.bindings.removeLast()
  }

  private mutating func join(_ join: TemplateNode.Join) {
    separators.append(
      Set((join.separator + join.before).unicodeScalars.map(\.value))
        .intersection(SlotForms.marks))
    // Where something stands behind the items, it goes with them.
    let skipAll = join.after.isEmpty ? nil : add(.split(0, 0))
    for item in join.items {
      let skip = add(.split(0, 0))
      if join.before != join.separator {
        let either = add(.split(0, 0))
        add(words: join.before)
        let over = add(.jump(0))
        program.steps[either] = .split(either + 1, program.steps.count)
        add(words: join.separator)
        program.steps[over] = .jump(program.steps.count)
      } else {
        add(words: join.separator)
      }
      isAfterTag = false
      body(item.body, mayEnd: false)
      program.steps[skip] = .split(skip + 1, program.steps.count)
    }
    if let skipAll {
      add(words: join.after)
      program.steps[skipAll] = .split(skipAll + 1, program.steps.count)
    }
    separators.removeLast()
    isAfterTag = true
  }

  private mutating func heading(_ mark: TemplateNode.HeadingMark) {
    defer { isAfterTag = false }
    guard mark.isGenerated else {
      add(mark.number, mayEnd: false)
      return
    }
    let parts = OrdinalText.Parts(of: mark.number)
    add(parts.before, mayEnd: false)
    switch parts.numeral {
    case .arabic: add(.ordinal)
    case .chinese: add(.numeral)
    case .circled: add(.circled)
    case nil: break
    }
    add(parts.after, mayEnd: false)
  }

  /// What an expression goes through or prints, where that is a path.
  func subject(
    of expression: Expression
  ) -> (ReadingNames.Subject, [ReadingSlot.PathPart]) {
    switch expression.kind {
    case .path(let path): names.subject(of: path)
    case .call(_, let arguments):
      (.text, arguments.first.map { subject(of: $0).1 } ?? [])
    default: (.text, [])
    }
  }

  static func template(
    _ text: String, origin: ValueOrigin, path: String
  ) -> SectionTemplate? {
    try? SectionTemplate(
      SourceFile(name: "\(origin.place)(\(path))", text: text.trimmedLineEnds))
  }

  /// Whether a body may print nothing.
  private func canBeEmpty(_ nodes: [TemplateNode]) -> Bool {
    nodes.allSatisfy { node in
      switch node {
      // Line breaks behind a tag may be left out.
      case .text(let range): source.bytes[range].allSatisfy { $0 == 0x0A }
      case .slot(let slot):
        if case .narrative = subject(of: slot.expression).0 { true } else { false }
      case .heading: false
      case .loop, .join, .titleEnd: true
      case .choice(let choice):
        !choice.branches.contains { $0.condition == nil }
          || choice.branches.contains { canBeEmpty($0.body) }
      }
    }
  }

  /// Marks slots of free text that may stand side by side.
  private mutating func markAdjoining() {
    let followers = FreeTextNeighbours(program)
    for (slot, others) in followers.pairs {
      for index in [slot] + others where program.slots[index].readability.level == .readable {
        program.slots[index].readability = .adjoining
      }
    }
  }
}
