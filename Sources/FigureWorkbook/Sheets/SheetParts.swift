import ReportModel
import XLSXWriter

extension SheetLayout {
  /// Puts the title and, below it, a line of words with a link back to the overview.
  mutating func putTitle(_ title: String, words: String, width: Int, plan: WorkbookPlan) {
    append([.text(title, .title)], height: 30)
    append([.text(words, .subtitle)], height: 18)
    let last = max(width - 1, 1)
    put(
      CellLayout(
        .link(
          "返回\(plan.overview)",
          SheetRange(sheet: plan.overview, range: CellRange(row: 0, column: 0))),
        CellStyle(.link)), row: 0, column: last)
  }

  /// Puts the head of a table in the next row.
  mutating func putHead(_ heads: [String]) {
    append(heads.map { .text($0, .head) }, height: 24)
  }

  /// Sets what every table below the usual title and head has: frozen head, filter, bands.
  mutating func frameTable(rows count: Int, columns: Int, plan: WorkbookPlan) {
    let head = TableGeometry.headRow
    frozenRows = TableGeometry.firstRow
    frozenColumns = 1
    setUpPage(head: 0...head, caption: plan.caption)
    guard count > 0 else { return }
    let last = TableGeometry.firstRow + count - 1
    filter = CellRange(firstRow: head, firstColumn: 0, lastRow: last, lastColumn: columns - 1)
    conditionalLooks.append(
      ConditionalLook(
        .band,
        CellRange(
          firstRow: TableGeometry.firstRow, firstColumn: 0, lastRow: last, lastColumn: columns - 1),
        when: "MOD(ROW(),2)=1"))
  }
}

extension String {
  /// The text with CR LF and CR as LF, the only line end a cell knows.
  var withPlainLineEnds: String {
    guard utf8.contains(0x0D) else { return self }
    var bytes: [UInt8] = []
    var wasReturn = false
    for byte in utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if !(byte == 0x0A && wasReturn) {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
