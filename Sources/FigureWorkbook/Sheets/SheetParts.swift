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

  /// Gives a column of a framed table looks of its own, which go before its bands.
  ///
  /// Programs differ in what they do where ranges of looks overlap, so each cell gets one range.
  mutating func addLooks(_ looks: [(ConditionalLook.Look, String)], toColumn column: Int) {
    addLooks(looks, toColumns: column...column)
  }

  /// Gives columns of a framed table looks of their own; formulas are for the first cell of them.
  mutating func addLooks(
    _ looks: [(ConditionalLook.Look, String)], toColumns columns: ClosedRange<Int>
  ) {
    let index = conditionalLooks.firstIndex { look in
      look.look == .band && look.range.first.column <= columns.lowerBound
        && look.range.last.column >= columns.upperBound
    }
    guard let index else { return }
    let band = conditionalLooks.remove(at: index)
    func part(_ columns: Range<Int>) -> CellRange? {
      guard let last = columns.last else { return nil }
      return CellRange(
        firstRow: band.range.first.row, firstColumn: columns.lowerBound,
        lastRow: band.range.last.row, lastColumn: last)
    }
    let end = band.range.last.column + 1
    if let own = part(Range(columns)) {
      conditionalLooks += looks.map { ConditionalLook($0, own, when: $1) }
      conditionalLooks.append(ConditionalLook(.band, own, when: band.formula))
    }
    let first = band.range.first.column
    for range in [part(first..<columns.lowerBound), part(columns.upperBound + 1..<end)] {
      if let range { conditionalLooks.append(ConditionalLook(.band, range, when: band.formula)) }
    }
  }

  /// Sets what every table below the usual title and head has: frozen head, filter, bands.
  ///
  /// - Parameters:
  ///   - count: How many rows the table has.
  ///   - columns: How many columns it has.
  ///   - printed: How many of them are printed; nil prints all.
  ///   - plan: The workbook's plan.
  mutating func frameTable(
    rows count: Int, columns: Int, printed: Int? = nil, plan: WorkbookPlan
  ) {
    let head = TableGeometry.headRow
    tableHead = head
    frozenRows = TableGeometry.firstRow
    frozenColumns = 1
    isProtected = true
    setUpPage(head: 0...head, columns: printed, caption: plan.caption)
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
