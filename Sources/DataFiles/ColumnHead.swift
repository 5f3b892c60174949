import ReportModel
import SourceText

/// A column's head taken apart: `金额(万元)` is 金额 in 万元.
struct ColumnHead {
  /// The head without its unit.
  let name: String
  /// What stands in brackets at the end; nil where nothing does.
  let unit: String?

  init(_ head: String) {
    let text = head.trimmedBlanks
    let scalars = text.unicodeScalars
    guard let last = scalars.last, last == ")" || last == "）",
      let open = scalars.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex
    else {
      name = text
      unit = nil
      return
    }
    let inside = scalars[scalars.index(after: open)..<scalars.index(before: scalars.endIndex)]
    let prefixes = ["单位:", "单位："]
    var unit = String(inside).trimmedBlanks
    for prefix in prefixes where unit.hasPrefix(prefix) {
      unit = String(unit.dropFirst(prefix.count)).trimmedBlanks
    }
    name = String(scalars[..<open]).trimmedBlanks
    self.unit = unit == "％" ? "%" : unit
  }
}

/// The columns a data file may have beside its own, with both their names.
enum UsualColumn: CaseIterable {
  case id, label, value, unit, qualifier, asWritten, asOf, kind, owner, source, note
  /// Values of earlier periods beside the cell to fill; for the eye only.
  case lastPeriod, lastYear

  /// The Chinese and the English name.
  var names: (chinese: String, english: String) {
    switch self {
    case .id: ("指标", "id")
    case .label: ("名称", "label")
    case .value: ("数值", "value")
    case .unit: ("单位", "unit")
    case .qualifier: ("限定", "qualifier")
    case .asWritten: ("写法", "as_written")
    case .asOf: ("截至", "as_of")
    case .kind: ("口径", "kind")
    case .owner: ("责任科室", "owner")
    case .source: ("来源", "source")
    case .note: ("说明", "note")
    case .lastPeriod: ("上期", "last_period")
    case .lastYear: ("上年同期", "last_year")
    }
  }

  /// The usual column of that name.
  init?(_ name: String) {
    let lowered = name.lowercased()
    guard
      let found = Self.allCases.first(where: {
        $0.names.chinese.isSame(as: name) || $0.names.english.isSame(as: lowered)
          || ($0 == .asWritten && lowered == "as written")
      })
    else { return nil }
    self = found
  }

  /// The column whose numbers a companion qualifies (`金额限定`), words (`金额写法`) or shows the
  /// earlier values of (`金额上期`, `金额上年同期`).
  static func companion(_ name: String) -> (column: String, kind: UsualColumn)? {
    let endings: [(String, UsualColumn)] = [
      ("限定", .qualifier), ("写法", .asWritten), ("_qualifier", .qualifier),
      ("_as_written", .asWritten), ("上年同期", .lastYear), ("上期", .lastPeriod),
      ("_last_year", .lastYear), ("_last_period", .lastPeriod),
    ]
    for (ending, kind) in endings where name.hasSuffix(ending) && name != ending {
      return (String(name.dropLast(ending.count)), kind)
    }
    return nil
  }
}
