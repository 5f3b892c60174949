package import ReportModel
package import XLSXWriter

/// What a schema asks of a cell, in words for people and as a rule for the spreadsheet.
package struct CellRequirement {
  /// What the cell is called, with its unit.
  package let head: String
  package let schema: DataSchema.Value
  package let unit: String
  package let kind: FigureKind?

  package init(head: String, schema: DataSchema.Value, unit: String, kind: FigureKind? = nil) {
    self.head = head
    self.schema = schema
    self.unit = unit
    self.kind = kind ?? schema.kind
  }

  /// The words above a column or beside a figure: `必填;整数;0～1000`.
  package var hint: String {
    var words = [schema.isRequired ? "必填" : "可空"]
    switch schema.type {
    case .number: words.append("数")
    case .integer: words.append("整数")
    case .date: words.append("日期")
    case .list: words.append("几项用“、”隔开")
    case .text: break
    }
    if let range = schema.range { words.append("\(range.lowerBound)～\(range.upperBound)") }
    if !schema.allowed.isEmpty { words.append(schema.allowed.joined(separator: "/")) }
    if let kind { words.append(kind.chinese) }
    return words.joined(separator: ";")
  }

  /// What the spreadsheet checks; it shows the rule when the cell is chosen, and when it is broken.
  package var validation: DataValidation {
    DataValidation(
      rule, input: DataValidation.Message(title: Self.cut(head, 32), text: Self.cut(prompt, 255)),
      error: DataValidation.Message(title: "填写有误", text: Self.cut(complaint, 255)))
  }

  /// The same without words when the cell is chosen, for sheets that are full already.
  var quietValidation: DataValidation {
    var quiet = validation
    quiet.input = DataValidation.Message()
    return quiet
  }

  private var prompt: String {
    var text = expected + "。"
    if schema.type == .number || schema.type == .integer, !unit.isEmpty {
      text += "单位:\(unit),格里只填数。"
    }
    if let kind { text += Self.explanation(of: kind) }
    text += schema.isRequired ? "必填。" : "没有的空着。"
    return text
  }

  private var complaint: String { "“\(head)”\(expected),请改过再填。" }

  private var expected: String {
    if !schema.allowed.isEmpty, schema.type == .text {
      return "应从这几项里选一项:\(schema.allowed.joined(separator: "、"))"
    }
    let span = schema.range.map { " \($0.lowerBound) 到 \($0.upperBound) 之间的" } ?? ""
    switch schema.type {
    case .number: return "应是\(span)数,不带单位和逗号"
    case .integer: return "应是\(span)整数,不带单位和逗号"
    case .date: return "应是日期,如 2023-06-30"
    case .list: return "应是一项或几项,用“、”隔开"
    case .text: return "应是文字,不超过 2000 字"
    }
  }

  private static func explanation(of kind: FigureKind) -> String {
    switch kind {
    case .period: "口径:本期发生数。"
    case .cumulative: "口径:从1月起的累计数。"
    case .atDate: "口径:期末时点数。"
    case .schoolYear: "口径:本学年的数。"
    }
  }

  private var rule: DataValidation.Rule {
    switch schema.type {
    case .integer: return .integer(numbers)
    case .number: return .decimal(numbers)
    case .date:
      guard let first = SerialDate(year: 1900, month: 3, day: 1),
        let last = SerialDate(year: 9999, month: 12, day: 31)
      else { return .length(.atMost(.number(2000))) }
      return .date(.between(.date(first), .date(last)))
    case .list: return .length(.atMost(.number(2000)))
    case .text:
      return Self.fitsList(schema.allowed)
        ? .list(schema.allowed) : .length(.atMost(.number(2000)))
    }
  }

  private var numbers: DataValidation.Comparison {
    guard let range = schema.range else {
      return .between(.number(-999_999_999_999_999), .number(999_999_999_999_999))
    }
    return .between(.number(range.lowerBound.doubleValue), .number(range.upperBound.doubleValue))
  }

  /// A list in the rule itself holds 255 units, without commas and quotation marks.
  private static func fitsList(_ items: [String]) -> Bool {
    !items.isEmpty && items.joined(separator: ",").utf16.count <= 255
      && items.allSatisfy { item in
        !item.isEmpty && !item.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
      }
  }

  /// The beginning of a text that has a place of so many UTF-16 units.
  package static func cut(_ text: String, _ limit: Int) -> String {
    // No text has more units than bytes.
    guard text.utf8.count > limit else { return text }
    var count = 0
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      count += scalar.value > 0xFFFF ? 2 : 1
      if count > limit { break }
      output.append(scalar)
    }
    return String(output)
  }
}
