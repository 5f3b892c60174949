import BulletinSyntax
import ReportModel
import SourceText

/// Writes the settings and data of a learnt report.
enum LearnedManifest {
  /// `pack.yaml`: the parts in order, printed verbatim.
  static func pack(_ parts: [(file: String, role: PartRole)]) -> [UInt8] {
    var text = "名称: 由公布稿学得的模板\n"
    text += "# 原样:各部分首尾相接,空行、换行照原文印出。\n原样: true\n部分:\n"
    for part in parts {
      text += "  - {文件: \(YAMLText.quoted(part.file)), 角色: \(part.role.rawValue)}\n"
    }
    return Array(text.utf8)
  }

  /// `report.yaml`: what the text says of itself, and the form its bytes are in.
  static func report(_ source: SourceFile, front: FrontMatter) -> [UInt8] {
    var text = ""
    if let period = front.period { text += "期间: \(period.title)\n" }
    if !front.title.isEmpty { text += "标题: \(YAMLText.quoted(front.title))\n" }
    if !front.publicationTime.isEmpty {
      text += "发布:\n  时间: \(YAMLText.quoted(front.publicationTime))\n"
    }
    if source.encoding != .utf8 || source.hasByteOrderMark {
      text += "文本:\n  编码: \(source.encoding.rawValue)\n"
      if source.hasByteOrderMark { text += "  字节序标记: true\n" }
    }
    return Array((text.isEmpty ? "说明: 由公布稿学得\n" : text).utf8)
  }

  /// `figures.csv`: a row a figure, with its value in an earlier period where one is known.
  static func figures(
    _ rows: [LearnedFigure], last: (column: String, value: (LearnedFigure) -> String)?
  ) -> [UInt8] {
    let columns = ["指标", "名称", "数值", "单位", "限定", "写法", "说明"]
    var csv = CSVWriter(columns: columns + (last.map { [$0.column] } ?? []))
    for row in rows {
      guard let quantity = row.quantity else { continue }
      csv.row(
        [
          row.id, row.label, quantity.number.description, quantity.unit.text,
          quantity.qualifiers.map(\.word).joined(separator: ";"), quantity.asWritten ?? "",
          row.sentence,
        ] + (last.map { [$0.value(row)] } ?? []))
    }
    return csv.bytes
  }
}
