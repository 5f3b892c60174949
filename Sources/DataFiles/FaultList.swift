import SourceText

/// Faults of one file as they are found: so many of a kind one by one, the rest of them counted.
///
/// A column that is filled in wrongly has a fault in every row; a list of a million helps nobody, and
/// would take many times the room of the file.
struct FaultList {
  /// How many of a kind are kept.
  static let most = 10_000

  /// The faults of one kind.
  private struct Kind {
    var count = 0
    /// Where the first stands that is not kept, and how much it matters.
    var firstBeyond: (place: DiagnosticPlace, severity: Severity)?
  }

  private var kept: [Diagnostic] = []
  private var kinds: [String: Kind] = [:]

  var isEmpty: Bool { kept.isEmpty }

  /// Adds a fault; `notes` are not asked for where there are too many of its kind already.
  mutating func add(
    _ fault: DataFault, at place: DiagnosticPlace, notes: () -> [Diagnostic.Note] = { [] }
  ) {
    let count = count(fault.id, place: place, severity: fault.severity)
    if count <= Self.most { kept.append(fault.diagnostic(at: place, notes: notes())) }
  }

  /// Counts a fault of a kind and tells how many there are.
  private mutating func count(_ id: String, place: DiagnosticPlace, severity: Severity) -> Int {
    var kind = kinds[id] ?? Kind()
    kind.count += 1
    if kind.count == Self.most + 1 { kind.firstBeyond = (place, severity) }
    kinds[id] = kind
    return kind.count
  }

  /// Counts further faults of a kind that has more than are kept.
  mutating func count(more count: Int, of id: String) {
    kinds[id]?.count += count
  }

  mutating func removeAll() { self = FaultList() }

  /// The faults that are kept, and for each kind that has more where they go on and how many there
  /// are.
  var diagnostics: [Diagnostic] {
    var all = kept
    for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      guard let first = kind.firstBeyond else { continue }
      all.append(
        DataFault.moreFaults(id, count: kind.count, kept: Self.most, severity: first.severity)
          .diagnostic(at: first.place))
    }
    return all
  }
}

extension DataFault {
  static func moreFaults(
    _ id: String, count: Int, kept: Int, severity: Severity
  ) -> DataFault {
    DataFault(
      "data-more-faults", severity: severity,
      Message(
        zh: "这样的问题({0})共有 {1} 处,从这里起的 {2} 处没有逐一列出",
        en: "there are {1} faults of this kind ({0}); the {2} from here on are not listed", id,
        "\(count)", "\(count - kept)"),
      remedy: Message(
        zh: "多半是一整列填法不对,请先整列改正,再检查一次",
        en: "most likely a whole column is filled in wrongly: mend the column and check again"))
  }
}
