import ReportModel

/// Makes values of the stretches that a match found.
struct MatchReader {
  private let program: ReadingProgram
  private let text: [UInt8]

  init(_ program: ReadingProgram, _ text: [UInt8]) {
    self.program = program
    self.text = text
  }

  /// The values, in the text's order.
  func values(of match: TextMatcher.Match) -> [ReadValue] {
    var values: [ReadValue] = []
    var counters = [Int](repeating: -1, count: program.loopCount)
    var opened: (slot: Int, place: Int)?
    for (place, state) in match.path.enumerated() {
      switch program.steps[state.step] {
      case .enter(let loop): counters[loop] = -1
      case .member(let loop): counters[loop] += 1
      case .open(let slot): opened = (slot, place)
      case .close(let slot):
        guard let open = opened, open.slot == slot else { continue }
        let isCertain = !match.isUncertain[open.place..<place].contains(true)
        if let value = value(
          of: program.slots[slot], at: match.path[open.place].offset..<state.offset, counters,
          isCertain: isCertain)
        {
          values.append(value)
        }
        opened = nil
      default: continue
      }
    }
    return values
  }

  private func value(
    of slot: ReadingSlot, at range: Range<Int>, _ counters: [Int], isCertain: Bool
  ) -> ReadValue? {
    guard slot.readability.level != .unread else { return nil }
    let printed = String(decoding: text[range], as: UTF8.self)
    guard !printed.hasPrefix(SlotForms.placeholderStart),
      let content = content(of: slot, printed)
    else { return nil }
    let parts = slot.path.map { part -> ReadValue.Path.Part in
      switch part {
      case .name(let name): .name(name)
      case .member(let loop): .member(counters[loop])
      }
    }
    return ReadValue(
      path: ReadValue.Path(parts: parts), content: content, range: range, isCertain: isCertain,
      readability: slot.readability)
  }

  private func content(of slot: ReadingSlot, _ printed: String) -> ReadValue.Content? {
    switch slot.form {
    case .none: nil
    case .text: .text(printed)
    case .quantity(let unit, let written):
      if let known = written.first(where: { $0.text == printed }) {
        .quantity(known.quantity)
      } else {
        QuantityReading.quantity(printed, unit: unit).map { .quantity($0) }
      }
    case .bareNumber(let unit):
      (ExactDecimal(printed) ?? QuantityReading.numeral(printed).map { ExactDecimal($0) })
        .map { .quantity(Quantity($0, unit: MeasureUnit(unit))) }
    case .list(let separators): .list(members(of: printed, separators))
    }
  }

  /// Cuts at every separator, the longer one first.
  private func members(of printed: String, _ separators: [String]) -> [String] {
    let marks = separators.filter { !$0.isEmpty }.map { Array($0.utf8) }
      .sorted { $0.count > $1.count }
    let bytes = Array(printed.utf8)
    var members: [String] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let mark = marks.first(where: { bytes[index...].starts(with: $0) }) {
        members.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    members.append(String(decoding: bytes[start...], as: UTF8.self))
    return members
  }
}
