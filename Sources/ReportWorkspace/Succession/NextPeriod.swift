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
  /// How many rows may have no value in the period.
  public let doubtfulCount: Int

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
    folder = "\(LocalFiles.parent(of: report.path))/\(period.folderName)"
    let earlier = try EarlierPeriods(of: period, beside: report, own: own)
    var sheets = FillSheets(period: period, model: report.data, earlier: earlier)
    var files = sheets.files()
    valueCount = sheets.valueCount
    doubtfulCount = sheets.tasks.count { $0.isDoubtful }
    let outlook = Outlook(try report.publishedText())
    files += outlook.files
    files.append(("report.yaml", NextSettings.file(period, after: report, own: own)))
    let narrative = report.files.first { file in
      ["data/narrative.", "data/叙述."].contains { file.name.hasPrefix($0) }
    }
    let tasks = TaskList(
      period: period, sheets: sheets, earlier: earlier, outlook: outlook,
      hasNarrative: narrative != nil)
    files.append(("待办.txt", tasks.text))
    files += report.ownTemplates
    if let narrative {
      files.append((narrative.name, Self.narrative(narrative, of: own)))
    }
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The narratives with a line that says whose they are, in the place of such a line.
  private static func narrative(_ file: ReportFile, of own: Period) -> [UInt8] {
    let opening = Array("# 以下叙述照抄自".utf8)
    var rest = SourceFile(name: file.name, raw: file.bytes).bytes.withoutMark[...]
    guard !file.name.hasSuffix(".json") else { return Array(rest) }
    if rest.starts(with: opening) {
      rest = rest[(rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex)...]
    }
    return opening + Array("\(own.title),请逐条改写。\n".utf8) + rest
  }
}

extension [UInt8] {
  /// UTF-8 bytes without a byte order mark.
  var withoutMark: [UInt8] {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
  }
}
