import ReportModel
public import SectionTemplates
import SourceText

/// How far a period's report is.
public struct ReportStatus: Sendable, Equatable {
  /// What became of the text so far.
  public enum Stage: String, Sendable {
    /// No draft was saved.
    case unsaved
    /// A draft was saved and nobody edited it.
    case saved
    /// A saved draft was edited by hand.
    case edited
    /// The text was frozen.
    case published
  }

  /// What became of the text.
  public let stage: Stage
  /// Figures and number cells that hold a value.
  public let filled: Int
  /// Figures and number cells there are.
  public let total: Int
  /// Paths that the text asks for and that have no value.
  public let missing: [String]

  /// Looks at a report and its draft, both made with missing values allowed.
  ///
  /// - Throws: An error where a file cannot be read.
  public init(of report: ReportFolder, draft: Draft) throws(WorkspaceError) {
    missing = draft.placeholders
    var filled = report.data.figures.count { $0.quantity != nil }
    var total = report.data.figures.count
    for table in report.data.tables {
      for column in table.columns.indices where table.columns[column].isNumeric {
        total += table.rows.count
        filled += table.rows.count { $0[column].value != .blank }
      }
    }
    self.filled = filled
    self.total = total
    let store = DraftStore(folder: report.path)
    if LocalFiles.kind(of: report.path + "/published.txt") == .file {
      stage = .published
    } else if LocalFiles.kind(of: store.draftPath) == .file {
      stage = try store.isEdited(draft.text.bytes) ? .edited : .saved
    } else {
      stage = .unsaved
    }
  }
}
