import BulletinSyntax
public import ReportLint
import ReportModel
public import SectionTemplates
public import SourceText

extension ReportFolder {
  /// What is known of a text of this report beside the text: what lint's rules on data need.
  ///
  /// - Parameters:
  ///   - text: The text, drafted from this folder and perhaps edited.
  ///   - draft: What the data and templates give now.
  /// - Returns: The evidence; earlier periods where their folders stand beside this one.
  public func evidence(for text: SourceFile, draft: Draft) -> ReportEvidence {
    var kinds: [String: FigureKind] = [:]
    for member in schema.figures { kinds[member.name] = member.value.kind }
    for figure in data.figures {
      if let kind = figure.kind { kinds[figure.id] = kind }
    }
    return ReportEvidence(
      values: binding(of: text, draft: draft).values,
      draft: SyntaxTree.parse(SourceFile(name: "draft.txt", text: draft.text.text)),
      data: data, kinds: kinds, period: settings.period,
      previous: earlier(settings.period?.previous, previous),
      lastYear: earlier(settings.period?.sameOfLastYear, lastYear),
      links: settings.links.map { ReportEvidence.Link(problem: $0.problem, plan: $0.plan) })
  }

  private func earlier(_ period: Period?, _ data: DataSet?) -> ReportEvidence.Earlier? {
    guard let period, let data else { return nil }
    let folder = "\(LocalFiles.parent(of: path))/\(period.folderName)"
    return ReportEvidence.Earlier(
      period: period, data: data, text: Self.text(in: folder).map { SyntaxTree.parse($0) })
  }

  /// What an earlier period put out, else its draft, else what would be drafted.
  private static func text(in folder: String) -> SourceFile? {
    for name in ["published.txt", "draft.txt"] {
      let path = "\(folder)/\(name)"
      if LocalFiles.kind(of: path) == .file, let bytes = try? LocalFiles.read(path) {
        return SourceFile(name: path, raw: bytes)
      }
    }
    guard let report = try? ReportFolder(at: folder, allowsMissing: true) else { return nil }
    return SourceFile(
      name: "\(folder)/draft.txt", text: report.draft(allowsMissing: true).text.text)
  }
}
