import ReportModel
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2023年上半年", "2023H1"), ("2023年下半年", "2023H2"), ("2023年度", "2023"), ("2023年", "2023"),
    ("2024年第一季度", "2024Q1"), ("2023H1", "2023H1"), ("2023Q4", "2023Q4"),
  ])
  func readsTitlesAndFolderNames(text: String, folder: String) {
    #expect(Period(text)?.folderName == folder)
  }

  @Test(arguments: ["", "上半年", "23年上半年", "2023年三半年", "２０２３年", "2023H3", "1023年", "2023年1月"])
  func refusesOthers(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func findsItsNeighbours() throws {
    let period = try #require(Period("2023H1"))
    #expect(period.sameOfLastYear?.folderName == "2022H1")
    #expect(period.previous?.folderName == "2022H2")
    #expect(Period("2024Q1")?.previous?.folderName == "2023Q4")
    #expect(try #require(Period("2022H2")) < period)
  }
}
