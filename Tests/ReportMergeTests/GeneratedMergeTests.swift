import ReportMerge
import SourceText
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite struct GeneratedMergeTests {
  /// How many cases are tried: 1,000, or as many as `BULLETIN_MERGE_CASES` says.
  static let count =
    getenv("BULLETIN_MERGE_CASES").flatMap { Int(String(cString: $0)) } ?? 1_000

  @Test func mergesAsConstructed() {
    var failures = 0
    for seed in (getenv("MERGE_DEBUG") != nil ? 661..<662 : 0..<Self.count) {
      let generated = GeneratedMerge(seed: UInt64(seed))
      let result = merge(generated.base.text, generated.mine.text, generated.theirs.text)
      let fault = fault(in: result, generated)
      if let fault, failures < 5 {
        failures += 1
        Issue.record("seed \(seed): \(fault)")
      }
    }
  }

  private func fault(in result: ThreeWayMerge.Result, _ generated: GeneratedMerge) -> String? {
    if result.text != generated.expected.text {
      return """
        the merged text is not the one constructed
        BASE \(generated.base.text)
        MINE \(generated.mine.text)
        THEIRS \(generated.theirs.text)
        EXPECTED \(generated.expected.text)
        RESULT \(result.text)
        """
    }
    let conflicts = result.conflicts.flatMap(\.numbers).map {
      "\($0.mine?.text ?? "")|\($0.theirs?.text ?? "")"
    }
    let wanted = generated.conflicts.map { "\($0.mine)|\($0.theirs)" }
    if getenv("MERGE_DEBUG") != nil { for e in result.events { print(e.kind, e.message.text(in: .zh)) }; print(generated.base.text, generated.mine.text, generated.theirs.text) }
    if conflicts.sorted() != wanted.sorted() { return "conflicts \(conflicts), not \(wanted)" }
    func numbers(_ kind: MergeEvent.Kind) -> [MergeEvent.Number] {
      result.events.filter { $0.kind == kind }.flatMap(\.numbers)
    }
    let edits = numbers(.numberEditedByHand).compactMap(\.mine?.text)
    if edits.sorted() != generated.handEdits.sorted() {
      return "hand edits \(edits), not \(generated.handEdits)"
    }
    let updates = numbers(.numberUpdated).compactMap(\.theirs?.text)
    if updates.sorted() != generated.updates.sorted() {
      return "updates \(updates), not \(generated.updates)"
    }
    let lost = Set(numbers(.changedWhereDropped).compactMap(\.theirs?.text))
    if !lost.isSuperset(of: generated.lostUpdates) {
      return "dropped \(generated.lostUpdates), reported \(lost)"
    }
    return nil
  }

  @Test func obeysTheLaws() {
    for seed in 0..<max(200, Self.count / 4) {
      let generated = GeneratedMerge(seed: UInt64(seed + 500_000))
      let (base, mine, theirs) = (
        generated.base.text, generated.mine.text, generated.theirs.text
      )
      #expect(merge(base, base, theirs).text == theirs, "seed \(seed)")
      #expect(merge(base, mine, base).text == mine, "seed \(seed)")
      #expect(merge(base, mine, mine).text == mine, "seed \(seed)")
      #expect(merge(base, base, theirs).conflicts.isEmpty)
      #expect(merge(base, mine, base).conflicts.isEmpty)
      #expect(merge(base, mine, mine).conflicts.isEmpty)
    }
  }
}

/// Merges three texts.
func merge(_ base: String, _ mine: String, _ theirs: String) -> ThreeWayMerge.Result {
  ThreeWayMerge.merge(
    base: SourceFile(name: "base", text: base), mine: SourceFile(name: "mine", text: mine),
    theirs: SourceFile(name: "theirs", text: theirs))
}
