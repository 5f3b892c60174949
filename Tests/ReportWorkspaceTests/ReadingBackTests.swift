import ReportModel
import ReportWorkspace
import SectionTemplates
import TestSupport
import Testing

@Suite struct ReadingBackTests {
  @Test(arguments: SampleFolder.reports)
  func draftedSamplesGiveAllTheirFigures(report: String) throws {
    let folder = try ReportFolder(at: SampleFolder.path(report))
    let draft = folder.draft()
    let result = folder.reader().read(draft.text.bytes)
    #expect(result.fit == .whole)
    // Every quantity that was printed from one cell is read again at its place.
    var read: [Range<Int>: ReadValue] = [:]
    for value in result.values { read[value.range] = value }
    var count = 0
    for segment in draft.text.segments {
      guard case .value(let origins, let quantity?) = segment.origin, origins.count == 1 else {
        continue
      }
      count += 1
      let value = try #require(read[segment.range], "\(origins[0].path)")
      #expect(value.isCertain, "\(origins[0].path)")
      guard case .quantity(let found) = value.content else {
        Issue.record("\(origins[0].path) is read as another kind")
        continue
      }
      #expect(found.baseValue == quantity.baseValue)
      #expect(found.qualifiers == quantity.qualifiers)
    }
    #expect(count > 30)
    #expect(!result.values.contains { !$0.isCertain })
  }

  @Test func numbersRetypedByHandAreReadAsRetyped() throws {
    let folder = try ReportFolder(at: SampleFolder.path("demo-education/2023H1"))
    let text = folder.draft().text.text
    let edited = text.replacing("学生资助按学期足额发放。", with: "学生资助全部发放到位。")
      .replacing("600分以上考生达18人", with: "600分以上考生达19人")
      .replacing("惠及学生450人", with: "惠及学生456人")
    let result = folder.reader().read(edited)
    #expect(result.fit == .partial)
    #expect(
      result.value(at: "高考.高分人数")
        == .quantity(
          Quantity(
            ExactDecimal(19), unit: MeasureUnit("人"), qualifiers: [Qualifier("达")].compactMap { $0 }
          )))
    #expect(
      result.value(at: "资助[4].人数") == .quantity(Quantity(ExactDecimal(456), unit: MeasureUnit("人")))
    )
    // What stands in other sentences is read all the same.
    let before = folder.reader().read(text)
    #expect(result.values.count == before.values.count)
  }
}
