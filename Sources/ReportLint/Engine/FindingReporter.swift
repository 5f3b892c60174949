public import SourceText

/// Takes what the rules find.
public struct FindingReporter {
  private let file: String
  private let limit: Int
  private(set) var findings: [Diagnostic] = []
  private var rule = ""
  private var severity = Severity.info

  init(file: String, limit: Int) {
    self.file = file
    self.limit = limit
    findings.reserveCapacity(32)
  }

  /// Makes what is reported from now on findings of `rule`.
  mutating func begin(_ rule: String, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Reports a finding of the rule that runs.
  ///
  /// - Parameters:
  ///   - range: Where it is, in UTF-8 offsets.
  ///   - message: What was found and what was expected.
  ///   - remedy: What to do.
  ///   - notes: Further places and facts.
  ///   - fixes: Changes that would mend it.
  ///   - weight: The most this finding may weigh, where it is less sure than the rule as a whole.
  @inline(never)
  public mutating func report(
    _ range: Range<Int>, _ message: Message, remedy: Message? = nil,
    notes: [Diagnostic.Note] = [], fixes: [Fix] = [], atMost weight: Severity = .error
  ) {
    guard range.upperBound <= limit else { return }
    findings.append(
      Diagnostic(
        rule, min(severity, weight), at: .text(file: file, range: range), message, remedy: remedy,
        notes: notes, fixes: fixes))
  }

  /// Reports faults of one kind: each by itself or, where a file is full of them, all at the first.
  ///
  /// - Parameters:
  ///   - faults: The faults in text order.
  ///   - remedy: What to do.
  ///   - safety: How far the fixes may be trusted.
  ///   - limit: How many faults are reported one by one.
  ///   - message: What was found, for one fault.
  mutating func report(
    _ faults: [MarkFault], remedy: Message? = nil, safety: Fix.Safety, limit: Int = 10,
    message: (MarkFault) -> Message
  ) {
    guard faults.count > limit, let first = faults.first else {
      for fault in faults {
        report(
          fault.range, message(fault), remedy: remedy,
          fixes: fault.edits.isEmpty ? [] : [Fix(safety, fault.edits)])
      }
      return
    }
    let edits = faults.flatMap(\.edits)
    report(
      first.range, message(first), remedy: remedy,
      notes: [
        Diagnostic.Note(
          Message(
            zh: "全文共{0}处，一并在此报告", en: "{0} in this text, reported here together",
            String(faults.count)))
      ],
      fixes: edits.isEmpty ? [] : [Fix(safety, edits)])
  }

  /// A note that points into the text.
  public func note(_ message: Message, at range: Range<Int>) -> Diagnostic.Note {
    Diagnostic.Note(message, at: .text(file: file, range: range))
  }

  /// The findings in text order, those of one place by id.
  mutating func sorted() -> [Diagnostic] {
    // Findings are large to move about; their places are sorted instead.
    var order: [(start: Int, end: Int, index: Int)] = []
    order.reserveCapacity(findings.count)
    for index in findings.indices {
      var range = 0..<0
      if case .text(_, let place) = findings[index].place { range = place }
      order.append((range.lowerBound, range.upperBound, index))
    }
    order.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      if left.end != right.end { return left.end < right.end }
      let (one, other) = (findings[left.index].id, findings[right.index].id)
      return one == other ? left.index < right.index : one < other
    }
    findings.withUnsafeMutableBufferPointer { findings in
      guard let base = findings.baseAddress else { return }
      let hold = UnsafeMutablePointer<Diagnostic>.allocate(capacity: 1)
      defer { hold.deallocate() }
      // Each is moved to its place along the cycles of the order, so that none is copied.
      for start in order.indices where order[start].index != start {
        hold.moveInitialize(from: base + start, count: 1)
        var place = start
        while order[place].index != start {
          let next = order[place].index
          (base + place).moveInitialize(from: base + next, count: 1)
          order[place].index = place
          place = next
        }
        (base + place).moveInitialize(from: hold, count: 1)
        order[place].index = place
      }
    }
    defer { findings = [] }
    return findings
  }
}
