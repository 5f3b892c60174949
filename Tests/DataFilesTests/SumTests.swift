import DataFiles
import SourceText
import Testing

/// What a schema says must agree.
@Suite struct SumTests {
  private static let schema = """
    表:
      资助:
        列: {项目: {必需: true}, 金额: {类型: 数值, 单位: 万元, 合计: true, 范围: [0, 100]}, 人数: {类型: 整数}, 备注: {必需: true}}
      学校: {列: {学校: {}, 学生: {类型: 整数, 单位: 人}}}
    指标:
      资助.总额: {单位: 万元}
      立案: {类型: 整数, 单位: 起}
      结案: {类型: 整数, 单位: 起}
      受助: {类型: 整数, 单位: 人}
    核对:
    """

  private static func read(
    _ checks: [String], figures: String = "", grants: String = "甲,60,10,无\n乙,50.5,20,无\n",
    schools: String = "一中,1000\n二中,500\n"
  ) -> Reading {
    Reading(
      [
        "data/figures.csv": "指标,数值,单位,限定\n" + figures,
        "data/资助.csv": "项目,金额(万元),人数,备注\n" + grants, "data/学校.csv": "学校,学生(人)\n" + schools,
      ], schema: schema + checks.map { "\n  - \($0)" }.joined())
  }

  @Test(arguments: [
    "资助.总额 = Σ资助.金额", "资助.总额 = 合计(资助.金额)", "Σ(资助.金额)=资助.总额", "合计（资助.金额） ＝ 资助.总额",
    "资助.总额 == sum(资助.金额)", "资助.总额 = 资助.甲.金额 + 资助.乙.金额", "资助.总额 - 资助.乙.金额 = 60",
    "资助.总额 ≤ 200", "资助.总额 >= Σ资助.金额", "结案 <= 立案", "立案 - 结案 = 1", "受助 = Σ学校.学生 - 300",
    "受助 = 1200.4 ± 0.5", "受助 = 1199 误差 1",
  ])
  func holds(check: String) {
    let reading = Self.read(
      [check], figures: "资助.总额,110.5,万元,\n立案,3,起,\n结案,2,起,\n受助,1200,人,\n")
    #expect(reading.faults() == [])
  }

  @Test(arguments: [
    (
      "资助.总额 = Σ资助.金额", "资助.总额,110,万元,\n",
      "data/figures.csv:2:7 data-sum-mismatch “资助.总额 = Σ资助.金额”不成立:左边是 110万元,右边是 110.5万元,相差 0.5万元"
    ),
    (
      "结案 ≤ 立案", "立案,2,起,\n结案,5,起,\n",
      "data/figures.csv:3:4 data-sum-mismatch “结案 ≤ 立案”不成立:左边是 5起,右边是 2起,左边多出 3起"
    ),
    (
      "立案 ≥ 结案 ± 1", "立案,2,起,\n结案,5,起,\n",
      "data/figures.csv:2:4 data-sum-mismatch “立案 ≥ 结案 ± 1”不成立:左边是 2起,右边是 5起,左边少了 3起"
    ),
    (
      "Σ资助.人数 = Σ学校.学生", "",
      "data/资助.csv:2:6 data-sum-units “Σ资助.人数 = Σ学校.学生”没法核对:“0”和“1500人”单位不同,不能相加减"
    ),
  ])
  func fails(check: String, figures: String, fault: String) {
    #expect(Self.read([check], figures: figures).faults() == [fault])
  }

