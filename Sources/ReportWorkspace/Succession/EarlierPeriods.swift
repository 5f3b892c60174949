import ReportModel

/// The data of the periods that a new one is compared with.
struct EarlierPeriods {
  /// The data of a period, with its name.
  struct Named {
    let title: String
    let data: DataSet
    /// Whether only some of the period's figures are known.
    var isPartial = false
  }

  /// The period before the new one, of the same length; else the one it is made from.
  let last: Named?
  /// The same period a year ago.
  let yearAgo: Named?
  /// The parts of the new period that have folders already: its halves or quarters.
  let parts: [Named]

  /// Reads what lies beside a report; values missing there are no fault.
  ///
  /// - Throws: An error where data of these periods cannot be read.
  init(of period: Period, beside report: ReportFolder, own: Period) throws(WorkspaceError) {
    let parent = LocalFiles.parent(of: report.path)
    func read(_ wanted: Period?) throws(WorkspaceError) -> Named? {
      guard let wanted else { return nil }
      if wanted == own { return Named(title: own.title, data: report.data) }
      let folder = "\(parent)/\(wanted.folderName)"
      guard ReportFolder.isReport(folder) else { return nil }
      return Named(
        title: wanted.title, data: try ReportFolder(at: folder, allowsMissing: true).data)
    }
    if let same = try read(period.sameOfLastYear) {
      yearAgo = same
    } else {
      yearAgo = try read(period.lastPartOfLastYear).map(Self.atYearEnd)
    }
    var parts: [Named] = []
    for part in period.shorterParts {
      if let part = try read(part) { parts.append(part) }
    }
    self.parts = parts
    let before = try read(period.previous)
    // A half-year is no last value of a year.
    last =
      before ?? yearAgo.flatMap { $0.isPartial ? $0 : nil }
      ?? (own.hasLength(of: period) ? Named(title: own.title, data: report.data) : nil)
  }
}

extension EarlierPeriods {
  /// Of a second half, what holds for its year too: cumulative figures and those at the year's end.
  fileprivate static func atYearEnd(_ half: Named) -> Named {
    let figures = half.data.figures.filter { $0.kind == .cumulative || $0.kind == .atDate }
    return Named(
      title: "\(half.title)(只有累计数和时点数)", data: DataSet(figures: figures), isPartial: true)
  }
}

extension Period {
  /// The second half of the year before a year.
  fileprivate var lastPartOfLastYear: Period? {
    part == .year ? Period(year: year - 1, part: .half(2)) : nil
  }

  /// The halves of a year, the quarters of a year or half, in their order.
  fileprivate var shorterParts: [Period] {
    let parts: [Part] =
      switch part {
      case .year: [.half(1), .half(2), .quarter(1), .quarter(2), .quarter(3), .quarter(4)]
      case .half(let number): [.quarter(number * 2 - 1), .quarter(number * 2)]
      case .quarter: []
      }
    return parts.compactMap { Period(year: year, part: $0) }
  }

  fileprivate func hasLength(of other: Period) -> Bool {
    switch (part, other.part) {
    case (.year, .year), (.half, .half), (.quarter, .quarter): true
    default: false
    }
  }

  /// Whether June, when 高考 and 中考 are held, lies in the period.
  var holdsJune: Bool {
    switch part {
    case .year, .half(1), .quarter(2): true
    case .half, .quarter: false
    }
  }

  /// What a cumulative figure of the period counts: `1月至12月`.
  var monthsToDate: String {
    switch lastDay.dropFirst(5).prefix(2) {
    case "03": "1月至3月"
    case "06": "1月至6月"
    case "09": "1月至9月"
    default: "1月至12月"
    }
  }
}
