import ReportModel

/// The list of what is to be collected for a period, by responsible section.
struct TaskList {
  let period: Period
  let sheets: FillSheets
  let earlier: EarlierPeriods
  let outlook: Outlook
  /// Whether the period has narratives to be written anew.
  let hasNarrative: Bool

  /// `待办.txt`.
  var text: [UInt8] {
    let periods = [("上期", earlier.last), ("上年同期", earlier.yearAgo)]
      .map { "\($0.0):\($0.1?.title ?? "没有")" }
    var text = "\(period.title)待办\n\(periods.joined(separator: ";"))\n\n"
    for (owner, tasks) in Self.byOwner(sheets.tasks.filter { !$0.isDoubtful }) {
      text += "\(owner)(\(tasks.count) 项)\n" + tasks.map { "  [ ] \(line($0))\n" }.joined() + "\n"
    }
    let doubtful = Self.byOwner(sheets.tasks.filter(\.isDoubtful))
    if !doubtful.isEmpty {
      text += "本期可能没有的,核实后填写或删去那一行\n"
      for (owner, tasks) in doubtful {
        text += tasks.map { "  [ ] \($0.name)(\(owner))\n" }.joined()
      }
      text += "\n"
    }
    if !outlook.plans.isEmpty {
      text += "上期打算,在 data/上期打算.csv 的“进展”一列填:已完成、进行中、未开始\n"
      text += outlook.plans.map { "  [ ] \($0.title)\n" }.joined() + "\n"
    }
    if !outlook.problems.isEmpty {
      text += "上期问题,在 data/上期问题.csv 的“现状”一列填写\n"
      text += outlook.problems.map { "  [ ] \($0.title)\n" }.joined() + "\n"
    }
    text += "发布日期定下后,写进 report.yaml 的“发布”\n"
    if hasNarrative { text += "叙述,在 data/narrative.yaml 里逐条改写\n" }
    return Array(text.utf8)
  }

  /// Tasks by section, those without one last.
  static func byOwner(_ tasks: [FillSheets.Task]) -> [(owner: String, tasks: [FillSheets.Task])] {
    Dictionary(grouping: tasks, by: \.owner)
      .sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
      .map { ($0.key.isEmpty ? "未指明责任科室" : $0.key, $0.value) }
  }

  private func line(_ task: FillSheets.Task) -> String {
    var text = task.name
    switch task.kind {
    case .cumulative?: text += "(累计,\(period.monthsToDate))"
    case .atDate?: text += "(时点,\(period.lastDay))"
    case .schoolYear?: text += "(学年)"
    case .period?, nil: break
    }
    if task.isWords { text += "(文字,核对改写)" }
    if !task.last.isEmpty { text += " 上期 \(task.last)" }
    if !task.lastYear.isEmpty { text += " 上年同期 \(task.lastYear)" }
    return text
  }
}
