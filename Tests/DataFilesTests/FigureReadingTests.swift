import ReportModel
import SourceText
import Testing

@Suite struct FigureReadingTests {
  private static let schema = """
    指标:
      行风.立案起数: {单位: 起, 类型: 整数, 口径: 本期, 范围: [0, 100], 必需: true}
      政务.好评率: {单位: "%", 口径: 时点}
      安全.会议: {单位: 次, 必需: true}
    """

  private func shown(_ figure: SingleFigure) -> String {
    "\(figure.id)|\(figure.label)|\(figure.quantity?.printed ?? "")|\(figure.asOf)|"
      + "\(figure.kind?.rawValue ?? "")|\(figure.source)|\(figure.origin.place)"
  }

  @Test(arguments: [
    "指标,名称,数值,单位,限定,写法,截至,口径,责任科室,来源,说明\n",
    "id,label,value,unit,qualifier,as_written,as_of,kind,owner,source,note\n",
    "Id,名称,数值,单位,限定,As written,截至,口径,责任科室,来源,说明\n",
  ])
  func readsBothHeads(head: String) {
    let reading = Reading(
      [
        "data/figures.csv": head
          + "行风.立案起数,立案,2,起,,两起,2023-06-30,本期,监察室,台账,\n政务.好评率,好评,100,,达,,2023年上半年,at_date,,,\n安全.会议,,3,次,,,,,,,\n"
      ], schema: Self.schema)
    #expect(reading.faults() == [])
    #expect(
      reading.data.figures.map(shown) == [
        "行风.立案起数|立案|两起|2023-06-30|period|台账|data/figures.csv:2:12",
        "政务.好评率|好评|达100%|2023年上半年|at_date||data/figures.csv:3:11",
        "安全.会议||3次||||data/figures.csv:4:8",
      ])
  }

  @Test(arguments: [
    (
      "指标,数值,单位\n行风.立案起数,2.5,起\n安全.会议,1,场\n",
      [
        "figures.csv:2:9 data-not-integer “行风.立案起数(起)”要填整数,这里是“2.5”",
        "figures.csv:3:9 data-unit-mismatch “安全.会议”的单位应是次,这里是场",
      ]
    ),
    (
      "指标,数值,口径\n行风.立案起数,101,累计\n安全.会议,,\n",
      [
        "figures.csv:2:9 data-out-of-range “行风.立案起数(起)”应在 0 到 100 之间,这里是 101",
        "figures.csv:2:13 data-kind-mismatch “行风.立案起数”的口径应是本期,这里是累计",
        "figures.csv:3:7 data-blank-required “安全.会议”必须填写",
      ]
    ),
    (
      "指标,数值\n行风.立案起数,1\n安全.会义,3\n,4\n行风.立案起数,5\n",
      [
        "figures.csv:3:1 data-unknown-figure 模板里没有指标“安全.会义”",
        "figures.csv:4:1 data-blank-key 这一行没有名称",
        "figures.csv:5:1 data-duplicate-key “行风.立案起数”出现了两次",
        "figures.csv data-missing-figure 缺少指标“安全.会议”",
      ]
    ),
    (
      "指标,数置\n行风.立案起数,1\n",
      [
        "figures.csv:1:1 data-missing-column 缺少“数值”这一列",
        "figures.csv:1:4 data-unknown-column 模板里没有“数置”这一列",
      ]
    ),
    (
      "指标,数值,数值\n行风.立案起数,300余,\n安全.会议,3,\n",
      [
        "figures.csv:1:7 data-duplicate-column “数值”这一列有两个",
        "figures.csv:2:9 data-qualifier-in-cell “行风.立案起数(起)”要填数字,这里是“300余”,带了“余”",
      ]
    ),
    (
      "指标,数值,限定,写法\n行风.立案起数,,余,\n安全.会议,,,两次\n",
      [
        "figures.csv:2:9 data-blank-required “行风.立案起数”必须填写",
        "figures.csv:2:10 data-wording-without-number “限定”填了“余”,但没有数值",
        "figures.csv:3:7 data-blank-required “安全.会议”必须填写",
        "figures.csv:3:9 data-wording-without-number “写法”填了“两次”,但没有数值",
      ]
    ),
  ])
  func reportsAllFaults(text: String, expected: [String]) {
    let reading = Reading(["figures.csv": text], schema: Self.schema)
    #expect(reading.faults() == expected)
    #expect(reading.diagnostics.allSatisfy { $0.remedy != nil })
  }

  @Test func unknownFiguresAreOnlyWarnedOf() {
    let reading = Reading(
      ["figures.csv": "指标,数值\n行风.立案起数,1\n安全.会议,2\n自加.一,3\n"], schema: Self.schema)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.remedies() == ["如果是本单位自加的指标,可以不管"])
    #expect(reading.data.figures.count == 3)
  }

  @Test func idsAreUniqueOverFiles() {
    let reading = Reading(["figures.csv": "指标,数值\n甲,1\n", "财务.csv": "指标,数值\n乙,2\n甲,3\n"])
    #expect(reading.faults() == ["财务.csv:3:1 data-duplicate-key “甲”出现了两次"])
    #expect(reading.diagnostics.first?.notes.first?.place.map(reading.place) == "figures.csv:2:1")
    #expect(reading.data.figures.map(\.id) == ["甲", "乙"])
  }

  @Test func readsFiguresOfYAML() {
    let reading = Reading(
      ["figures.yaml": "行风.立案起数: {数值: 2, 单位: 起, 写法: 两起}\n安全.会议: 3\n政务.好评率:\n  value: 无\n"],
      schema: Self.schema)
    #expect(reading.faults() == ["figures.yaml:4:10 data-no-figure “政务.好评率(%)”要填数字,这里是“无”,是文字"])
    #expect(
      reading.data.figures.map(shown) == [
        "行风.立案起数||两起||period||figures.yaml:1:15", "安全.会议||3次||||figures.yaml:2:8",
        "政务.好评率||||at_date||figures.yaml:4:10",
      ])
  }

  @Test func oneFaultWhereNoFileHoldsFigures() {
    let reading = Reading(["data/资助.csv": "项目,金额\n甲,1\n"], schema: Self.schema)
    #expect(reading.faults() == ["data/figures.csv data-missing-table 缺少数据表“figures”"])
  }
}
