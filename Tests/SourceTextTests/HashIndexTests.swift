import Testing

@testable import SourceText

@Suite struct HashIndexTests {
  @Test func remembersWhatStandsUnderEachHash() {
    var index = HashIndex(capacity: 2)
    // Hashes that fall into one slot, and more of them than there was room for.
    let hashes = (0..<200).map { UInt64($0) << 32 | UInt64($0 % 7) }
    for (value, hash) in hashes.enumerated() { #expect(index.replace(hash, with: value) == nil) }
    for (value, hash) in hashes.enumerated() { #expect(index.value(of: hash) == value) }
    #expect(index.value(of: 1 << 60) == nil)
  }

  @Test func givesWhatStoodThereBefore() {
    var index = HashIndex()
    #expect(index.insert(1, under: 9) == nil)
    #expect(index.insert(2, under: 9) == 1)
    #expect(index.replace(9, with: 3) == 1)
    #expect(index.value(of: 9) == 3)
  }
}
