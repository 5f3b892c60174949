import ReportModel

/// What stands around a table for its readers and is no data.
enum TableFoot {
  /// The entries that close a table: who filled it in, who checked it, remarks.
  private static let labels = [
    "填表人", "填报人", "制表人", "审核人", "复核人", "负责人", "经办人", "联系人", "联系电话", "填表日期", "填报日期",
    "制表日期", "备注", "说明", "注",
  ]

  /// Whether a row's first cell is such an entry.
  static func isFoot(_ row: some Sequence<GridCell>) -> Bool {
    guard let first = row.first(where: { !$0.isBlank }), case .text(let text) = first.content else {
      return false
    }
    // Most cells hold no colon, and are passed over at once.
    guard text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(0xBC) else { return false }
    let trimmed = text.trimmed
    return labels.contains { label in
      trimmed.hasPrefix(label) && entry(trimmed.dropFirst(label.count)) != nil
    }
  }

  /// The unit that a title gives: 万元 of `单位:万元`, also within brackets; nil where the entry names
  /// an organisation or several units.
  static func unit(in title: String) -> String? {
    var text = title.trimmedBlanks
    if let first = text.unicodeScalars.first, first == "(" || first == "（" {
      text = String(text.dropFirst().dropLast()).trimmedBlanks
    }
    for label in ["金额单位", "计量单位", "单位"] where text.hasPrefix(label) {
      guard let unit = entry(text.dropFirst(label.count)) else { continue }
      return units.contains(MeasureUnit(unit).base) ? unit : nil
    }
    return nil
  }

  private static let units: Set<String> = [
    "元", "人", "人次", "名", "个", "所", "户", "吨", "平方米", "公里", "亩", "%", "件", "次", "家",
  ]

  /// What follows the colon at the start of a text.
  private static func entry(_ text: Substring) -> String? {
    let rest = text.trimmedBlanks
    guard let colon = rest.unicodeScalars.first, colon == ":" || colon == "：" else { return nil }
    return rest.dropFirst().trimmedBlanks
  }
}
