/// Pairs runs of symbols that are alike, by the short runs they share.
enum Similarity {
  /// Two runs are alike from this share of common short runs on, in per cent of the mean.
  private static let threshold = 50
  /// Short runs that occur more often say nothing.
  private static let commonest = 12

  /// The pairs that are one another's best, by index; near linear, since common short runs are left
  /// out.
  static func bestPairs(
    _ lefts: [ArraySlice<Int32>], _ rights: [ArraySlice<Int32>], runLength: Int = 3
  ) -> [(Int, Int)] {
    let index = RunIndex(rights, runLength)
    var bestOfLeft = [(score: Int, right: Int)](repeating: (0, -1), count: lefts.count)
    var bestOfRight = [(score: Int, left: Int)](repeating: (0, -1), count: rights.count)
    var shared = [Int](repeating: 0, count: rights.count)
    for (left, run) in lefts.enumerated() {
      let runs = RunIndex.shortRuns(of: run, runLength)
      var touched: [Int] = []
      for run in runs {
        for right in index.holders(of: run) {
          if shared[right] == 0 { touched.append(right) }
          shared[right] += 1
        }
      }
      for right in touched.sorted() {
        let score = shared[right] * 200 / max(1, runs.count + index.counts[right])
        shared[right] = 0
        if score > bestOfLeft[left].score { bestOfLeft[left] = (score, right) }
        if score > bestOfRight[right].score { bestOfRight[right] = (score, left) }
      }
    }
    return lefts.indices.compactMap { left in
      let best = bestOfLeft[left]
      guard best.score >= threshold, bestOfRight[best.right].left == left else { return nil }
      return (left, best.right)
    }
  }

  /// Which runs hold a short run.
  private struct RunIndex {
    private var postings: [UInt64: [Int]] = [:]
    /// How many distinct short runs each run has.
    private(set) var counts: [Int] = []

    init(_ runs: [ArraySlice<Int32>], _ length: Int) {
      for (index, run) in runs.enumerated() {
        let short = Self.shortRuns(of: run, length)
        counts.append(short.count)
        for run in short where postings[run, default: []].count <= commonest {
          postings[run, default: []].append(index)
        }
      }
    }

    /// The runs that hold a short run, by index; none where it is common.
    func holders(of run: UInt64) -> [Int] {
      guard let holders = postings[run], holders.count <= commonest else { return [] }
      return holders
    }

    /// The distinct short runs of a run, hashed.
    static func shortRuns(of run: ArraySlice<Int32>, _ length: Int) -> Set<UInt64> {
      var runs: Set<UInt64> = []
      guard run.count >= length else { return runs }
      for index in run.startIndex...run.endIndex - length {
        var hash: UInt64 = 0
        for offset in 0..<length {
          hash = hash.mixed(with: UInt64(UInt32(bitPattern: run[index + offset])))
        }
        runs.insert(hash)
      }
      return runs
    }
  }
}
