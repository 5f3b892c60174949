extension WorkbookLayout {
  /// Tells workbooks apart by where their formulas stand: equal where the sheets that are worked out
  /// from the data have them in the same cells.
  ///
  /// A number typed over a formula can be found only in a workbook whose mark is known.
  public var formulaMark: String {
    // FNV-1a: short, and the same on every machine.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    for sheet in sheets where !sheet.isDataTable {
      for byte in sheet.name.utf8 { mix(UInt64(byte)) }
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.cells.enumerated() {
          guard case .formula = cell.content else { continue }
          mix(UInt64(row) << 16 | UInt64(column))
        }
      }
    }
    return String(hash, radix: 16)
  }

  /// Sets the property that holds the mark, in a workbook of figures.
  mutating func markFormulas() {
    guard properties.contains(where: { $0.name == FigureWorkbook.kindProperty }) else { return }
    properties.removeAll { $0.name == FigureWorkbook.layoutProperty }
    properties.append(Property(FigureWorkbook.layoutProperty, formulaMark))
  }
}
