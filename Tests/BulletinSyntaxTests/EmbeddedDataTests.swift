import TestSupport
import Testing

@testable import BulletinSyntax

struct EmbeddedDataTests {
  @Test func embeddedDataIsFresh() {
    let folder = TestFile.repository + "/Sources/BulletinSyntax/Data"
    let names = TestFile.names(in: folder).filter { !$0.hasPrefix(".") }
    #expect(embeddedData.map(\.path) == names, "stale: run Scripts/embed")
    for (path, text) in embeddedData {
      #expect(TestFile.read("\(folder)/\(path)") == text, "\(path) is stale: run Scripts/embed")
    }
  }

  @Test func everyUnitRowHasAKnownKind() {
    let text = embeddedData.first { $0.path == "units.tsv" }?.content ?? ""
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(rows.count > 10)
    for row in rows {
      let cells = row.split(separator: "\t")
      #expect(cells.count == 2 && UnitKind(name: cells[0]) != nil, "\(row)")
    }
  }

  @Test func everyUnitStandsOnce() {
    let text = embeddedData.first { $0.path == "units.tsv" }?.content ?? ""
    var seen: Set<Substring> = []
    for row in text.split(separator: "\n") where !row.hasPrefix("#") {
      for word in row.split(separator: "\t").last?.split(separator: " ") ?? [] {
        #expect(seen.insert(word).inserted, "\(word) stands twice")
      }
    }
  }
}
