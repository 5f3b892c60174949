import ReportModel
import XLSXWriter

/// Which earlier period values are set against.
enum ComparisonBasis: Sendable {
  /// The same period a year ago.
  case lastYear
  /// The period before.
  case lastPeriod

  /// What stands before a change; the sheet's name too.
  var prefix: String {
    switch self {
    case .lastYear: "同比"
    case .lastPeriod: "环比"
    }
  }

  /// What the earlier value is called.
  var name: String {
    switch self {
    case .lastYear: "上年同期"
    case .lastPeriod: "上期"
    }
  }

  /// The period's own name; nil where the report names none.
  func period(before period: Period?) -> Period? {
    switch self {
    case .lastYear: period?.sameOfLastYear
    case .lastPeriod: period?.previous
    }
  }
}

/// A value beside that of an earlier period, with what the change comes to.
struct ComparisonRow {
  /// A growth of as many per cent is said in multiples of the base.
  static let largestRate = 1_000

  /// Which earlier period it is.
  var basis: ComparisonBasis
  /// The table's name, or that of the single figures.
  var group: String
  /// The row's key; 合计 for a total.
  var key: String
  /// The column or the figure.
  var name: String
  /// The unit of both values.
  var unit: MeasureUnit
  /// The cell of this period's value on its own sheet; nil where this period has no such row.
  var nowCell: String?
  /// This period's value.
  var now: ExactDecimal?
  /// The earlier value, in the same unit.
  var base: ExactDecimal?
  /// Where the earlier value came from; nil for a total.
  var baseOrigin: ValueOrigin?
  /// Where this period's value came from.
  var nowOrigin: ValueOrigin?
  /// How many rows above are summed up; nil where the row is no total.
  var totalOf: Int?
  /// Whether both values cover the same stretch of time.
  var isComparable = true
  /// Whether either value is only about right, as 余 and 近 say.
  var isApproximate = false

  /// The change, exact.
  var change: ExactDecimal? {
    guard isComparable, let now, let base else { return nil }
    return now.subtracting(base)
  }

  /// Whether the change is one of percentages, told in points.
  var isInPoints: Bool { unit.base == "%" }

  /// The change in per cent of the earlier value, with one digit after the point.
  ///
  /// Nil for percentages, and where no rate means anything: the base is zero, negative or missing,
  /// or the value has fallen below zero.
  var rate: ExactDecimal? {
    guard !isInPoints, let change, let now, let base, !base.isZero, !base.isNegative,
      !now.isNegative
    else { return nil }
    return change.scaled(byPowerOfTen: 2)?.divided(by: base, digits: 1)
  }

  /// The change in multiples of the earlier value, with one digit after the point.
  var times: ExactDecimal? {
    guard let change, let base, !base.isZero else { return nil }
    return change.magnitude?.divided(by: base, digits: 1)?.normalized
  }

  /// The change in the words of a bulletin.
  var words: String {
    guard isComparable else { return "口径不同,不作比较" }
    guard let change, let base else {
      return now == nil && base == nil ? "" : now == nil ? "本期没有数据" : "\(basis.name)没有数据"
    }
    if change.isZero { return "与\(basis.name)持平" }
    let size = (change.magnitude ?? change).normalized
    let about = isApproximate ? "约" : ""
    if isInPoints {
      return "\(basis.prefix)\(change.isNegative ? "下降" : "提高")\(about)\(size)个百分点"
    }
    guard let rate, let percent = rate.magnitude?.normalized else {
      return "\(basis.name)为\(base.normalized)\(unit.text)"
    }
    if rate.isZero { return "与\(basis.name)基本持平" }
    let verb = basis.prefix + (change.isNegative ? "下降" : "增长") + about
    if percent >= ExactDecimal(Self.largestRate), let times { return "\(verb)\(times)倍" }
    return "\(verb)\(percent)%"
  }
}
