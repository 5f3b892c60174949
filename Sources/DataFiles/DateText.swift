import ReportModel

/// How a text reads as a date.
enum DateText: Equatable {
  /// `2023-06-30`.
  case day(CalendarDay)
  /// A day in another form: `2023/6/30`, `2023.6.30`, `2023年6月30日`, `20230630`,
  /// `2023-06-30 14:30`.
  case otherForm(CalendarDay)
  /// Built like a date, but no day of the calendar: `2023-02-30`.
  case noDay
  /// Only some parts of a date: `2023年6月`, `6月30日`.
  case partial
  /// No date at all.
  case none

  init(_ text: String) {
    if let day = CalendarDay(text) {
      self = .day(day)
      return
    }
    if let day = Self.dayWithTime(text) ?? Self.eightDigits(text) {
      self = .otherForm(day)
      return
    }
    guard let parts = Self.parts(of: text) else {
      self = .none
      return
    }
    switch parts.count {
    case 3:
      let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2])
      self = day.map { .otherForm($0) } ?? .noDay
    default:
      self = .partial
    }
  }

  /// The day of `20230630`.
  private static func eightDigits(_ text: String) -> CalendarDay? {
    let digits = Array(text.unicodeScalars)
    guard digits.count == 8, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    func part(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(digits[range]))
    }
    return CalendarDay("\(part(0..<4))-\(part(4..<6))-\(part(6..<8))")
  }

  /// The day of `2023-06-30 14:30` or `2023/6/30 0:00:00`, as spreadsheets write moments.
  private static func dayWithTime(_ text: String) -> CalendarDay? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2 else { return nil }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(time.count),
      time.allSatisfy({ (1...6).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 < 0x3A } })
    else { return nil }
    switch DateText(String(parts[0])) {
    case .day(let day), .otherForm(let day): return day
    default: return nil
    }
  }

  /// The day that a spreadsheet means by a number where its format does not show a date: days since
  /// the end of 1899, for the years 1950 to 2099.
  static func day(ofSerial text: String) -> CalendarDay? {
    guard text.utf8.count == 5, let serial = Int(text), (18_264...73_050).contains(serial) else {
      return nil
    }
    return CalendarDay(daysSince1899: serial)
  }

  /// Year, month and day, or fewer of them; nil where the text is not built like a date.
  private static func parts(of text: String) -> [Int]? {
    var numbers: [Int] = []
    var marks: [Unicode.Scalar] = []
    var current: Int?
    var digits = 0
    for scalar in text.unicodeScalars where scalar != " " {
      if let digit = Self.digit(scalar) {
        digits += 1
        guard digits <= 4 else { return nil }
        current = (current ?? 0) * 10 + digit
      } else {
        guard let number = current else { return nil }
        numbers.append(number)
        marks.append(scalar)
        (current, digits) = (nil, 0)
      }
    }
    if let number = current { numbers.append(number) }
    return isDate(numbers, marks: String(String.UnicodeScalarView(marks))) ? numbers : nil
  }

  private static func isDate(_ numbers: [Int], marks: String) -> Bool {
    let years = 1900...2199
    switch (numbers.count, marks) {
    case (3, "//"), (3, ".."), (3, "--"), (3, "年月日"), (3, "年月"), (3, "年月号"):
      return years.contains(numbers[0]) && numbers[1] <= 99 && numbers[2] <= 99
    case (2, "年月"): return years.contains(numbers[0]) && numbers[1] <= 12
    case (2, "-"), (2, "/"): return years.contains(numbers[0]) && (1...12).contains(numbers[1])
    case (2, "月日"), (2, "月号"): return (1...12).contains(numbers[0])
    case (1, "年"): return years.contains(numbers[0])
    case (1, "月"): return (1...12).contains(numbers[0])
    default: return false
    }
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "０"..."９": Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
