import ReportModel
import SourceText
import YAMLNodes

/// Reads what a pack asks for on a table's worksheet: columns that follow from others, and charts.
///
/// ```yaml
/// 算出:
///   人均: {算式: 金额 ÷ 人数, 单位: 元}
///   占比: {算式: 金额 ÷ Σ金额, 单位: "%"}
/// 图表:
///   - 金额
///   - {列: 占比, 样式: 饼形}
/// ```
struct TableExtrasReader {
  private let table: DataSchema.Table

  init(table: DataSchema.Table) {
    self.table = table
  }

  // MARK: Columns that follow from others

  /// The columns of 算出 (derived); faulty ones are reported and left out.
  func derived(in fields: inout YAMLFields) -> [DerivedColumn] {
    let found: [DerivedColumn?]? = fields.mapping("算出", "derived") { columns in
      columns.allMembers().map { member in
        columns.read(member) { column in derived(member, in: &column) }
      }
    }
    return (found ?? []).compactMap { $0 }
  }

  private func derived(
    _ member: YAMLFields.Member, in fields: inout YAMLFields
  ) -> DerivedColumn? {
    let unit = MeasureUnit(fields.text("单位", "unit") ?? "")
    let decimals = decimals(in: &fields)
    let formula = fields.member("算式", "formula", required: true)
    guard table.column(named: member.key) == nil else {
      fields.report(
        "schema-derived-twice", at: member.keyRange,
        Message(
          zh: "“{0}”已经是“列”里的一列", en: "“{0}” is one of the columns already", member.key),
        remedy: Message(zh: "请换一个列名", en: "give it another name"))
      return nil
    }
    guard let formula, let text = fields.text(formula.node, path: formula.path) else { return nil }
    guard let (left, operation, right) = parts(of: text) else {
      report(formula, text, in: &fields)
      return nil
    }
    let column = DerivedColumn(
      name: member.key, unit: unit, left: left, operation: operation, right: right,
      decimals: decimals)
    guard let first = self.unit(of: left), let second = self.unit(of: right),
      column.power(left: first, right: second) == nil
    else { return column }
    fields.report(
      "schema-formula-unit", at: formula.node.range,
      Message(
        zh: "“{0}”由“{1}”和“{2}”得不出“{3}”", en: "“{0}” of “{1}” and “{2}” does not come to “{3}”",
        text.quoted, first.text, second.text, unit.text),
      remedy: Message(
        zh: "改“单位”;占比写 \"%\",人均写金额的单位",
        en: "change the unit: \"%\" for shares, a unit of the amount for amounts per head"))
    return nil
  }

  /// The digits after the point, 0 to 6.
  private func decimals(in fields: inout YAMLFields) -> Int? {
    guard let member = fields.member("小数", "decimals") else { return nil }
    if case .scalar(let text, _) = member.node.content, let value = Int(text),
      (0...6).contains(value)
    {
      return value
    }
    fields.report(
      "schema-bad-decimals", at: member.node.range,
      Message(zh: "“{0}”应是 0 到 6 的整数", en: "“{0}” should be 0 to 6", member.path),
      remedy: Message(zh: "请写保留几位小数", en: "write how many digits are kept"))
    return nil
  }

  /// The unit the schema gives a column; nil where it leaves it open.
  private func unit(of operand: DerivedColumn.Operand) -> MeasureUnit? {
    table.column(named: operand.column)?.unit.map { MeasureUnit($0) }
  }

  /// Both sides and the sign; names may hold signs, so the reading counts in which both are known.
  private func parts(
    of text: String
  ) -> (DerivedColumn.Operand, DerivedColumn.Operation, DerivedColumn.Operand)? {
    let signs: [(String, DerivedColumn.Operation)] = [
      ("÷", .divide), ("／", .divide), ("/", .divide), ("×", .multiply), ("＊", .multiply),
      ("*", .multiply), ("＋", .add), ("+", .add), ("−", .subtract), ("－", .subtract),
      ("-", .subtract),
    ]
    for (sign, operation) in signs {
      let pieces = text.split(separator: sign, omittingEmptySubsequences: false)
      for cut in pieces.indices.dropFirst() {
        let left = pieces[..<cut].joined(separator: sign).trimmedBlanks
        let right = pieces[cut...].joined(separator: sign).trimmedBlanks
        if let one = operand(left), let two = operand(right) { return (one, operation, two) }
      }
    }
    return nil
  }

