/// Pairs runs of symbols that are alike, by the runs of three symbols they share.
enum Similarity {
  /// Two runs are alike from this share of common threes on, in per cent of the mean.
  private static let threshold = 50
  /// Threes that occur more often say nothing.
  private static let commonest = 12

  /// The pairs that are one another's best, by index; near linear, since common threes are left out.
  static func bestPairs(_ lefts: [ArraySlice<Int32>], _ rights: [ArraySlice<Int32>]) -> [(Int, Int)]
  {
    var postings: [UInt64: [Int32]] = [:]
    var rightCounts = [Int](repeating: 0, count: rights.count)
    for (index, right) in rights.enumerated() {
      let threes = threes(of: right)
      rightCounts[index] = threes.count
      for three in threes {
        let entry = Int32(truncatingIfNeeded: index)
        if postings[three, default: []].count <= commonest {
          postings[three, default: []].append(entry)
        }
      }
    }
    var bestOfLeft = [(score: Int, right: Int)](repeating: (0, -1), count: lefts.count)
    var bestOfRight = [(score: Int, left: Int)](repeating: (0, -1), count: rights.count)
    var shared = [Int](repeating: 0, count: rights.count)
    for (index, left) in lefts.enumerated() {
      let threes = threes(of: left)
      var touched: [Int] = []
      for three in threes {
        guard let entries = postings[three], entries.count <= commonest else { continue }
        for entry in entries {
          if shared[Int(entry)] == 0 { touched.append(Int(entry)) }
          shared[Int(entry)] += 1
        }
      }
      for right in touched {
        let score = shared[right] * 200 / max(1, threes.count + rightCounts[right])
        shared[right] = 0
        if score > bestOfLeft[index].score { bestOfLeft[index] = (score, right) }
        if score > bestOfRight[right].score { bestOfRight[right] = (score, index) }
      }
    }
    return lefts.indices.compactMap { index in
      let best = bestOfLeft[index]
      guard best.score >= threshold, bestOfRight[best.right].left == index else { return nil }
      return (index, best.right)
    }
  }

  /// The distinct threes of a run.
  private static func threes(of run: ArraySlice<Int32>) -> Set<UInt64> {
    var threes: Set<UInt64> = []
    guard run.count >= 3 else { return threes }
    for index in run.startIndex...run.endIndex - 3 {
      var hash: UInt64 = 0
      for offset in 0..<3 {
        hash = hash.mixed(with: UInt64(UInt32(bitPattern: run[index + offset])))
      }
      threes.insert(hash)
    }
    return threes
  }
}
