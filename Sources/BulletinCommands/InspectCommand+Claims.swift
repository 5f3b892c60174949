import BulletinSyntax
import ReportWorkspace
import SourceText

extension InspectCommand {
  /// Shows what the figures of a text say of one another.
  func showClaims(
    of input: TextInput, among count: Int, in session: inout CommandSession
  ) throws(WorkspaceError) {
    let inspection = try claims(of: input)
    session.noteConversion(of: inspection.tree.source)
    switch format {
    case .json: session.print(InspectionClaims.json(inspection, language: session.language))
    case .csv: session.print(InspectionClaims.csv(inspection, language: session.language))
    case .text:
      if count > 1 {
        session.print(Array("\(VisibleText.escape(inspection.tree.source.name))\n".utf8))
      }
      session.print(InspectionClaims.text(inspection, language: session.language))
    }
  }

  /// A report folder's text, or a text that lies in one, is looked at with the data beside it.
  private func claims(of input: TextInput) throws(WorkspaceError) -> ClaimInspection {
    switch input {
    case .report(let folder):
      let report = try ReportFolder(at: folder, allowsMissing: true)
      let draft = report.draft(allowsMissing: true)
      let text = try report.currentText(draft)
      return ClaimInspection(
        SyntaxTree.parse(text), bound: report.binding(of: text, draft: draft).ranges)
    case .file(let path):
      let text = try reading.source(path)
      let tree = SyntaxTree.parse(text)
      let folder = path == "-" ? "" : LocalFiles.parent(of: path)
      guard !folder.isEmpty, ReportFolder.isReport(folder),
        let report = try? ReportFolder(at: folder, allowsMissing: true)
      else { return ClaimInspection(tree) }
      let draft = report.draft(allowsMissing: true)
      return ClaimInspection(tree, bound: report.binding(of: text, draft: draft).ranges)
    }
  }
}
