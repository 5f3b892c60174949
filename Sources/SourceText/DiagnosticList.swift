/// Diagnostics as they are found: so many of a kind one by one, the rest of them counted.
///
/// A column that is filled in wrongly, or left out, has a fault in every row; a list of a million helps
/// nobody, and would take many times the room of the file.
package struct DiagnosticList: Sendable {
  /// How many of a kind are kept.
  package static let most = 10_000

  /// The diagnostics of one id.
  private struct Kind {
    var count = 0
    /// Where the first stands that is not kept, and how much it matters.
    var firstBeyond: (place: DiagnosticPlace, severity: Severity)?
  }

  private let moreID: String
  private let moreRemedy: Message
  private var kept: [Diagnostic] = []
  private var kinds: [String: Kind] = [:]

  /// An empty list.
  ///
  /// - Parameters:
  ///   - moreID: The id of the diagnostics that tell how many more there are.
  ///   - remedy: What to do about so many.
  package init(moreID: String, remedy: Message) {
    self.moreID = moreID
    moreRemedy = remedy
  }

  /// Whether nothing was added.
  package var isEmpty: Bool { kept.isEmpty }

  /// Adds a diagnostic of an id at a place; `make` is not asked where there are too many already.
  package mutating func add(
    _ id: String, _ severity: Severity, at place: DiagnosticPlace, _ make: () -> Diagnostic
  ) {
    var kind = kinds[id] ?? Kind()
    kind.count += 1
    if kind.count <= Self.most {
      kept.append(make())
    } else if kind.firstBeyond == nil {
      kind.firstBeyond = (place, severity)
    }
    kinds[id] = kind
  }

  /// Adds a diagnostic.
  package mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.id, diagnostic.severity, at: diagnostic.place) { diagnostic }
  }

  /// Counts further diagnostics of an id that has more than are kept.
  package mutating func count(more count: Int, of id: String) {
    kinds[id]?.count += count
  }

  /// Forgets all that was added.
  package mutating func removeAll() {
    kept = []
    kinds = [:]
  }

  /// The diagnostics that are kept, and for each id that has more where they go on and how many
  /// there are.
  package var diagnostics: [Diagnostic] {
    var all = kept
    for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      guard let first = kind.firstBeyond else { continue }
      all.append(
        Diagnostic(
          moreID, first.severity, at: first.place,
          Message(
            zh: "这样的问题({0})共有 {1} 处,从这里起的 {2} 处没有逐一列出",
            en: "there are {1} faults of this kind ({0}); the {2} from here on are not listed", id,
            "\(kind.count)", "\(kind.count - Self.most)"), remedy: moreRemedy))
    }
    return all
  }
}
