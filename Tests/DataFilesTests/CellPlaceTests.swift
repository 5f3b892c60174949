import DataFiles
import ReportModel
import SourceText
import TestSupport
import Testing

/// Where cells of text files stand and what they hold, however rows break, quote and end.
@Suite struct CellPlaceTests {
  /// A cell as it is written, and what it holds.
  private static let cells = [
    ("甲", "甲"), ("12.50", "12.50"), ("", ""), ("\"乙,丙\"", "乙,丙"), ("\"二\n行\"", "二\n行"),
    ("\"“引”\"\"号\"\"\"", "“引”\"号\""), (" 丁 ", "丁"), ("2023-06-30", "2023-06-30"), ("0.1", "0.1"),
    ("长" + String(repeating: "字", count: 40), "长" + String(repeating: "字", count: 40)),
  ]

  /// Generated tables; the columns that hold only numbers are read as such.
  @Test(arguments: 0..<60) func everyCellIsFoundWhereItStands(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let lineEnd = ["\n", "\r\n", "\n", "\r"][seed % 4]
    let breaks = seed % 3 == 0
    var text = seed % 5 == 0 ? "\u{FEFF}" : ""
    text += "名称,甲,乙,数" + lineEnd
    var expected: [[(text: String, offset: Int)]] = []
    for row in 0..<Int.random(in: 1...30, using: &random) {
      var written: [(String, String)] = [("行\(row)", "行\(row)")]
      for _ in 0..<2 {
        var cell = Self.cells.randomElement(using: &random) ?? ("", "")
        if !breaks, cell.1.contains("\n") { cell = ("平", "平") }
        written.append(cell)
      }
      let number = "\(Int.random(in: 0...99_999, using: &random))"
      written.append((number, number))
      var line: [(text: String, offset: Int)] = []
      for (column, cell) in written.enumerated() {
        if column > 0 { text += "," }
        let blanks = cell.0.utf8.prefix { $0 == 0x20 || $0 == 0x22 }.count
        // A place is that of the cell's text; blanks before it belong to the cell.
        line.append((cell.1, text.utf8.count + (cell.0.hasPrefix("\"") ? min(blanks, 1) : 0)))
        text += cell.0
      }
      text += lineEnd
      expected.append(line)
    }
    let file = SourceFile(name: "表.csv", text: text)
    let data = DataFileReader.read([.text(file)]).data
    let table = try #require(data.table(named: "表"))
    #expect(table.rows.count == expected.count)
    let lines = LineTable(file.bytes)
    for (row, line) in expected.enumerated() {
      for (column, cell) in line.enumerated() {
        let found = table.rows[row, column]
        let position = lines.position(of: cell.offset)
        #expect(found.line == position.line, "\(seed): row \(row), column \(column)")
        #expect(found.column == position.column, "\(seed): row \(row), column \(column)")
        #expect(Self.text(found.value) == cell.text)
        #expect(table.rows.value(row, column) == found.value)
        #expect(table.rows.isBlank(row, column) == cell.text.isEmpty)
      }
    }
  }

  private static func text(_ value: DataValue) -> String {
    switch value {
    case .blank: ""
    case .text(let text): text
    case .list(let members): members.joined(separator: "、")
    case .quantity(let quantity): quantity.number.description
    }
  }

  @Test func rowsMayBeChangedAndAdded() throws {
    let schema = "表: {资助: {主键: 项目, 列: {项目: {}, 金额: {类型: 数值, 单位: 万元, 合计: true}}}}"
    let reading = Reading(
      ["资助.csv": "项目,金额(万元)\n甲,1\n合计,3\n乙,2\n"], schema: schema)
    var table = try #require(reading.data.table(named: "资助"))
    #expect(reading.table("资助") == ["项目|金额(万元)#Σ", "甲|1万元", "乙|2万元"])
    let before = table
    table.rows[1, 1] = DataCell(.blank, line: 9, column: 9)
    #expect(table.rows[1, 1].line == 9)
    #expect(table.rows.isBlank(1, 1))
    #expect(table != before)
    table.rows.append(Array(before.rows[0]))
    #expect(table.rows.count == 3)
    #expect(table.rows[2, 1] == before.rows[0, 1])
    #expect(table.rows[1, 1].line == 9)
    #expect(table.rows[1, 0] == before.rows[1, 0])
    #expect(table.rows[1, 0].line == 4)
    #expect(before.rows[1, 1].value != .blank)
  }

  @Test func aWorkbooksCodesAndPercentagesStandAsTheyAre() throws {
    var workbook = TestWorkbook()
    workbook.formats = ["0.0%"]
    workbook.add(
      "<row r=\"1\">\(["编码", "完成率", "比例(%)", "数(个)"].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined())</row>"
        + (2...3_000).map { row in
          "<row r=\"\(row)\"><c><v>\(row * 10)</v></c><c s=\"1\"><v>0.5\(row)</v></c>"
            + "<c s=\"1\"><v>0.25</v></c><c><v>\(row)</v></c></row>"
        }.joined(), sheet: "表")
    let reading = Reading(
      [.workbook(name: "表.xlsx", bytes: workbook.bytes)],
      schema: "表: {表: {主键: 编码, 列: {编码: {}, 比例: {类型: 数值, 单位: \"%\", 范围: [0, 30]}}}}")
    #expect(reading.diagnostics.allSatisfy { $0.id == "data-unknown-column" })
    let table = try #require(reading.data.table(named: "表"))
    #expect(reading.table("表")[0] == "编码|完成率(%)#|比例(%)#|数(个)#")
    #expect(reading.table("表")[1] == "20|52%|25%|2个")
    #expect(reading.table("表")[2_999] == "30000|53%|25%|3000个")
    #expect(table.key(ofRow: 0) == "20")
    #expect(table.rows[5, 1].line == 7)
    #expect(table.rows[5, 1].column == 2)
  }

  @Test func aTableWithManyOddCellsKeepsTheRest() throws {
    let rows = (0..<5_000).map { row in row % 2 == 0 ? "行\(row),\(row),甲" : "行\(row),无, 乙 " }
    let reading = Reading(["表.csv": "名称,数(个),字\n" + rows.joined(separator: "\n")])
    let table = try #require(reading.data.table(named: "表"))
    #expect(table.rows.count == 5_000)
    for row in [0, 1, 2_047, 2_048, 2_049, 4_998, 4_999] {
      #expect(table.key(ofRow: row) == "行\(row)")
      #expect(table.rows[row, 0].line == row + 2)
      #expect(table.rows.isBlank(row, 1) == (row % 2 == 1))
      #expect(table.rows.value(row, 2) == .text(row % 2 == 0 ? "甲" : "乙"))
      #expect(table.rows[row, 2].line == row + 2)
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
