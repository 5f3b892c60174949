import ReportModel

/// The made-up data that the functions' examples speak of.
enum ExampleData {
  /// A context with the example tables and the given figures.
  static func context(given: [String]) -> TemplateContext {
    var periods: [DataPeriod: [SingleFigure]] = [:]
    for line in given {
      guard let (period, figure) = figure(line) else { continue }
      periods[period, default: []].append(figure)
    }
    return TemplateContext(
      settings: ["单位": "青禾县教育局", "期间": "2023年上半年", "年": "2023", "截至": "2023-06-30"],
      data: DataSet(tables: [grants, projects], figures: periods[.current] ?? []),
      schema: DataSchema(),
      lastYear: periods[.lastYear].map { DataSet(figures: $0) },
      previous: periods[.previous].map { DataSet(figures: $0) })
  }

  /// The table 资助, a scheme a row.
  static let grants = table(
    "资助", ["项目", "金额(万元)", "人数(人)"],
    [["幼儿园", "78.55", "1571"], ["高中", "47.36", "592"], ["中职", "770.88", "3150"]])

  /// The table 工程, a kind of project a row, with list cells.
  static let projects = table(
    "工程", ["类别", "名称", "投资(万元)"],
    [["扩容", "城东小学、第二中学、柳湾幼儿园、河西小学、石桥中学", "8600"], ["维修", "北坡小学", "214.5"]])

  /// `上年同期.办结=50件(累计)` as a figure of its period.
  private static func figure(_ line: String) -> (DataPeriod, SingleFigure)? {
    guard let sign = line.firstIndex(of: "=") else { return nil }
    var id = line[..<sign]
    var period = DataPeriod.current
    if let dot = id.firstIndex(of: "."), let named = DataPeriod(name: String(id[..<dot])) {
      period = named
      id = id[id.index(after: dot)...]
    }
    var value = line[line.index(after: sign)...]
    var kind: FigureKind?
    if value.hasSuffix(")"), let open = value.lastIndex(of: "(") {
      kind = FigureKind(name: String(value[value.index(after: open)...].dropLast()))
      value = value[..<open]
    }
    let figure = SingleFigure(
      id: String(id), label: String(id), quantity: quantity(value), kind: kind,
      origin: ValueOrigin(file: "data/figures.csv", line: 2, column: 3, path: String(id)))
    return (period, figure)
  }

  private static func quantity(_ text: Substring) -> Quantity? {
    let isNumeral: (Character) -> Bool = { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard let first = text.firstIndex(where: isNumeral) else { return nil }
    let end = text[first...].firstIndex { !isNumeral($0) } ?? text.endIndex
    guard let number = ExactDecimal(text[first..<end]) else { return nil }
    var qualifiers = [Qualifier(String(text[..<first]))].compactMap { $0 }
    var unit = text[end...]
    if let word = unit.first, let between = Qualifier(String(word)) {
      qualifiers.append(between)
      unit = unit.dropFirst()
    }
    return Quantity(number, unit: MeasureUnit(String(unit)), qualifiers: qualifiers)
  }

  private static func table(_ name: String, _ heads: [String], _ rows: [[String]]) -> DataTable {
    let columns = heads.map { head in
      let parts = head.split(separator: "(")
      let unit = parts.count > 1 ? String(parts[1].dropLast()) : ""
      return DataColumn(
        name: String(parts.first ?? ""), unit: MeasureUnit(unit), addsUp: true,
        isNumeric: !unit.isEmpty)
    }
    let cells = rows.enumerated().map { line, row in
      zip(row, columns).enumerated().map { place, cell in
        DataCell(value(cell.0, in: cell.1), line: line + 2, column: place + 1)
      }
    }
    return DataTable(
      name: name, file: "data/\(name).csv", columns: columns, rows: cells, keyColumn: 0)
  }

  private static func value(_ text: String, in column: DataColumn) -> DataValue {
    if let number = ExactDecimal(text), column.isNumeric {
      return .quantity(Quantity(number, unit: column.unit))
    }
    return column.name == "名称" ? .list(text.split(separator: "、").map(String.init)) : .text(text)
  }
}
