import ReportModel
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    (0, "1899-12-30"), (60, "1900-02-28"), (61, "1900-03-01"), (45107, "2023-06-30"),
    (45351, "2024-02-29"), (2_958_465, "9999-12-31"), (-693_593, "0001-01-01"),
    (36_585, "2000-02-29"),
  ])
  func countsDays(days: Int, expected: String) {
    #expect(CalendarDay(daysSince1899: days)?.description == expected)
    #expect(CalendarDay(expected)?.description == expected)
  }

  @Test func everyDayFollowsTheOneBefore() throws {
    var previous = try #require(CalendarDay(daysSince1899: -1))
    for days in 0..<150_000 {
      let day = try #require(CalendarDay(daysSince1899: days))
      #expect(previous < day)
      #expect(day.day == 1 ? day.month != previous.month : day.day == previous.day + 1)
      previous = day
    }
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "2023/06/30", "", "2023-06-3x",
    "0000-01-01",
    "２０23-06-30",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: [2_958_466, -693_594, Int.max, Int.min])
  func refusesDaysOutOfTheCalendar(days: Int) {
    #expect(CalendarDay(daysSince1899: days) == nil)
  }
}
