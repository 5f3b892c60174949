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
    /// Whether the period may well have no such thing.
    let isDoubtful: Bool
    /// Whether it is words to be looked at again rather than a number to be given.
    var isWords = false
  }

  private let period: Period
  private let model: DataSet
  private let earlier: EarlierPeriods
  private(set) var tasks: [Task] = []
  /// How many numbers are to be given.
  var valueCount: Int { tasks.count { !$0.isDoubtful && !$0.isWords } }

  /// Sheets for a period.
  ///
  /// - Parameters:
  ///   - period: The period.
  ///   - model: The data whose rows and columns are carried on.
  ///   - earlier: The data of the periods to compare with.
  init(period: Period, model: DataSet, earlier: EarlierPeriods) {
    self.period = period
    self.model = model
    self.earlier = earlier
  }

  /// `data/figures.csv` and a file a table.
  mutating func files() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    if let figures = figures() { files.append(("data/figures.csv", figures)) }
    var names = model.tables.map(\.name)
    for table in earlier.yearAgo?.data.tables ?? [] where !names.contains(table.name) {
      names.append(table.name)
    }
    // The lists of what was planned and what was wrong are made anew each period.
    for name in names where !Outlook.tableNames.contains(name) {
      if let bytes = table(name) { files.append(("data/\(name).csv", bytes)) }
    }
    return files
  }

  private mutating func figures() -> [UInt8]? {
    let last = Self.byID(earlier.last?.data.figures)
    let yearAgo = Self.byID(earlier.yearAgo?.data.figures)
    var known = Set(model.figures.map(\.id))
    var all = model.figures
    for figure in earlier.yearAgo?.data.figures ?? [] where known.insert(figure.id).inserted {
      all.append(figure)
    }
    guard !all.isEmpty else { return nil }
    let parts = earlier.parts.map { (title: $0.title, figures: Self.byID($0.data.figures)) }
    var csv = CSVWriter(columns: [
      "指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "责任科室", "来源", "说明", "上期", "上年同期",
    ])
    for figure in all {
      let values = (last[figure.id]?.quantity, yearAgo[figure.id]?.quantity)
      let unit = (figure.quantity ?? values.0 ?? values.1)?.unit.text ?? ""
      let (mark, isDoubtful) = mark(
        isLast: last[figure.id] != nil, isYearAgo: yearAgo[figure.id] != nil,
        names: [figure.id, figure.label])
      let known = parts.compactMap { part in
        part.figures[figure.id]?.quantity.map { "\(part.title)\($0.printed)" }
      }
      csv.row([
        figure.id, figure.label, "", unit, "", "", figure.kind?.chinese ?? "", period.lastDay,
        figure.owner, "",
        ([mark, reminder(figure.kind)] + known).filter { !$0.isEmpty }.joined(separator: ";"),
        values.0?.printed ?? "", values.1?.printed ?? "",
      ])
      tasks.append(
        Task(
          name: figure.id, owner: figure.owner, kind: figure.kind,
          last: values.0?.printed ?? "", lastYear: values.1?.printed ?? "",
          isDoubtful: isDoubtful))
    }
    return csv.bytes
  }

  private static func byID(_ figures: [SingleFigure]?) -> [String: SingleFigure] {
    Dictionary((figures ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A cumulative value counts from January on, so it is not asked for as a half-year's.
  private func reminder(_ kind: FigureKind?) -> String {
    switch kind {
    case .cumulative?: "填\(period.monthsToDate)累计数"
    case .atDate?: "填\(period.lastDay)的数"
    case .schoolYear?: "填本学年的数"
    case .period?, nil: ""
    }
  }

  /// Where a row comes from: what stands only in the last period may belong to that half of the year.
  private func mark(isLast: Bool, isYearAgo: Bool, names: [String]) -> (String, Bool) {
    if !isYearAgo, !period.holdsJune,
      let exam = ["高考", "中考"].first(where: { exam in names.contains { $0.contains(exam) } })
    {
      return ("\(exam)不在本期,本期没有就删去这一行", true)
    }
    if earlier.yearAgo?.isPartial == true { return ("", false) }
    if isYearAgo { return (isLast || earlier.last == nil ? "" : "上期没有、上年同期有", false) }
    return earlier.yearAgo == nil ? ("", false) : ("上年同期没有这一项,本期没有就删去这一行", true)
  }

  private mutating func table(_ name: String) -> [UInt8]? {
    guard
      let columns = (model.table(named: name) ?? earlier.yearAgo?.data.table(named: name))?
        .columns
    else { return nil }
    let now = TableRows(model.table(named: name))
    let last = TableRows(earlier.last?.data.table(named: name))
    let before = TableRows(earlier.yearAgo?.data.table(named: name))
    let shown = columns.filter { !["来源", "说明"].contains($0.name) }
    var heads: [String] = []
    for column in shown {
      heads.append(column.head)
      if column.isNumeric { heads += [column.name + "上期", column.name + "上年同期"] }
    }
    var csv = CSVWriter(columns: heads + ["来源", "说明"])
    for key in now.keys + before.keys.filter({ !now.has($0) }) {
      let words = now.has(key) ? now : before
      let (mark, isDoubtful) = mark(
        isLast: last.has(key), isYearAgo: before.has(key), names: [name, key])
      var cells: [String] = []
      for column in shown {
        let values = (last.printed(key, column.name), before.printed(key, column.name))
        if column.isNumeric {
          cells += ["", last.text(key, column.name), before.text(key, column.name)]
        } else {
          cells.append(column.name == "截至" ? period.lastDay : words.text(key, column.name))
        }
        let isWords = words.isList(key, column.name)
        let isGiven = [now, last, before].contains { !$0.printed(key, column.name).isEmpty }
        guard isWords || isGiven else { continue }
        tasks.append(
          Task(
            name: "\(name).\(key).\(column.name)", owner: words.text(key, "责任科室"), kind: nil,
            last: values.0, lastYear: values.1, isDoubtful: isDoubtful, isWords: isWords))
      }
      csv.row(cells + ["", mark])
    }
    return csv.bytes
  }
}
