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
    guard let model = last.table(named: name) ?? yearAgo?.table(named: name) else { return nil }
    let now = TableRows(last.table(named: name))
    let before = TableRows(yearAgo?.table(named: name))
    let shown = model.columns.indices.filter { !["来源", "说明"].contains(model.columns[$0].name) }
    var heads: [String] = []
    for column in shown {
      heads.append(model.columns[column].head)
      if model.columns[column].isNumeric {
        heads += [model.columns[column].name + "上期", model.columns[column].name + "上年同期"]
      }
    }
    var csv = CSVWriter(columns: heads + ["来源", "说明"])
    for key in now.keys + before.keys.filter({ !now.has($0) }) {
      let words = now.has(key) ? now : before
      var cells: [String] = []
      for column in shown {
        let field = model.columns[column]
        guard field.isNumeric else {
          cells.append(field.name == "截至" ? period.lastDay : words.text(key, field.name))
          continue
        }
        cells += ["", now.text(key, field.name), before.text(key, field.name)]
        let values = (now.printed(key, field.name), before.printed(key, field.name))
        if !values.0.isEmpty || !values.1.isEmpty {
          tasks.append(
            Task(
              name: "\(name).\(key).\(field.name)", owner: words.text(key, "责任科室"), kind: nil,
              last: values.0, lastYear: values.1))
        }
      }
      csv.row(cells + ["", mark(isLast: now.has(key), isYearAgo: before.has(key))])
    }
    return csv.bytes
  }
}