  private func operand(_ text: String) -> DerivedColumn.Operand? {
    if isNumeric(text) { return .column(text) }
    for name in ["Σ", "∑", "合计", "sum"] where text.hasPrefix(name) {
      var rest = text.dropFirst(name.count).trimmedBlanks
      if let first = rest.first, let last = rest.last, "(（".contains(first), ")）".contains(last) {
        rest = String(rest.dropFirst().dropLast()).trimmedBlanks
      }
      if rest.hasPrefix(table.name + ".") { rest.removeFirst(table.name.count + 1) }
      if isNumeric(rest) { return .total(rest) }
    }
    return nil
  }

  private func isNumeric(_ name: String) -> Bool {
    guard let type = table.column(named: name)?.type else { return false }
    return type == .number || type == .integer
  }

  private func report(
    _ member: YAMLFields.Member, _ text: String, in fields: inout YAMLFields
  ) {
    fields.report(
      "schema-bad-formula", at: member.node.range,
      Message(
        zh: "“{0}”不是两列的算式", en: "“{0}” is no formula of two columns", text.quoted),
      remedy: Message(
        zh: "写成 “金额 ÷ 人数”“金额 ÷ Σ金额”;数值列有:{0}",
        en: "write it as “金额 ÷ 人数” or “金额 ÷ Σ金额”; the columns of numbers are: {0}",
        table.columns.map(\.name).filter(isNumeric).joined(separator: "、")))
  }

  // MARK: Charts

  /// The charts of 图表 (charts): names of columns, and mappings; faulty ones are reported and left
  /// out.
  func charts(in fields: inout YAMLFields) -> [TableChart] {
    guard let member = fields.member("图表", "charts") else { return [] }
    guard case .sequence(let nodes) = member.node.content else {
      return [chart(member.node, path: member.path, in: &fields)].compactMap { $0 }
    }
    return nodes.enumerated().compactMap { index, node in
      chart(node, path: "\(member.path)[\(index + 1)]", in: &fields)
    }
  }

  private func chart(
    _ node: YAMLNode, path: String, in fields: inout YAMLFields
  ) -> TableChart? {
    if case .scalar(let name, _) = node.content {
      guard checkColumns([name], at: node.range, in: &fields) else { return nil }
      return TableChart(.column, columns: [name])
    }
    return fields.read(node, path: path) { chart -> TableChart? in
      let title = chart.text("标题", "title")
      let kind = kind(in: &chart)
      let place = chart.member("列", "columns", required: true)
      let columns = place == nil ? [] : chart.texts("列", "columns")
      guard let place, let kind, !columns.isEmpty,
        checkColumns(columns, at: place.node.range, in: &chart)
      else { return nil }
      guard kind != .pie || columns.count == 1 else {
        chart.report(
          "schema-bad-chart", at: place.node.range,
          Message(zh: "饼形图只画一列", en: "a pie shows one column"),
          remedy: Message(zh: "请分成几张图", en: "ask for several charts"))
        return nil
      }
      return TableChart(kind, columns: columns, title: title)
    }
  }

  private func kind(in fields: inout YAMLFields) -> TableChart.Kind? {
    guard let member = fields.member("样式", "kind") else { return .column }
    guard let text = fields.text(member.node, path: member.path) else { return nil }
    if let kind = TableChart.Kind(name: text) { return kind }
    fields.report(
      "schema-bad-chart", at: member.node.range,
      Message(zh: "“{0}”不能是“{1}”", en: "“{0}” cannot be “{1}”", member.path, text.quoted),
      remedy: Message(
        zh: "可以写:{0}", en: "possible are: {0}",
        TableChart.Kind.allCases.map(\.chinese).joined(separator: "、")))
    return nil
  }

  private func checkColumns(
    _ names: [String], at range: Range<Int>, in fields: inout YAMLFields
  ) -> Bool {
    let known = table.columns.map(\.name).filter(isNumeric) + table.derived.map(\.name)
    guard let name = names.first(where: { !known.contains($0) }) else { return true }
    let nearest = NearestNames.of(name, in: known)
    fields.report(
      "schema-bad-chart", at: range,
      Message(zh: "图表的“{0}”不是数值列", en: "“{0}” of a chart is no column of numbers", name.quoted),
      remedy: nearest.isEmpty
        ? Message(
          zh: "数值列有:{0}", en: "the columns of numbers are: {0}",
          known.joined(separator: "、"))
        : Message(
          zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
    return false
  }
}
