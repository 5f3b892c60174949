import DataFiles
import ReportModel
import SourceText
import Testing

@Suite struct DataFileWriterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var line: Int
    var column: Int
    var number: String
    var qualifiers: [String]?
    var asWritten = ""
    var after: String?

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a cell of figures, CR LF and mark kept",
      before: "\u{FEFF}指标,数值,单位\r\n网点.个数,12,个\r\n网点.投资,320,万元\r\n", line: 3, column: 7,
      number: "330.5", after: "\u{FEFF}指标,数值,单位\r\n网点.个数,12,个\r\n网点.投资,330.5,万元\r\n"),
    Case(
      name: "a quoted cell stays quoted", before: "\"指标\",\"数值\"\n\"甲\",\"12\"\n", line: 2,
      column: 6,
      number: "13", after: "\"指标\",\"数值\"\n\"甲\",\"13\"\n"),
    Case(
      name: "a qualifier where there is a column", before: "指标,数值,限定,写法\n甲,12,,\n", line: 2,
      column: 3, number: "300", qualifiers: ["近", "余"], after: "指标,数值,限定,写法\n甲,300,近;余,\n"),
    Case(
      name: "a qualifier without a column", before: "指标,数值\n甲,12\n", line: 2, column: 3,
      number: "300", qualifiers: ["近"], after: nil),
    Case(
      name: "a wording is taken back", before: "指标,数值,写法\n甲,2,两\n", line: 2, column: 3,
      number: "3", after: "指标,数值,写法\n甲,3,\n"),
    Case(
      name: "a column of a table with its own companions",
      before: "项目\t金额(万元)\t金额限定\t人数\t人数限定\n甲\t5\t\t7\t余\n", line: 2, column: 3, number: "6",
      qualifiers: ["约"], after: "项目\t金额(万元)\t金额限定\t人数\t人数限定\n甲\t6\t约\t7\t余\n"),
    Case(
      name: "a row with a line break in a cell and no line end",
      before: "项目,说明,人数\n甲,\"一\n二\",7\n乙,三,8", line: 4, column: 5, number: "9",
      after: "项目,说明,人数\n甲,\"一\n二\",7\n乙,三,9"),
    Case(
      name: "a head below a title", before: "青禾县上半年指标,,\n指标,数值,限定\n甲,12,\n", line: 3, column: 3,
      number: "13", qualifiers: ["余"], after: "青禾县上半年指标,,\n指标,数值,限定\n甲,13,余\n"),
    Case(
      name: "no cell begins there", before: "指标,数值\n甲,12\n", line: 2, column: 4, number: "13",
      after: nil),
    Case(
      name: "the head is no cell", before: "指标,数值\n甲,12\n", line: 1, column: 4, number: "13",
      after: nil),
    Case(
      name: "a blank cell", before: "指标,数值,单位\n甲,,个\n", line: 2, column: 3, number: "13",
      after: "指标,数值,单位\n甲,13,个\n"),
  ]

  static func change(_ test: Case, _ file: String) throws -> ValueChange {
    ValueChange(
      origin: ValueOrigin(file: file, line: test.line, column: test.column, path: "甲"),
      number: try #require(ExactDecimal(test.number)), qualifiers: test.qualifiers,
      asWritten: test.asWritten)
  }

  @Test(arguments: cases, [TextEncoding.utf8, .gb18030, .utf16LittleEndian])
  func changesOnlyTheCells(_ test: Case, _ encoding: TextEncoding) throws {
    let raw = try TextDecoder.encode(Array(test.before.utf8), as: encoding)
    let source = SourceFile(name: "data/甲.csv", raw: raw, encoding: encoding)
    let result = DataFileWriter.apply([try Self.change(test, source.name)], to: source)
    #expect(result.failed.isEmpty == (test.after != nil))
    let after = try TextDecoder.encode(Array((test.after ?? test.before).utf8), as: encoding)
    #expect(result.bytes == after)
  }

  @Test func editsOnlyTextTables() {
    #expect(DataFileWriter.canEdit("data/甲.csv"))
    #expect(DataFileWriter.canEdit("data/甲.TSV"))
    #expect(!DataFileWriter.canEdit("data/甲.yaml"))
    #expect(!DataFileWriter.canEdit("data/甲.xlsx"))
  }

  @Test func correctionsOverrideFiguresAndCells() throws {
    let figures = SourceFile(name: "data/figures.yaml", text: "网点.个数: {数值: 12, 单位: 个}\n")
    let table = SourceFile(name: "data/资助.csv", text: "项目,金额(万元)\n幼儿园,5\n小学,6\n")
    let origins = [
      ValueOrigin(file: figures.name, line: 1, column: 1, path: "网点.个数"),
      ValueOrigin(file: table.name, line: 3, column: 4, path: "资助.小学.金额"),
    ]
    let before = DataFileReader.read([.text(figures), .text(table)]).data
    let first = try #require(
      DataCorrections.adding(
        [
          DataCorrection(
            ValueChange(origin: origins[0], number: ExactDecimal(15), qualifiers: ["余"]),
            among: CorrectionTargets(before), source: "甲"),
          DataCorrection(
            ValueChange(origin: origins[1], number: ExactDecimal(7)),
            among: CorrectionTargets(before), source: "乙"),
        ], to: nil))
    #expect(
      String(decoding: first, as: UTF8.self) == """
        表,行,列,更正为,限定,写法,原值,操作,来源,说明
        指标,网点.个数,数值,15,余,,,,甲,
        资助,小学,金额,7,,,,,乙,

        """)
    let file = SourceFile(name: DataCorrections.file, raw: first)
    let (data, diagnostics) = DataFileReader.read([.text(figures), .text(table), .text(file)])
    #expect(diagnostics.map(\.id) == ["data-corrected", "data-corrected"])
    #expect(data.figures.first?.quantity?.printed == "15余个")
    #expect(data.figures.first?.origin.place == "data/更正.csv:2:13")
    #expect(
      data.tables.first?.rows[1][1].value
        == .quantity(Quantity(ExactDecimal(7), unit: MeasureUnit("万元"))))
    let origin = try #require(data.tables.first?.origin(row: 1, column: 1))
    #expect(origin.place == "data/更正.csv:3:10")
    #expect(origin.path == "资助.小学.金额")
    // A second correction changes the row that is there; no qualifier is one too.
    var second = DataCorrection(
      ValueChange(origin: origin, number: ExactDecimal(8)),
      among: CorrectionTargets(data), source: "丙")
    second.qualifiers = []
    let bytes = try #require(DataCorrections.adding([second], to: file))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == String(decoding: first, as: UTF8.self)
        .replacing("额,7,,,,,乙", with: "额,8,无,,,,丙"))
  }

  /// A file of the short form keeps what it says, under all columns.
  @Test func theShortFormIsWidened() throws {
    let table = SourceFile(name: "data/资助.yaml", text: "- {项目: 幼儿园, 金额: 5}\n- {项目: 小学, 金额: 6}\n")
    let short = SourceFile(name: DataCorrections.file, text: "指标,数值,说明\n资助.小学.金额,7,手写\n")
    let data = DataFileReader.read([.text(table), .text(short)]).data
    let changes = ["幼儿园", "小学"].map { row in
      DataCorrection(table: "资助", row: row, column: "金额", value: "9", source: "甲")
    }
    let bytes = try #require(DataCorrections.adding(changes, to: short))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        表,行,列,更正为,限定,写法,原值,操作,来源,说明
        ,资助.小学.金额,,9,,,,,甲,手写
        资助,幼儿园,金额,9,,,,,甲,

        """)
    let file = SourceFile(name: DataCorrections.file, raw: bytes)
    let corrected = DataFileReader.read([.text(table), .text(file)]).data
    #expect(data.tables[0].rows[1][1].value == .quantity(Quantity(ExactDecimal(7))))
    for row in 0..<2 {
      #expect(corrected.tables[0].rows[row][1].value == .quantity(Quantity(ExactDecimal(9))))
    }
  }

  @Test func correctionsOfNothingAreFaults() {
    let table = SourceFile(name: "data/资助.csv", text: "项目,金额(万元)\n幼儿园,5\n")
    let file = SourceFile(
      name: DataCorrections.file, text: "指标,数值,单位\n资助.幼儿圆.金额,7,\n资助.幼儿园.金额,8,元\n")
    let (_, diagnostics) = DataFileReader.read([.text(table), .text(file)])
    #expect(
      diagnostics.map(\.id) == ["data-correction-unknown", "data-unit-mismatch", "data-corrected"])
    #expect(diagnostics[0].remedy?.text(in: .zh) == "是不是 资助.幼儿园.金额")
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
