public import ReportModel
public import SourceText
public import YAMLNodes

extension DataSchema {
  /// Reads the schema of a pack file alone; the pack's other members are let be.
  ///
  /// - Returns: The schema, nil where the file is not YAML, and what is wrong with it.
  public static func read(
    _ file: SourceFile
  ) -> (schema: DataSchema?, diagnostics: [Diagnostic]) {
    let result = YAMLReader.read(file)
    var diagnostics = result.diagnostics
    guard let root = result.root else { return (nil, diagnostics) }
    let schema = YAMLFields.read(root, in: file.name, into: &diagnostics) { fields in
      _ = fields.allMembers()
      return DataSchema(from: &fields)
    }
    return (schema, diagnostics)
  }

  /// Reads 表 (tables), 指标 (figures) and 核对 (checks) of a pack; what is wrong is reported in
  /// `fields`.
  public init(from fields: inout YAMLFields) {
    self.init()
    tables =
      fields.mapping("表", "tables") { tables in
        tables.allMembers().map { member in
          tables.read(member) { Table(name: member.key, from: &$0) }
        }
      } ?? []
    figures =
      fields.mapping("指标", "figures") { figures in
        figures.allMembers().map { member in
          figures.read(member) {
            Member(member.key, Value(from: &$0, defaultType: .number, types: [.number, .integer]))
          }
        }
      } ?? []
    checks =
      fields.member("核对", "checks").map { member in
        DataCheckReader(schema: self).read(member, in: &fields)
      } ?? []
  }
}

extension DataSchema.Table {
  fileprivate init(name: String, from fields: inout YAMLFields) {
    self.init(name: name)
    key = fields.text("主键", "key")
    isRequired = fields.boolean("必需", "required") ?? false
    columns =
      fields.mapping("列", "columns") { columns in
        columns.allMembers().map { member in
          columns.read(member) {
            DataSchema.Member(member.key, DataSchema.Value(from: &$0, defaultType: .text))
          }
        }
      } ?? []
    totalRow = fields.text("合计行", "total_row")
    derived = TableExtrasReader(table: self).derived(in: &fields)
    charts = TableExtrasReader(table: self).charts(in: &fields)
    if let key, !columns.isEmpty, column(named: key) == nil {
      fields.report(
        "schema-unknown-key-column", at: fields.range.lowerBound..<fields.range.lowerBound,
        Message(
          zh: "主键“{0}”不在“列”里", en: "the key “{0}” is not among the columns", key),
        remedy: Message(
          zh: "列有:{0}", en: "the columns are: {0}",
          columns.map(\.name).joined(separator: "、")))
    }
  }
}

extension DataSchema.Value {
  fileprivate init(
    from fields: inout YAMLFields, defaultType: ValueType, types: [ValueType] = ValueType.allCases
  ) {
    self.init(type: defaultType)
    if let member = fields.member("类型", "type"),
      let text = fields.text(member.node, path: member.path)
    {
      if let found = ValueType(name: text), types.contains(found) {
        type = found
      } else {
        Self.report(
          "schema-unknown-type", member, text, known: types.map(\.chineseName), in: &fields)
      }
    }
    unit = fields.text("单位", "unit")
    isRequired = fields.boolean("必需", "required") ?? false
    addsUp = fields.boolean("合计", "total") ?? false
    allowed = fields.texts("取值", "allowed")
    if let member = fields.member("口径", "kind"),
      let text = fields.text(member.node, path: member.path)
    {
      kind = FigureKind(name: text)
      if kind == nil {
        Self.report(
          "schema-unknown-kind", member, text, known: FigureKind.allCases.map(\.chineseName),
          in: &fields)
      }
    }
    if let member = fields.member("范围", "range") { range = Self.range(member, in: &fields) }
  }

  private static func report(
    _ id: String, _ member: YAMLFields.Member, _ found: String, known: [String],
    in fields: inout YAMLFields
  ) {
    fields.report(
      id, at: member.node.range,
      Message(zh: "“{0}”不能是“{1}”", en: "“{0}” cannot be “{1}”", member.path, found.quoted),
      remedy: Message(
        zh: "可以写:{0}", en: "possible are: {0}", known.joined(separator: "、")))
  }

  private static func range(
    _ member: YAMLFields.Member, in fields: inout YAMLFields
  ) -> ClosedRange<ExactDecimal>? {
    if case .sequence(let bounds) = member.node.content, bounds.count == 2,
      case .scalar(let low, _) = bounds[0].content, case .scalar(let high, _) = bounds[1].content,
      let lowest = ExactDecimal(low), let highest = ExactDecimal(high), lowest <= highest
    {
      return lowest...highest
    }
    fields.report(
      "schema-bad-range", at: member.node.range,
      Message(
        zh: "“{0}”应是由小到大的两个数", en: "“{0}” should be two numbers, the smaller first",
        member.path),
      remedy: Message(zh: "请写成 [0, 100]", en: "write it as [0, 100]"))
    return nil
  }
}

extension ValueType {
  fileprivate var chineseName: String {
    switch self {
    case .text: "文本"
    case .number: "数值"
    case .integer: "整数"
    case .list: "列表"
    case .date: "日期"
    }
  }
}
