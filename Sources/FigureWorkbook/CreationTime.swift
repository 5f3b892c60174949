import ReportModel

/// When a workbook counts as made: fixed by the report, so that the same input gives the same bytes.
enum CreationTime {
  /// Seconds since 1970-01-01 UTC: the publication, else the end of the period, else 2000-01-01.
  static func of(_ snapshot: ReportSnapshot) -> Int64 {
    if let time = seconds(written: snapshot.publicationTime) { return time }
    if let time = seconds(written: snapshot.asOf) { return time }
    guard let period = snapshot.period else { return 946_684_800 }
    let month =
      switch period.part {
      case .year: 12
      case .half(let number): number * 6
      case .quarter(let number): number * 3
      }
    return seconds(year: period.year, month: month, day: 28) ?? 946_684_800
  }

  /// The time of a date as written, `2023-07-25 17:44` or `2023年7月25日`; nil for anything else.
  private static func seconds(written text: String) -> Int64? {
    let numbers = text.split { !("0"..."9").contains($0) }.prefix(5).map { Int($0) ?? -1 }
    guard numbers.count >= 3,
      let days = seconds(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    guard numbers.count == 5, (0...23).contains(numbers[3]), (0...59).contains(numbers[4]) else {
      return days
    }
    return days + Int64(numbers[3] * 3_600 + numbers[4] * 60)
  }

  /// Years that begin in March put the leap day at their end.
  private static func seconds(year: Int, month: Int, day: Int) -> Int64? {
    guard (1971...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let shiftedYear = month > 2 ? year : year - 1
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let days =
      shiftedYear * 365 + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (shiftedMonth * 153 + 2) / 5 + day - 719_469
    return Int64(days) * 86_400
  }
}
