import FigureWorkbook
import ReportModel
public import ReportWorkspace
public import SourceText

/// Workbooks handed back to one report, read and merged.
public struct FormImport: Sendable {
  /// The workbooks, in the order they were given.
  public let files: [ReturnedFile]
  /// What they change together, each cell once; those of faulty workbooks are left out where that was
  /// asked for.
  public let changes: [FormChange]
  /// Cells to which two workbooks give different values.
  public let conflicts: [Diagnostic]

  /// Reads workbooks and merges what they change.
  ///
  /// A value that the data hold already is no change, so that of two forms only the one that was changed
  /// counts. All faults of all workbooks are found in one run. Linear in their size.
  ///
  /// - Parameters:
  ///   - workbooks: Their names and bytes.
  ///   - report: The report they belong to.
  ///   - skipsFaulty: Whether sound workbooks count where others are faulty.
  public init(
    _ workbooks: [(name: String, bytes: [UInt8])], into report: ReportFolder,
    skipsFaulty: Bool = false
  ) {
    let reader = ReturnedFileReader(report)
    files = workbooks.map { reader.read($0.name, $0.bytes) }
    var places: [FormChange.Target: Int] = [:]
    var changes: [FormChange] = []
    var conflicts: [Diagnostic] = []
    for file in files where !(skipsFaulty && file.isFaulty) {
      for change in file.changes {
        guard let index = places[change.target] else {
          places[change.target] = changes.count
          changes.append(change)
          continue
        }
        let first = changes[index]
        // One file that names a row twice is told so by itself.
        guard first.place.file != change.place.file else { continue }
        if !FormChange.isSame(first.new, change.new) {
          conflicts.append(Self.conflict(first, change))
        }
      }
    }
    self.changes = changes
    self.conflicts = conflicts
  }

  /// Whether the changes may be written: nothing is wrong, or what is faulty was left out.
  public func isSound(skipsFaulty: Bool) -> Bool {
    conflicts.isEmpty && (skipsFaulty || !files.contains(where: \.isFaulty))
  }

  private static func conflict(_ first: FormChange, _ second: FormChange) -> Diagnostic {
    Diagnostic(
      "import-conflict", at: second.place.diagnosticPlace,
      Message(
        zh: "“{0}”在两份表里不一样:{1} 和 {2}", en: "two workbooks differ on “{0}”: {1} and {2}",
        second.target.path, shown(first.new), shown(second.new)),
      remedy: Message(
        zh: "核对后改其中一份再导入", en: "find out which is right, mend the other, and import again"),
      notes: [
        Diagnostic.Note(
          Message(zh: "另一份在这里", en: "the other one is here"), at: first.place.diagnosticPlace)
      ])
  }

  private static func shown(_ text: String) -> String {
    text.isEmpty ? "空" : CellRequirement.cut(text, 40)
  }
}
