/// The stretch of time a report covers: a year, a half or a quarter of it.
public struct Period: Sendable, Hashable, Comparable {
  /// The part of the year.
  public enum Part: Sendable, Hashable {
    /// The whole year.
    case year
    /// A half, 1 or 2.
    case half(Int)
    /// A quarter, 1 to 4.
    case quarter(Int)
  }

  /// The calendar year.
  public let year: Int
  /// The part of it.
  public let part: Part

  /// A period; nil for a year out of 1900...9999 or a part that does not exist.
  public init?(year: Int, part: Part) {
    guard (1900...9999).contains(year) else { return nil }
    switch part {
    case .year: break
    case .half(let number): guard (1...2).contains(number) else { return nil }
    case .quarter(let number): guard (1...4).contains(number) else { return nil }
    }
    self.year = year
    self.part = part
  }

  /// Reads `2023年上半年`, `2023年`, `2023年度`, `2023年一季度`, `2023年第一季度`, and the folder
  /// names `2023H1`, `2023`, `2023Q1`.
  public init?(_ text: some StringProtocol) {
    let text = text.trimmedBlanks
    guard let year = Int(text.prefix(4)),
      text.utf8.prefix(4).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    let part: Part
    switch String(text.dropFirst(4)) {
    case "", "年", "年度", "年全年": part = .year
    case "年上半年", "H1", "h1": part = .half(1)
    case "年下半年", "H2", "h2": part = .half(2)
    case "年一季度", "年第一季度", "Q1", "q1": part = .quarter(1)
    case "年二季度", "年第二季度", "Q2", "q2": part = .quarter(2)
    case "年三季度", "年第三季度", "Q3", "q3": part = .quarter(3)
    case "年四季度", "年第四季度", "Q4", "q4": part = .quarter(4)
    default: return nil
    }
    self.init(year: year, part: part)
  }

  /// The period in Chinese, as titles write it: `2023年上半年`.
  public var title: String {
    switch part {
    case .year: "\(year)年度"
    case .half(let number): "\(year)年" + (number == 1 ? "上半年" : "下半年")
    case .quarter(let number):
      "\(year)年" + (["一", "二", "三", "四"].dropFirst(number - 1).first ?? "") + "季度"
    }
  }

  /// The name of the period's folder: `2023H1`, `2023`, `2023Q1`.
  public var folderName: String {
    switch part {
    case .year: "\(year)"
    case .half(let number): "\(year)H\(number)"
    case .quarter(let number): "\(year)Q\(number)"
    }
  }

  /// The same part of the year before.
  public var sameOfLastYear: Period? {
    Period(year: year - 1, part: part)
  }

  /// The period of the same length that ends where this one begins.
  public var previous: Period? {
    switch part {
    case .year: Period(year: year - 1, part: .year)
    case .half(let number):
      number == 2 ? Period(year: year, part: .half(1)) : Period(year: year - 1, part: .half(2))
    case .quarter(let number):
      number > 1
        ? Period(year: year, part: .quarter(number - 1))
        : Period(year: year - 1, part: .quarter(4))
    }
  }

  /// The period of the same length that begins where this one ends.
  public var next: Period? {
    switch part {
    case .year: Period(year: year + 1, part: .year)
    case .half(let number):
      number == 1 ? Period(year: year, part: .half(2)) : Period(year: year + 1, part: .half(1))
    case .quarter(let number):
      number < 4
        ? Period(year: year, part: .quarter(number + 1))
        : Period(year: year + 1, part: .quarter(1))
    }
  }

  /// The last day, as `2023-06-30`.
  public var lastDay: String {
    switch lastMonth {
    case 3: "\(year)-03-31"
    case 6: "\(year)-06-30"
    case 9: "\(year)-09-30"
    default: "\(year)-12-31"
    }
  }

  /// Orders by the end of the period, a longer period after a shorter one with the same end.
  public static func < (left: Period, right: Period) -> Bool {
    (left.year, left.lastMonth, left.months) < (right.year, right.lastMonth, right.months)
  }

  private var months: Int {
    switch part {
    case .year: 12
    case .half: 6
    case .quarter: 3
    }
  }

  private var lastMonth: Int {
    switch part {
    case .year: 12
    case .half(let number): number * 6
    case .quarter(let number): number * 3
    }
  }
}
