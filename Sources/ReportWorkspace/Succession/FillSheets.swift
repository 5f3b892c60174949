import ReportModel
import SourceText

/// The blank data files of a period, with the earlier values beside the cells to fill.
struct FillSheets {
  /// A value to be collected.
  struct Task {
    let name: String
    let owner: String
    let kind: FigureKind?
    let last: String
    let lastYear: String
  }

  private let period: Period
  private let last: DataSet
  private let yearAgo: DataSet?
  private(set) var tasks: [Task] = []
  /// How many cells are to be filled.
  var valueCount: Int { tasks.count }

  init(period: Period, last: DataSet, yearAgo: DataSet?) {
    self.period = period
    self.last = last
    self.yearAgo = yearAgo
  }

  /// `data/figures.csv` and a file a table.
  mutating func files() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    if let figures = figures() { files.append(("data/figures.csv", figures)) }
    var names = last.tables.map(\.name)
    for table in yearAgo?.tables ?? [] where !names.contains(table.name) {
      names.append(table.name)
    }
    // The lists of what was planned and what was wrong are made anew each period.
    for name in names where !Outlook.tableNames.contains(name) {
      if let bytes = table(name) { files.append(("data/\(name).csv", bytes)) }
    }
    return files
  }

  private mutating func figures() -> [UInt8]? {
    let before = Dictionary(
      (yearAgo?.figures ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(last.figures.map(\.id))
    let all = last.figures + (yearAgo?.figures ?? []).filter { !known.contains($0.id) }
    guard !all.isEmpty else { return nil }
    var csv = CSVWriter(columns: [
      "指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "责任科室", "来源", "说明", "上期", "上年同期",
    ])
    for figure in all {
      let isLast = known.contains(figure.id)
      let earlier = before[figure.id]
      let lastText = isLast ? figure.quantity?.printed ?? "" : ""
      let yearText = earlier?.quantity?.printed ?? ""
      csv.row([
        figure.id, figure.label, "", (figure.quantity ?? earlier?.quantity)?.unit.text ?? "", "",
        "",
        figure.kind?.chinese ?? "", period.lastDay, figure.owner, "",
        mark(isLast: isLast, isYearAgo: earlier != nil), lastText, yearText,
      ])
      tasks.append(
        Task(
          name: figure.id, owner: figure.owner, kind: figure.kind, last: lastText,
          lastYear: yearText))
    }
    return csv.bytes
  }

  /// Where a row comes from: what stands only in the last period may belong to that half of the year.
  private func mark(isLast: Bool, isYearAgo: Bool) -> String {
    switch (isLast, isYearAgo) {
    case (true, true): ""
    case (true, false): yearAgo == nil ? "" : "上年同期没有这一项,本期没有就删去这一行"
    case (false, true): "上期没有、上年同期有"
    case (false, false): ""
    }
  }

  private mutating func table(_ name: String) -> [UInt8]? {
    let now = last.table(named: name)
    let before = yearAgo?.table(named: name)
    guard let model = now ?? before else { return nil }
    let shown = model.columns.indices.filter { !["来源", "说明"].contains(model.columns[$0].name) }
    var heads: [String] = []
    for column in shown {
      heads.append(model.columns[column].head)
      if model.columns[column].isNumeric {
        heads += [model.columns[column].name + "上期", model.columns[column].name + "上年同期"]
      }
    }
    var csv = CSVWriter(columns: heads + ["来源", "说明"])
    let rows = TableRows(now: now, before: before)
    for key in rows.keys {
      var cells: [String] = []
      for column in shown {
        let field = model.columns[column]
        guard field.isNumeric else {
          cells.append(field.name == "截至" ? period.lastDay : rows.text(key, field.name))
          continue
        }
        let lastText = rows.value(key, field.name, in: now)
        let yearText = rows.value(key, field.name, in: before)
        cells += ["", lastText, yearText]
        if !lastText.isEmpty || !yearText.isEmpty {
          tasks.append(
            Task(
              name: "\(name).\(key).\(field.name)", owner: rows.text(key, "责任科室"), kind: nil,
              last: lastText, lastYear: yearText))
        }
      }
      let marking = mark(isLast: rows.has(key, in: now), isYearAgo: rows.has(key, in: before))
      csv.row(cells + ["", marking])
    }
    return csv.bytes
  }
}

/// The rows of one table in two periods, by key.
private struct TableRows {
  private let now: DataTable?
  private let before: DataTable?
  private let nowRows: [String: Int]
  private let beforeRows: [String: Int]
  let keys: [String]

  init(now: DataTable?, before: DataTable?) {
    self.now = now
    self.before = before
    nowRows = Self.rows(now)
    beforeRows = Self.rows(before)
    var keys: [String] = []
    for (table, skip) in [(now, [:]), (before, nowRows)] {
      for row in table?.rows.indices ?? 0..<0 {
        if let key = table?.key(ofRow: row), skip[key] == nil { keys.append(key) }
      }
    }
    self.keys = keys
  }

  private static func rows(_ table: DataTable?) -> [String: Int] {
    guard let table else { return [:] }
    return Dictionary(
      table.rows.indices.compactMap { row in table.key(ofRow: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  func has(_ key: String, in table: DataTable?) -> Bool {
    table?.file == now?.file && now != nil ? nowRows[key] != nil : beforeRows[key] != nil
  }

  /// A cell of words, from the last period where it has the row.
  func text(_ key: String, _ column: String) -> String {
    for (table, rows) in [(now, nowRows), (before, beforeRows)] {
      guard let table, let row = rows[key], let index = table.column(named: column) else {
        continue
      }
      switch table.rows[row][index].value {
      case .text(let text): return text
      case .list(let members): return members.joined(separator: "、")
      case .quantity(let quantity): return quantity.number.description
      case .blank: continue
      }
    }
    return ""
  }

  /// A number as it was printed.
  func value(_ key: String, _ column: String, in table: DataTable?) -> String {
    let rows = table?.file == now?.file && now != nil ? nowRows : beforeRows
    guard let table, let row = rows[key], let index = table.column(named: column),
      case .quantity(let quantity) = table.rows[row][index].value
    else { return "" }
    return quantity.number.description
  }
}
