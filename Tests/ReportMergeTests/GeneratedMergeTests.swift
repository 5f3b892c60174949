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
    for seed in 0..<Self.count {
      let generated = GeneratedMerge(seed: UInt64(seed))
      let result = merge(generated.base.text, generated.mine.text, generated.theirs.text)
      let fault = generated.fault(in: result)
      if let fault, failures < 5 {
        failures += 1
        Issue.record("seed \(seed): \(fault)")
      }
    }
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

  @Test func keepsTheLawsUnderSenselessEdits() {
    for seed in 0..<max(300, Self.count / 4) {
      if let fault = ChaoticEdits(seed: UInt64(seed)).fault() {
        Issue.record("seed \(seed): \(fault)")
      }
    }
  }
}
