public import ReportModel
public import ReportWorkspace

/// A bureau's folder, begun from a template pack: settings, one period, and blank data files.
public struct NewBureau: Sendable {
  /// The files: paths below the folder, and contents.
  public let files: [(path: String, bytes: [UInt8])]
  /// The first period's folder, below the bureau's.
  public let periodFolder: String

  /// Makes the files of a bureau that has no text to learn from.
  ///
  /// - Parameters:
  ///   - pack: The template pack.
  ///   - name: The bureau's full name.
  ///   - period: The first period.
  ///   - title: The report's title where it is not the pack's; empty for the pack's.
  ///   - copiesTemplates: Whether the templates are copied, to be changed, rather than named.
  public init(
    _ pack: PackFolder, name: String, period: Period, title: String = "", copiesTemplates: Bool
  ) {
    periodFolder = period.folderName
    var bureau = "# \(name)。改动以后,bulletin lint 文件夹 会指出写得不对的地方。\n单位: \(YAMLText.quoted(name))\n"
    bureau += "简称: []\n发布机关: \(YAMLText.quoted(name))\n来源: \(YAMLText.quoted(name))\n"
    if !copiesTemplates { bureau += "模板: \(YAMLText.quoted(pack.name))\n" }
    bureau += "格式: bulletin\n"
    var report = "期间: \(period.title)\n"
    if !title.isEmpty { report += "标题: \(YAMLText.quoted(title))\n" }
    report += "截至: \(period.lastDay)\n# 发布时再填:\n# 发布: {时间: \"\(period.lastDay) 09:00\"}\n"
    var files: [(path: String, bytes: [UInt8])] = [
      ("bureau.yaml", Array(bureau.utf8)), ("\(periodFolder)/report.yaml", Array(report.utf8)),
    ]
    for file in BlankFiles(FormSource(pack)).files {
      files.append(("\(periodFolder)/data/\(file.name)", file.bytes))
    }
    if copiesTemplates { files += pack.files.map { ("templates/\($0.path)", $0.bytes) } }
    self.files = files
  }
}

extension Period {
  /// The half-year that a day lies in, given as `2023-07-25`; nil for what is no day.
  public static func halfYear(of day: String) -> Period? {
    guard let day = CalendarDay(day) else { return nil }
    return Period(year: day.year, part: .half(day.month <= 6 ? 1 : 2))
  }
}
