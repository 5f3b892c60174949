/// A date as spreadsheets count it: days since the end of 1899, in the calendar they share.
public struct SerialDate: Hashable, Sendable {
  /// The number of days, with the time of day as its fraction.
  public let serial: Double

  /// Makes a date of the Gregorian calendar from 1900-03-01 to 9999-12-31; nil for any other.
  ///
  /// Spreadsheets disagree about the first two months of 1900, so these are left out.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1900...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.days(in: month, of: year),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    // Years that begin in March put the leap day at their end.
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let days =
      shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (shiftedMonth * 153 + 2) / 5 + day
    let serialDays = days - 693_900
    guard serialDays >= 61 else { return nil }
    let seconds = hour * 3_600 + minute * 60 + second
    serial = Double(serialDays) + Double(seconds) / 86_400
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
