import XLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes the table of the workbook benchmarks: ten columns of numbers, texts, dates and sums.
enum WorkbookBench {
  private static let counties = [
    "芷江侗族自治县", "新晃侗族自治县", "麻阳苗族自治县", "靖州苗族侗族自治县", "通道侗族自治县", "城步苗族自治县", "江华瑶族自治县", "鹤城区",
    "中方县", "洪江市", "沅陵县", "辰溪县", "溆浦县", "会同县", "武冈市", "隆回县", "洞口县", "绥宁县", "新宁县", "邵阳县", "岳阳县",
    "华容县",
    "湘阴县", "平江县", "汨罗市", "临湘市", "安乡县", "汉寿县", "澧县", "临澧县", "桃源县", "石门县",
  ]
  private static let kinds = ["校舍维修", "道路硬化", "饮水安全", "危桥改造", "公租房配套", "卫生院扩建", "高标准农田"]
  private static let categories = ["教育", "交通", "水利", "住建", "卫生"]
  private static let heads = [
    "序号", "地区", "项目名称", "类别", "数量", "金额(万元)", "补助(万元)", "日期", "完成率", "上年同期",
  ]

  /// Writes one workbook, or `batch` small ones over sixteen names.
  ///
  /// - Parameters:
  ///   - spec: `gen:N` for N rows.
  ///   - path: The workbook; in a batch without its ending.
  ///   - batch: How many workbooks; nil for one.
  /// - Returns: How it ended.
  static func run(spec: String, path: String, batch: Int?) -> BenchOutcome {
    guard spec.hasPrefix("gen:"), let rows = Int(spec.dropFirst(4)), rows >= 0 else {
      return .wrong("the rows are not gen:N\n")
    }
    do throws(XLSXError) {
      guard let batch else {
        try write(rows, to: path, WorkbookOptions(constantMemory: true))
        return .done
      }
      for index in 0..<batch {
        try write(
          rows, to: "\(path).\(index % 16).xlsx",
          WorkbookOptions(
            partsInMemory: true, syncs: false))
      }
      return .done
    } catch {
      return .wrong(error.english + "\n")
    }
  }

  private static func write(
    _ rows: Int, to path: String, _ options: WorkbookOptions
  ) throws(XLSXError) {
    let book = try WorkbookFile(
      path: path, properties: DocumentProperties(created: 1_689_845_400), options: options)
    let formats = try Formats(book)
    let sheet = try book.addWorksheet("明细1")
    try book.withWorksheet(sheet) { sheet throws(XLSXError) in
      try sheet.setColumns(1...1, width: 18)
      try sheet.setColumns(2...2, width: 36)
      try sheet.setColumns(4...9, width: 12)
      try sheet.freezePanes(rows: 1, columns: 0)
      for (column, head) in heads.enumerated() {
        try sheet.write(head, row: 0, column: column, format: formats.head)
      }
      var day = Day()
      for row in 1...max(rows, 1) where row <= rows {
        day.advance()
        try write(row, day, to: sheet, formats)
      }
      try sheet.write("合计", row: rows + 1, column: 0, format: formats.head)
      for (column, letter) in [(4, "E"), (5, "F"), (6, "G"), (9, "J")] {
        try sheet.writeFormula(
          "SUM(\(letter)2:\(letter)\(rows + 1))", result: .number(0), row: rows + 1,
          column: column, format: formats.total)
      }
    }
    try book.close()
  }

  private static func write(
    _ row: Int, _ day: Day, to sheet: borrowing Worksheet, _ formats: Formats
  ) throws(XLSXError) {
    let county = counties[(row &* 7) % 32]
    try sheet.write(Double(row), row: row, column: 0)
    try sheet.write(county, row: row, column: 1)
    try sheet.write("\(county)\(kinds[row % 7])项目第\(row)号", row: row, column: 2)
    try sheet.write(categories[row % 5], row: row, column: 3)
    try sheet.write(Double((row &* 7_919) % 100_000), row: row, column: 4)
    try sheet.write(
      Double((row &* 104_729) % 10_000_000) / 100, row: row, column: 5, format: formats.money)
    try sheet.write(
      Double((row &* 1_299_709) % 1_000_000) / 100, row: row, column: 6, format: formats.money)
    if let date = SerialDate(year: 2023, month: day.month, day: day.day) {
      try sheet.write(date, row: row, column: 7, format: formats.date)
    }
    try sheet.write(
      Double((row &* 31_337) % 1_001) / 1_000, row: row, column: 8, format: formats.rate)
    try sheet.write(
      Double((row &* 15_485_863) % 10_000_000) / 100, row: row, column: 9, format: formats.money)
  }

  /// The looks of the cells.
  private struct Formats {
    let head: FormatID
    let date: FormatID
    let rate: FormatID
    let money: FormatID
    let total: FormatID

    init(_ book: borrowing WorkbookFile) throws(XLSXError) {
      head = try book.format(
        CellFormat {
          $0.bold = true
          $0.background = Color(rgb: 0xDDEBF7)
          $0.borders = .all(.thin)
          $0.horizontal = .center
        })
      date = try book.format(CellFormat { $0.numberFormat = "yyyy-mm-dd" })
      rate = try book.format(CellFormat { $0.numberFormat = "0.0%" })
      money = try book.format(CellFormat { $0.numberFormat = "#,##0.00" })
      total = try book.format(
        CellFormat {
          $0.bold = true
          $0.numberFormat = "#,##0.00"
        })
    }
  }

  /// A day of the first half of 2023; the last follows the first again.
  private struct Day {
    private(set) var month = 1
    private(set) var day = 1

    mutating func advance() {
      day += 1
      if day > [31, 28, 31, 30, 31, 30][month - 1] { (month, day) = (month % 6 + 1, 1) }
    }
  }
}
