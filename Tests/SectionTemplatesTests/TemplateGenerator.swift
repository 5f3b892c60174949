import ReportModel
import SectionTemplates
import SourceText

/// A stream of numbers that is the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 0x5851_F42D
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes up a template and data for it.
struct TemplateGenerator {
  private var numbers: SeededNumbers
  private(set) var figures: [SingleFigure] = []
  private(set) var table: DataTable

  private static let units = ["起", "人次", "万元", "%", "", "家次", "平方米", "个百分点"]
  private static let words = [
    "立案", "投入资金", "开展检查", "惠及学生", "比上一年多", "完成任务", "召开会议", "覆盖学校", "新建校舍面积", "培训教师",
  ]
  private static let names = [
    "第3小学", "柳湾中学", "“双减”专项", "2.0培训", "幼儿园(公办)", "高考", "城东片区", "石桥", "十佳", "A组",
  ]

  init(seed: Int) {
    numbers = SeededNumbers(seed: seed)
    table = DataTable(
      name: "项目", file: "data/项目.csv",
      columns: [
        DataColumn(name: "名称", unit: MeasureUnit("")),
        DataColumn(name: "金额", unit: MeasureUnit("万元"), isNumeric: true),
        DataColumn(name: "人数", unit: MeasureUnit("人"), isNumeric: true),
        DataColumn(name: "学校", unit: MeasureUnit("")),
      ], rows: [], keyColumn: 0)
    for index in 0..<8 {
      figures.append(
        SingleFigure(
          id: "数.第\(index)", label: "", quantity: chance(4) ? nil : quantity(Self.units[index]),
          origin: ValueOrigin(file: "data/figures.csv", line: index + 2, column: 3, path: "")))
    }
    for row in 0..<Int.random(in: 0...4, using: &numbers) {
      table.rows.append(self.row(row + 2))
    }
  }

  var data: DataSet { DataSet(tables: [table], figures: figures) }

  /// A template that the data can fill.
  mutating func template() -> String {
    var paragraphs = ["一、\(word())情况"]
    for item in 1...Int.random(in: 1...3, using: &numbers) {
      var paragraph = "\(item).\(word())。"
      for sentence in 0..<Int.random(in: 1...3, using: &numbers) {
        paragraph += ["一是", "二是", "三是"][sentence] + word() + piece() + "。"
      }
      paragraphs.append(paragraph)
    }
    if chance(3) {
      paragraphs.append("{% for 项 in 项目 %}\n{{序号}}.{{项.名称}}。投入{{项.金额}}。\n\n{% endfor %}")
    }
    if chance(3) { paragraphs.append("{% if \(id(0)) %}\n另有\(slot(0))。\n\n{% endif %}") }
    paragraphs.append("来源\(word())。\n")
    return paragraphs.joined(separator: "\n\n")
  }

  private mutating func piece() -> String {
    let index = Int.random(in: 0..<8, using: &numbers)
    let other = Int.random(in: 0..<8, using: &numbers)
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0: return guarded(index, slot(index))
    case 1: return guarded(0, slot(0) + guarded(1, slot(1)))
    case 2: return guarded(index, slot(index)) + "," + word() + guarded(other, slot(other))
    case 3:
      return guarded(
        2, ["{{\(id(2))|元}}", "{{\(id(2))|数值}}万元"].randomElement(using: &numbers) ?? "")
    case 4:
      let body =
        chance(2)
        ? "{{项.名称}}{{项.金额}}"
        : "{{项.名称}}{{项.金额}}{% if 项.人数 %},惠及{{项.人数}}{% endif %}"
      let separator =
        body.contains(",") ? ";" : ["、", ";", ","].randomElement(using: &numbers) ?? ""
      let last = chance(3) ? " 末项分隔 \"\(separator == "、" ? "和" : separator)\"" : ""
      return "包括{% for 项 in 项目 分隔 \"\(separator)\"\(last) %}\(body){% endfor %}"
    case 5: return "涉及{% for 项 in 项目 分隔 \";\" %}{{项.学校|列举}}等{{项.金额}}{% endfor %}"
    case 6:
      let items = (3..<6).map { "{% 项 \(id($0)) %}\(Self.words[$0])\(slot($0))" }
      return "{% 连接 \"、\" 前 \",其中\" %}\(items.joined()){% endjoin %}"
    case 7:
      return
        "{% if \(id(index)) %}增\(slot(index)){% elif \(id(other)) %}减\(slot(other)){% else %}没有变化{% endif %}"
    case 8: return "合计{{计数(项目)}}项"
    default: return "{{单位}}共\(guarded(index, slot(index)))"
    }
  }

  private func id(_ index: Int) -> String { "数.第\(index)" }
  private func slot(_ index: Int) -> String { "{{\(id(index))}}" }

  private func guarded(_ index: Int, _ body: String) -> String {
    "{% if \(id(index)) %}\(body){% endif %}"
  }

  private mutating func row(_ line: Int) -> [DataCell] {
    let schools = (0..<Int.random(in: 1...3, using: &numbers)).map { _ in name() }
    let values: [DataValue] = [
      .text(name()), .quantity(quantity("万元")), chance(3) ? .blank : .quantity(quantity("人")),
      .list(schools),
    ]
    return values.enumerated().map { DataCell($1, line: line, column: $0 + 1) }
  }

  private mutating func quantity(_ unit: String) -> Quantity {
    let scale = [0, 0, 0, 1, 2].randomElement(using: &numbers) ?? 0
    let number = ExactDecimal(
      significand: Int128(Int.random(in: 1...99_999, using: &numbers)), scale: scale)
    var qualifiers: [Qualifier] = []
    if chance(5), let word = Qualifier.words.randomElement(using: &numbers),
      let qualifier = Qualifier(word)
    {
      qualifiers.append(qualifier)
    }
    return Quantity(
      number ?? ExactDecimal(1), unit: MeasureUnit(unit), qualifiers: qualifiers)
  }

  private mutating func name() -> String { Self.names.randomElement(using: &numbers) ?? "" }
  private mutating func word() -> String { Self.words.randomElement(using: &numbers) ?? "" }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &numbers) == 0
  }
}
