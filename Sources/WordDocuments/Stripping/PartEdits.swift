/// What is cut from a part's bytes.
struct PartEdits {
  private var cuts: [Range<Int>] = []

  /// Cuts a range; ranges may lie in each other.
  mutating func cut(_ range: Range<Int>) {
    if !range.isEmpty { cuts.append(range) }
  }

  /// The bytes without what is cut.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard !cuts.isEmpty else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var kept = 0
    for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = min(max(cut.lowerBound, kept), bytes.count)
      output.append(contentsOf: bytes[kept..<start])
      kept = max(kept, min(cut.upperBound, bytes.count))
    }
    output.append(contentsOf: bytes[kept...])
    return output
  }
}
