import ReportModel

/// The list of what is to be collected for a period, by responsible section.
enum TaskList {
  /// `待办.txt`.
  static func text(_ period: Period, sheets: FillSheets, outlook: Outlook) -> [UInt8] {
    var text = "\(period.title)待办\n\n"
    var owners: [String] = []
    for task in sheets.tasks where !owners.contains(task.owner) { owners.append(task.owner) }
    for owner in owners.sorted(by: { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }) {
      let own = sheets.tasks.filter { $0.owner == owner }
      text += "\(owner.isEmpty ? "未指明责任科室" : owner)(\(own.count) 项)\n"
      for task in own { text += "  [ ] \(line(task))\n" }
      text += "\n"
    }
    if !outlook.plans.isEmpty {
      text += "上期打算,在 data/上期打算.csv 的“进展”一列填:已完成、进行中、未开始\n"
      for plan in outlook.plans { text += "  [ ] \(plan.title)\n" }
      text += "\n"
    }
    if !outlook.problems.isEmpty {
      text += "上期问题,在 data/上期问题.csv 的“现状”一列填写\n"
      for problem in outlook.problems { text += "  [ ] \(problem.title)\n" }
      text += "\n"
    }
    text += "叙述,在 data/narrative.yaml 里逐条改写\n"
    return Array(text.utf8)
  }

  /// A cumulative value counts from January on, so it is not asked for as a half-year's.
  private static func line(_ task: FillSheets.Task) -> String {
    var text = task.name
    switch task.kind {
    case .cumulative?: text += "(累计,自1月起)"
    case .atDate?: text += "(期末时点)"
    case .schoolYear?: text += "(学年)"
    case .period?, nil: break
    }
    if !task.last.isEmpty { text += " 上期 \(task.last)" }
    if !task.lastYear.isEmpty { text += " 上年同期 \(task.lastYear)" }
    return text
  }
}
