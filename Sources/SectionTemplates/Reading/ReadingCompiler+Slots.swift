import ReportModel
import SourceText

/// Slots, and the steps that programs are made of.
extension ReadingCompiler {
  mutating func slot(_ slot: TemplateNode.Slot) {
    defer { isAfterTag = false }
    let (subject, path) = subject(of: slot.expression)
    if case .narrative(.text(let text, let origin)?, let name) = subject, narrativeDepth < 8,
      !isTooLarge, let template = Self.template(text, origin: origin, path: name)
    {
      narrativeDepth += 1
      isAfterTag = false
      within(template) { $0.body(template.nodes, mayEnd: false) }
      narrativeDepth -= 1
      return
    }
    let forms = SlotForms(
      excluded: separators.reduce(into: SlotForms.clauseMarks) { $0.formUnion($1) })
    let form = forms.form(of: slot.expression, names: names)
    partFromText(form)
    let index = program.slots.count
    program.slots.append(
      ReadingSlot(
        form: form.value, path: path, file: source.name, range: slot.range,
        readability: isTooLarge ? .tooLarge : form.readability))
    add(.open(index))
    alternatives(form.prints.count) { compiler, choice in
      compiler.add(form.prints[choice])
    }
    add(.close(index))
    guard case .end(_, let again) = program.steps[program.steps.count - 2] else { return }
    freeRun.steps.append(again)
    freeRun.slots.append(index)
    freeRun.next = program.steps.count
  }

  /// Lets free texts end where the number that follows at once begins.
  mutating func partFromText(_ form: SlotForms.Form) {
    if freeRun.next != program.steps.count { freeRun = ([], [], 0) }
    let unit: String?
    switch form.value {
    case .quantity(let known, _): unit = known
    case .bareNumber: unit = ""
    default: return
    }
    guard !freeRun.steps.isEmpty else { return }
    var words = -1
    if let unit {
      program.words.append(Array(unit.utf8))
      words = program.words.count - 1
    }
    for step in freeRun.steps {
      guard case .character(let characters, _) = program.steps[step] else { continue }
      program.steps[step] = .character(characters, before: words)
    }
    for slot in freeRun.slots where program.slots[slot].readability.level == .readable {
      program.slots[slot].readability = .readableBeforeNumber(program.slots[slot].readability)
    }
  }

  mutating func add(_ prints: [SlotForms.Print]) {
    for print in prints {
      switch print {
      case .number: add(.number)
      case .ordinal: add(.ordinal)
      case .numeral: add(.numeral)
      case .words(let text): add(words: text)
      case .qualifiers(let placement):
        // None, one or two words.
        let first = add(.split(0, 0))
        add(.qualifier(placement))
        let second = add(.split(0, 0))
        add(.qualifier(placement))
        program.steps[first] = .split(first + 1, program.steps.count)
        program.steps[second] = .split(second + 1, program.steps.count)
      case .free(let characters, let atLeastOne): free(characters, atLeastOne: atLeastOne)
      }
    }
  }

  mutating func free(
    _ characters: ReadingProgram.CharacterClass, atLeastOne: Bool
  ) {
    let index = program.index(of: characters)
    let start = program.steps.count
    if !atLeastOne { add(.end(start + 3, again: start + 1)) }
    let first = add(.character(index, before: nil))
    add(.end(first + 2, again: first))
  }

  @discardableResult
  mutating func add(_ step: ReadingProgram.Step) -> Int {
    program.steps.append(step)
    return program.steps.count - 1
  }

  mutating func add(words text: String) {
    guard !text.isEmpty else { return }
    program.words.append(Array(text.utf8))
    add(.words(program.words.count - 1, isAfterTag: false, mayEnd: false))
  }

  mutating func add(_ words: [UInt8], mayEnd: Bool) {
    guard !words.isEmpty else { return }
    program.words.append(words)
    add(.words(program.words.count - 1, isAfterTag: isAfterTag, mayEnd: mayEnd))
    isAfterTag = false
  }

  /// Bodies one of which is passed, the earlier preferred.
  mutating func alternatives(_ count: Int, _ body: (inout Self, Int) -> Void) {
    var ends: [Int] = []
    for index in 0..<count {
      let isLast = index == count - 1
      let split = isLast ? nil : add(.split(0, 0))
      body(&self, index)
      guard let split else { continue }
      ends.append(add(.jump(0)))
      program.steps[split] = .split(split + 1, program.steps.count)
    }
    for end in ends { program.steps[end] = .jump(program.steps.count) }
  }
}
