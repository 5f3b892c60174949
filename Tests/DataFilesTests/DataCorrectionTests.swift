import DataFiles
import ReportModel
import SourceText
import Testing

@Suite struct DataCorrectionTests {
  private static let schema = DataSchema(
    tables: [
      .init(
        name: "资助", key: "项目",
        columns: [
          .init("项目", .init(isRequired: true)),
          .init("金额", .init(type: .number, unit: "万元", range: ExactDecimal(0)...ExactDecimal(100))),
        ])
    ], figures: [.init("安全.会议", .init(type: .integer, unit: "次"))])

  private func corrected(_ rows: String) -> (data: DataSet, ids: [String]) {
    let inputs = [
      DataInput.text(
        SourceFile(name: "data/资助.csv", text: "项目,金额(万元),金额限定\n幼儿园,62,近\n高中,36,\n")),
      .text(SourceFile(name: "data/figures.csv", text: "指标,数值,单位,说明\n安全.会议,3,次,原\n")),
      .text(
        SourceFile(name: "data/narrative.yaml", text: "党建: 甲\n问题:\n  - 标题: 乙\n")),
    ]
    let head = "表,行,列,更正为,原值,操作,来源,说明\n"
    let file = SourceFile(name: "data/更正.csv", text: head + rows)
    let (data, found) = DataFileReader.read(inputs + [.text(file)], schema: Self.schema)
    return (data, found.map(\.id).filter { $0 != "data-corrected" })
  }

  @Test func correctionsGoBeforeTheDataAndSayWhereTheyAre() throws {
    let (data, ids) = corrected(
      """
      资助,幼儿园,金额,63,62,,表,
      资助,初中,项目,初中,,新增,表,
      资助,初中,金额,5,,新增,表,
      指标,安全.会议,数值,4,3,,表,
      指标,安全.会议,说明,改,原,,表,
      叙述,党建,内容,甲二,甲,,表,
      叙述,问题[2].标题,内容,丙,,新增,表,

      """)
    #expect(ids == [])
    let table = try #require(data.table(named: "资助"))
    #expect(table.rows.count == 3)
    guard case .quantity(let amount) = table.rows[0][1].value else {
      Issue.record("no number")
      return
    }
    // The qualifier stands in another cell, which was not corrected.
    #expect(amount.printed == "近63万元")
    #expect(table.origin(row: 0, column: 1)?.place == "data/更正.csv:2:11")
    #expect(table.origin(row: 1, column: 1)?.place == "data/资助.csv:3:4")
    #expect(table.key(ofRow: 2) == "初中")
    let figure = try #require(data.figure(id: "安全.会议"))
    #expect(figure.quantity?.printed == "4次")
    #expect(figure.note == "改")
    #expect(figure.origin.file == "data/更正.csv")
    guard case .mapping(let members)? = data.narrative, case .sequence(let list) = members[1].node
    else {
      Issue.record("no narrative")
      return
    }
    #expect(
      members[0].node
        == .text("甲二", origin: ValueOrigin(file: "data/更正.csv", line: 7, column: 10, path: "叙述.党建"))
    )
    #expect(list.count == 2)
  }

  @Test(arguments: [
    ("资助,小学,金额,1,,,,\n", ["data-correction-unknown"]),
    ("资助,幼儿园,人数,1,,,,\n", ["data-correction-unknown"]),
    ("工程,幼儿园,人数,1,,,,\n", ["data-correction-unknown"]),
    ("指标,安全.开会,数值,1,,,,\n", ["data-correction-unknown"]),
    ("叙述,党见,内容,1,,,,\n", ["data-correction-unknown"]),
    ("叙述,问题[3].标题,内容,1,,新增,,\n", ["data-correction-unknown"]),
    ("资助,幼儿园,金额,500,62,,,\n", ["data-out-of-range"]),
    ("资助,幼儿园,金额,63万元,62,,,\n", ["data-unit-in-cell"]),
    ("资助,幼儿园,金额,63,61,,,\n", ["data-correction-outdated"]),
    ("指标,安全.会议,数值,3.5,3,,,\n", ["data-not-integer"]),
    ("资助,幼儿园,金额,,62,,,\n", []),
    ("", []),
  ])
  func correctionsAreJudged(_ row: String, _ ids: [String]) {
    #expect(corrected(row).ids == ids)
  }

  private static let sums = DataSchema(
    tables: [
      .init(
        name: "资助", key: "项目",
        columns: [
          .init("项目", .init(isRequired: true)),
          .init("金额", .init(type: .number, unit: "万元", isRequired: true, addsUp: true)),
        ])
    ], figures: [.init("总额", .init(type: .number, unit: "万元", isRequired: true))],
    checks: [
      DataCheck(
        text: "Σ资助.金额 = 总额",
        left: .init(
          text: "Σ资助.金额", terms: [.init(.column(table: "资助", column: "金额"))]),
        relation: .equal, right: .init(text: "总额", terms: [.init(.figure("总额"))]))
    ])

  /// What is corrected counts for sums and relations, and what was wrong with it does not matter.
  @Test(arguments: [
    ("", ["data-multiplier-in-cell", "data-blank-required"]),
    ("资助,幼儿园,金额,62,,,,\n资助,高中,金额,38,,,,\n", []),
    ("资助,幼儿园,金额,62,,,,\n资助,高中,金额,37,,,,\n", ["data-total-mismatch", "data-sum-mismatch"]),
    (
      "资助,幼儿园,金额,62,,,,\n资助,高中,金额,37,,,,\n资助,合计,金额,99,,,,\n指标,总额,数值,99,,,,\n",
      []
    ),
    ("资助,幼儿园,金额,62,,,,\n资助,高中,金额,38,,,,\n指标,总额,数值,99,,,,\n", ["data-sum-mismatch"]),
  ])
  func sumsAreJudgedAsCorrected(_ rows: String, _ ids: [String]) {
    let inputs = [
      DataInput.text(
        SourceFile(name: "data/资助.csv", text: "项目,金额(万元)\n幼儿园,62万\n高中,\n合计,100\n")),
      .text(SourceFile(name: "data/figures.csv", text: "指标,数值,单位\n总额,100,万元\n")),
      .text(
        SourceFile(name: "data/更正.csv", text: "表,行,列,更正为,原值,操作,来源,说明\n" + rows)),
    ]
    let found = DataFileReader.read(inputs, schema: Self.sums).diagnostics
    #expect(found.map { $0.id }.filter { $0 != "data-corrected" }.sorted() == ids.sorted())
  }

  @Test func theOldNameOfTheFileIsReadToo() {
    let inputs = [
      DataInput.text(SourceFile(name: "data/资助.csv", text: "项目,金额(万元)\n幼儿园,62\n")),
      .text(SourceFile(name: "data/补正.csv", text: "表,行,列,补正为\n资助,幼儿园,金额,63\n")),
    ]
    let (data, found) = DataFileReader.read(inputs)
    #expect(found.map(\.id) == ["data-corrected"])
    #expect(data.tables.first?.origin(row: 0, column: 1)?.place == "data/补正.csv:2:11")
  }
}
