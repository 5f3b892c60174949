import ReportModel
import SourceText
import YAMLNodes

/// `report.yaml` of the following period: what is said of the report itself goes on, what is said of
/// the old period does not.
struct NextSettings {
  /// Members that hold for one period only, or that are written anew here.
  private static let periodMembers: Set<String> = [
    "期间", "period", "标题", "title", "发布", "publication", "截至", "as_of", "说明", "note", "对应", "links",
    "数据", "data",
  ]

  /// The file.
  static func file(_ period: Period, after report: ReportFolder, own: Period) -> [UInt8] {
    var text = "期间: \(period.title)\n"
    if !report.settings.title.isEmpty {
      let title = title(report.settings.title, from: own, to: period)
      text += "标题: \(YAMLText.quoted(title))\n"
    }
    if !report.settings.publicationOrgan.isEmpty {
      text += "发布:\n  机关: \(YAMLText.quoted(report.settings.publicationOrgan))\n"
    }
    text += "截至: \(period.lastDay)\n"
    for member in carried(report) { text += member }
    return Array(text.utf8)
  }

  /// A title with the new period in the old one's place, in the form in which that is written.
  static func title(_ title: String, from own: Period, to period: Period) -> String {
    // The longest form first, since the shorter ones begin it.
    for (old, new) in zip(own.writtenForms, period.writtenForms) where title.contains(old) {
      return title.replacing(old, with: new)
    }
    for old in own.writtenForms where title.contains(old) {
      return title.replacing(old, with: period.title)
    }
    return title
  }

  /// The other members, as they are written: text form, pack, format, rule settings and the like.
  private static func carried(_ report: ReportFolder) -> [String] {
    guard let file = report.files.first(where: { $0.name == "report.yaml" }) else { return [] }
    let source = SourceFile(name: "report.yaml", raw: file.bytes)
    guard let root = YAMLReader.read(source).root, case .mapping(let entries) = root.content else {
      return []
    }
    return entries.enumerated().compactMap { index, entry in
      guard !periodMembers.contains(entry.key) else { return nil }
      return member(entry, in: source)
    }
  }

  /// A member on lines of its own keeps its lines; one in a flow mapping gets one.
  private static func member(_ entry: YAMLNode.Entry, in source: SourceFile) -> String? {
    let start = entry.keyRange.lowerBound
    let isBlock = start == 0 || source.bytes[start - 1] == 0x0A
    let end = max(entry.value.range.upperBound, entry.keyRange.upperBound)
    guard start < end else { return nil }
    let text = source.text(in: start..<end)
    guard isBlock else {
      return "\(YAMLText.quoted(entry.key)): \(source.text(in: entry.value.range))\n"
    }
    let line = source.bytes[end...].prefix { $0 != 0x0A && $0 != 0x0D }
    let rest = String(decoding: line, as: UTF8.self)
    let remark = rest.trimmedBlanks.hasPrefix("#") ? rest : ""
    return (text + remark).replacing("\r\n", with: "\n").trimmedBlanks + "\n"
  }
}

extension Period {
  /// The ways in which titles write the period, the same way at the same place for each part of the
  /// year.
  fileprivate var writtenForms: [String] {
    let names = ["一", "二", "三", "四"]
    switch part {
    case .year: return ["\(year)年度", "\(year)年"]
    case .half(let number): return ["\(year)年" + (number == 1 ? "上半年" : "下半年")]
    case .quarter(let number):
      let name = names.dropFirst(number - 1).first ?? ""
      return ["\(year)年第\(name)季度", "\(year)年\(name)季度"]
    }
  }
}
