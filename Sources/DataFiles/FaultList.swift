import SourceText

/// Faults of one file as they are found: so many of a kind one by one, the rest of them counted.
struct FaultList {
  private var list = DiagnosticList(
    moreID: "data-more-faults",
    remedy: Message(
      zh: "多半是一整列填法不对,请先整列改正,再检查一次",
      en: "most likely a whole column is filled in wrongly: mend the column and check again"))

  var isEmpty: Bool { list.isEmpty }

  /// The faults that are kept, and how many more there are of each kind.
  var diagnostics: [Diagnostic] { list.diagnostics }

  /// Adds a fault; `notes` are not asked for where there are too many of its kind already.
  mutating func add(
    _ fault: DataFault, at place: DiagnosticPlace, notes: () -> [Diagnostic.Note] = { [] }
  ) {
    list.add(fault.id, fault.severity, at: place) { fault.diagnostic(at: place, notes: notes()) }
  }

  /// Counts further faults of a kind that has more than are kept.
  mutating func count(more count: Int, of id: String) { list.count(more: count, of: id) }

  mutating func removeAll() { list.removeAll() }
}
