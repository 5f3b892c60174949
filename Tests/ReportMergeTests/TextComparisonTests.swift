import ReportMerge
import ReportModel
import SourceText
import Testing

@Suite struct TextComparisonTests {
  private static func compare(_ old: String, _ new: String) -> TextComparison {
    TextComparison(
      from: SourceFile(name: "old", text: old), to: SourceFile(name: "new", text: new))
  }

  @Test func aTextIsLikeItself() {
    for seed in 0..<100 {
      let text = GeneratedMerge(seed: UInt64(seed)).base.text
      #expect(Self.compare(text, text).isEmpty)
    }
  }

  /// Backwards, what was added is dropped and every difference has the other sign.
  @Test func comparingBackwardsGivesTheReverse() {
    for seed in 0..<200 {
      let generated = GeneratedMerge(seed: UInt64(seed))
      let there = Self.compare(generated.base.text, generated.theirs.text)
      let back = Self.compare(generated.theirs.text, generated.base.text)
      func texts(_ figures: [TextComparison.Figure]) -> [String] {
        figures.map { "\($0.old?.text ?? "–")|\($0.new?.text ?? "–")" }.sorted()
      }
      let reversed = back.figures.map { "\($0.new?.text ?? "–")|\($0.old?.text ?? "–")" }
      #expect(texts(there.figures) == reversed.sorted(), "seed \(seed)")
      #expect(
        there.sentences.count { $0.change == .added }
          == back.sentences.count { $0.change == .dropped },
        "seed \(seed)")
    }
  }

  @Test func numbersChangedInPlaceAreFoundEachWithItsOwn() {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let base = GeneratedBulletin.random(&random)
      var changed = base
      var expected: [String] = []
      var fresh = 20_000
      for place in base.places {
        let sentence = base.sentence(at: place)
        for (index, piece) in sentence.pieces.enumerated() {
          guard case .number(let value, let unit) = piece, random.chance(30) else { continue }
          fresh += 7
          changed.change(sentence.id) { $0.pieces[index] = .number(fresh, unit) }
          expected.append("\(value)\(unit)|\(fresh)\(unit)|\(fresh - value)")
        }
      }
      let comparison = Self.compare(base.text, changed.text)
      #expect(comparison.headings.isEmpty)
      #expect(comparison.sentences.isEmpty)
      let found = comparison.figures.filter { !$0.isSame }.map {
        "\($0.old?.text ?? "–")|\($0.new?.text ?? "–")|\($0.difference?.description ?? "–")"
      }
      #expect(found == expected, "seed \(seed)")
    }
  }
}
