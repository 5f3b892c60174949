import ReportModel

/// Reads the numbers of a workbook, which are binary fractions written in decimal.
enum XLSXNumber {
  /// How many significant digits a spreadsheet shows and keeps.
  private static let digits = 15

  /// The number people see: the shortest decimal of the binary fraction, to fifteen digits.
  ///
  /// `0.30000000000000004` is 0.3. A whole number is taken as it is written.
  static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> ExactDecimal? {
    if let plain = ExactDecimal(utf8: bytes), plain.scale == 0 || bytes.count <= digits {
      return plain
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return decimal(value)
  }

  /// A binary fraction to fifteen significant digits.
  static func decimal(_ value: Double) -> ExactDecimal? {
    // The description is the shortest one that gives the same number: 0.1, 1e-05, 1.5e+16.
    let text = value.description
    let parts = text.split(separator: "e")
    guard let first = parts.first, let mantissa = ExactDecimal(first) else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    guard let number = mantissa.normalized.scaled(byPowerOfTen: exponent) else { return nil }
    let significant = number.significantDigits
    guard significant > digits else { return number.normalized }
    let surplus = significant - digits
    guard surplus <= number.scale else { return number.normalized }
    return number.rounded(to: number.scale - surplus)?.normalized
  }

  /// A number of days as the day and time of a sheet, as its format shows them.
  static func moment(
    _ bytes: UnsafeBufferPointer<UInt8>, format: XLSXNumberFormat, from1904: Bool
  ) -> GridCell.Content? {
    guard let serial = Double(String(decoding: bytes, as: UTF8.self)), serial.isFinite,
      abs(serial) < 3_000_000
    else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let whole = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let time = clock(seconds - whole * 86_400)
    if format == .time { return .text(time) }
    // The spreadsheets' calendar has a 29 February 1900; serials before it count from a day later.
    let days = from1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole
    guard let day = CalendarDay(daysSince1899: days) else { return nil }
    return seconds == whole * 86_400 ? .day(day) : .text("\(day) \(time)")
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? time : "\(time):\(two(seconds % 60))"
  }
}
