import FigureWorkbook
public import ReportModel
import SourceText
import XLSXWriter

/// Lays a form out: a sheet a table, one for single figures, one for narratives, one that explains.
public enum FormMaker {
  /// The document property by which a form is known, and its value.
  public static let kindProperty = "bulletin-form"
  static let kindValue = "1"
  static let packProperty = "bulletin-pack"
  static let periodProperty = "bulletin-period"
  static let unitProperty = "bulletin-unit"
  static let tableProperty = "bulletin-table "

  static let guideSheet = "填表说明"
  static let figureSheet = "指标"
  static let narrativeSheet = "叙述"

  /// Who a form is from, and for whom.
  public struct Header: Hashable, Sendable {
    /// The bureau that asks.
    public var bureau: String
    /// The pack the form is made from.
    public var pack: String
    /// The period.
    public var period: Period?
    /// The day the figures are to hold for.
    public var asOf: String
    /// Who fills it in; empty where that is open.
    public var unit: String

    /// The head of a source's form, for a unit.
    public init(_ source: FormSource, unit: String = "") {
      bureau = source.bureau
      pack = source.pack
      period = source.period
      asOf = source.asOf
      self.unit = unit
    }
  }

  /// Lays a form out; pure, linear in the content.
  public static func layout(_ content: FormContent, _ header: Header) -> FormLayout {
    let period = header.period?.title ?? ""
    var layout = FormLayout(
      title: "\(period)数据填报表", company: header.bureau, created: Self.created(header))
    layout.properties = [
      (kindProperty, kindValue), (packProperty, Self.cut(header.pack)),
      (periodProperty, header.period?.folderName ?? ""), (unitProperty, Self.cut(header.unit)),
    ].filter { !$0.1.isEmpty }
    var names = SheetNames()
    for reserved in [guideSheet, figureSheet, narrativeSheet] { _ = names.allocate(reserved) }
    let line = [header.bureau, period, header.unit.isEmpty ? "" : "填报单位:\(header.unit)"]
      .filter { !$0.isEmpty }.joined(separator: "  ")
    var sheets: [FormLayout.Sheet] = []
    for table in content.tables {
      let name = names.allocate(table.name)
      if name != table.name {
        layout.properties.append(
          ("\(tableProperty)\(sheets.count + 1)", Self.cut("\(name)/\(table.name)")))
      }
      sheets.append(TableForm(table, sheet: name, line: line).sheet)
    }
    if !content.figures.isEmpty {
      sheets.append(FigureForm(content.figures, line: line).sheet)
    }
    if !content.narratives.isEmpty {
      sheets.append(NarrativeForm.sheet(content.narratives, line: line))
    }
    layout.sheets = [GuideSheet.sheet(header, sheets)] + sheets
    return layout
  }

  /// The end of the period, so that the same content gives the same bytes.
  private static func created(_ header: Header) -> Int64 {
    let day =
      CalendarDay(header.asOf) ?? header.period.flatMap { CalendarDay($0.lastDay) }
    guard let day, let date = SerialDate(year: day.year, month: day.month, day: day.day) else {
      return 946_684_800
    }
    return Int64((date.serial - 25_569) * 86_400)
  }

  /// A property holds 255 units.
  private static func cut(_ text: String) -> String {
    text.utf16.count <= 255 ? text : String(text.unicodeScalars.prefix(120).map(Character.init))
  }
}

/// Sizes of what stands in cells.
enum FormWidth {
  /// A column's width for texts, within limits: a Chinese character takes a little over two units.
  static func of(_ texts: some Sequence<String>, within limits: ClosedRange<Double>) -> Double {
    let widest = texts.map { DisplayWidth.of($0) }.max() ?? 0
    return min(max(Double(widest) * 15 / 14 + 2.2, limits.lowerBound), limits.upperBound)
  }

  /// The height of a row in which a text is broken into lines.
  static func height(of text: String, width: Double) -> Double {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0
        + max(
          1, Int((Double(DisplayWidth.of($1)) * 15 / 14 * 1.1 / max(width - 1.2, 4)).rounded(.up)))
    }
    return min(max(Double(lines) * 15 + 6, 20), 409)
  }
}
