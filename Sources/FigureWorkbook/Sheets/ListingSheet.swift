public import ReportModel
import SourceText
import XLSXWriter

/// A plain table of texts and exact numbers as a worksheet: head, filter, banded rows, A4.
public struct ListingSheet: Sendable {
  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    /// A text; an empty one leaves the cell blank.
    case text(String)
    /// An exact number, shown with the decimals it is printed with; nil leaves the cell blank.
    case number(ExactDecimal?)
  }

  /// More rows than these serve nobody.
  private static let mostRows = 100_000

  private let name: String
  private let heads: [String]
  private let rows: [[Value]]

  /// A worksheet from its name, the names of its columns and its rows.
  public init(_ name: String, heads: [String], rows: [[Value]]) {
    self.name = name
    self.heads = heads
    self.rows = rows
  }

  /// A workbook of some listings; linear in their cells.
  ///
  /// - Parameters:
  ///   - sheets: The listings, their names fit for worksheets.
  ///   - title: The document's title, shown above each listing.
  /// - Returns: The workbook's layout.
  public static func workbook(_ sheets: [ListingSheet], title: String) -> WorkbookLayout {
    // A listing has no date of its own; the same content gives the same bytes.
    var layout = WorkbookLayout(title: title, company: "", created: 946_684_800)
    layout.sheets = sheets.map { $0.layout(title) }
    return layout
  }

  private func layout(_ title: String) -> SheetLayout {
    var sheet = SheetLayout(name: name, purpose: "", tabColor: WorkbookTheme.proofTab)
    sheet.append([.text(title, .title)], height: 30)
    let head = sheet.append(heads.map { .text($0, .head) }, height: 24)
    for row in rows.prefix(Self.mostRows) { sheet.append(row.map(Self.cell)) }
    sheet.fitColumns(
      to: head..<sheet.rows.count, within: heads.map { _ in 10...40 })
    sheet.setUpPage(head: head...head, caption: title)
    sheet.frozenRows = head + 1
    guard !rows.isEmpty, !heads.isEmpty else { return sheet }
    let last = sheet.rows.count - 1
    sheet.filter = CellRange(
      firstRow: head, firstColumn: 0, lastRow: last, lastColumn: heads.count - 1)
    if Set(heads.map { $0.lowercased() }).count == heads.count, !heads.contains("") {
      sheet.tableName = ""
    }
    sheet.conditionalLooks.append(
      SheetLayout.ConditionalLook(
        .band,
        CellRange(
          firstRow: head + 1, firstColumn: 0, lastRow: last, lastColumn: heads.count - 1),
        when: "MOD(ROW(),2)=1"))
    return sheet
  }

  private static func cell(_ value: Value) -> CellLayout {
    switch value {
    case .text(let text):
      .text(String(text.unicodeScalars.prefix(8_000).map(Character.init)), .wrapped)
    case .number(let number?) where number.significantDigits <= 15:
      CellLayout(
        .number(number), CellStyle(.number, decimals: NumberPrecision.printed(number)))
    case .number(let number): .text(number?.description ?? "", .text)
    }
  }
}