  @Test func theFaultNamesTheCells() throws {
    let reading = Self.read(["资助.总额 = Σ资助.金额"], figures: "资助.总额,110,万元,\n")
    let fault = try #require(reading.diagnostics.first)
    #expect(
      fault.notes.map { $0.message.text(in: .zh) } == [
        "资助.总额 = 110万元", "Σ资助.金额 = 110.5万元(2 格,到 data/资助.csv:3:3)",
      ])
    #expect(
      fault.notes.compactMap { $0.place.map(reading.place) }
        == ["data/figures.csv:2:7", "data/资助.csv:2:3"])
    guard case .text(_, let range) = fault.place else {
      Issue.record("no place")
      return
    }
    #expect(range.count == 3)
    #expect(
      reading.faults(.en) == [
        "data/figures.csv:2:7 data-sum-mismatch “资助.总额 = Σ资助.金额” does not hold: 110万元 on the left, 110.5万元 on the right, 0.5万元 apart"
      ])
  }

  @Test(arguments: [
    "", "资助.总额,,万元,\n", "资助.总额,100,万元,余\n",
  ])
  func nothingIsSaidWhereAValueIsMissingOrOnlyAboutRight(figures: String) {
    #expect(Self.read(["资助.总额 = Σ资助.金额"], figures: figures).faults() == [])
  }

  @Test func aWorkbooksCellsAreNamed() {
    let rows = TestWorkbook.rows([["学校", "学生(人)"], ["一中", "1000"]])
    let reading = Reading(
      [DataInput(name: "学校.xlsx", raw: TestWorkbook(rows).bytes)],
      schema: Self.schema + "\n  - Σ学校.学生 = 999")
    #expect(
      reading.faults().last
        == "学校.xlsx!Sheet1!B2 data-sum-mismatch “Σ学校.学生 = 999”不成立:左边是 1000人,右边是 999人,相差 1人")
  }

  @Test func theTotalRowIsJudgedAndLeftOut() {
    let good = Self.read([], grants: "甲,60,10,无\n乙,50.5,20,无\n合计,110.50,,\n")
    #expect(good.faults() == [])
    #expect(good.table("资助").count == 3)
    let wrong = Self.read([], grants: "合计,111,,\n甲,60,10,无\n乙,50.5,20,无\n丙,,,无\n")
    #expect(
      wrong.faults() == [
        "data/资助.csv:2:4 data-total-mismatch “合计”行的“金额(万元)”是 111万元,其余 2 行相加是 110.5万元,相差 0.5万元"
      ])
    #expect(wrong.diagnostics.first?.notes.map { $0.message.text(in: .zh) } == ["各行:60 + 50.5"])
    #expect(wrong.diagnostics.allSatisfy { $0.remedy != nil })
  }

  @Test func faultyRowsAreReportedOnce() {
    let reading = Self.read([], grants: "甲,见附件,10,无\n乙,50.5,20,无\n合计,110.5,,\n")
    #expect(reading.diagnostics.map(\.id) == ["data-not-a-number"])
  }

  @Test func aTotalRowOfATableWithoutSchemaIsPointedOut() {
    let reading = Reading(["表.csv": "项目,金额(万元)\n甲,1\n乙,2\n合计,3\n"])
    #expect(
      reading.faults() == ["表.csv:4:1 data-total-row “合计”行当作普通的一行读取,求合计时会再加一遍"])
    #expect(reading.diagnostics.map(\.severity) == [.info])
    #expect(reading.table("表").count == 4)
  }

  @Test func theTotalRowMayHaveAnotherName() {
    let schema = "表: {表: {合计行: 全县, 列: {学校: {}, 学生: {类型: 整数, 单位: 人, 合计: true}}}}"
    let reading = Reading(["表.csv": "学校,学生\n一中,1\n合计,2\n全县,4\n"], schema: schema)
    #expect(reading.diagnostics.map(\.id) == ["data-total-mismatch"])
    #expect(reading.table("表").count == 3)
  }

  @Test(arguments: [
    ("资助.总额", "schema-bad-check"), ("= 3", "schema-bad-check"), ("立案 = ", "schema-bad-check"),
    ("立案 = 结案 = 3", "schema-bad-check"), ("立案 = 3 ± 甲", "schema-bad-check"),
    ("[立案]", "schema-bad-check"), ("立按 = 3", "schema-unknown-name"),
    ("立案 = Σ资助.金颏", "schema-unknown-name"), ("立案 = 资助.金额", "schema-unknown-name"),
    ("立案 = Σ资助", "schema-unknown-name"),
  ])
  func faultyChecksArePointedOut(check: String, id: String) throws {
    let faults = Reading.schema(Self.schema + "\n  - \(check)").1
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("pack.yaml:11:5 \(id) "), "\(faults)")
  }
}
