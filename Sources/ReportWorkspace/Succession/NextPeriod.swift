import BulletinSyntax
public import ReportModel
import SourceText

/// The following period's folder, made from a report: same templates and rows, values to be filled.
public struct NextPeriod: Sendable {
  /// The period the folder is for.
  public let period: Period
  /// The folder, beside the report's own.
  public let folder: String
  /// The folder's files: paths below it, and contents.
  public let files: [(path: String, bytes: [UInt8])]
  /// How many values are to be collected.
  public let valueCount: Int

  /// Makes the next period's files.
  ///
  /// Rows are those of this period and of the same period a year before the next one, marked by
  /// where they come from; values are blank, with the earlier ones beside them. What was planned
  /// becomes a list to report on, what was wrong a list to look at again.
  ///
  /// - Parameters:
  ///   - report: The report to start from.
  ///   - target: The period to make; nil for the one that follows.
  /// - Throws: An error where the report names no period, the target is not later, or there is a
  ///   fault in the data of a year ago.
  public init(after report: ReportFolder, to target: Period? = nil) throws(WorkspaceError) {
    guard let own = report.settings.period else {
      throw WorkspaceError([
        Diagnostic(
          "next-no-period", at: .file(report.path + "/report.yaml"),
          Message(zh: "report.yaml 没有写期间", en: "report.yaml names no period"),
          remedy: Message(zh: "写上“期间: 2023年上半年”", en: "write “period: 2023H1”"))
      ])
    }
    guard let period = target ?? own.next, own < period else {
      throw WorkspaceError([
        Diagnostic(
          "next-not-later", at: .file(report.path),
          Message(
            zh: "“{0}”不在“{1}”之后", en: "“{0}” is not later than “{1}”",
            target?.title ?? own.title, own.title),
          remedy: Message(zh: "给一个以后的期间", en: "name a later period"))
      ])
    }
    self.period = period
    let parent = LocalFiles.parent(of: report.path)
    folder = "\(parent)/\(period.folderName)"
    let yearAgo = try Self.yearAgo(period, beside: report)
    var sheets = FillSheets(period: period, last: report.data, yearAgo: yearAgo)
    var files = sheets.files()
    valueCount = sheets.valueCount
    let outlook = Outlook(try report.currentText(report.draft(allowsMissing: true)))
    files += outlook.files
    files.append(("report.yaml", Self.settings(period, after: report, own: own)))
    files.append(("待办.txt", TaskList.text(period, sheets: sheets, outlook: outlook)))
    files += report.ownTemplates
    if let narrative = report.files.first(where: { $0.name == "data/narrative.yaml" }) {
      let head = "# 以下叙述照抄自\(own.title),请逐条改写。\n"
      files.append(("data/narrative.yaml", Array(head.utf8) + narrative.bytes.withoutMark))
    }
    self.files = files.sorted { $0.path < $1.path }
  }

  /// A title of the report's own goes on with the new period in it; the publication is to come.
  private static func settings(
    _ period: Period, after report: ReportFolder, own: Period
  ) -> [UInt8] {
    var text = "期间: \(period.title)\n"
    if !report.settings.title.isEmpty {
      let title = report.settings.title.replacing(own.title, with: period.title)
      text += "标题: \(YAMLText.quoted(title))\n"
    }
    return Array((text + "截至: \(period.lastDay)\n").utf8)
  }

  private static func yearAgo(
    _ period: Period, beside report: ReportFolder
  ) throws(WorkspaceError) -> DataSet? {
    guard let earlier = period.sameOfLastYear else { return nil }
    if earlier == report.settings.period { return report.data }
    let folder = "\(LocalFiles.parent(of: report.path))/\(earlier.folderName)"
    guard ReportFolder.isReport(folder) else { return nil }
    return try ReportFolder(at: folder).data
  }
}

extension [UInt8] {
  /// UTF-8 bytes without a byte order mark.
  var withoutMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}
