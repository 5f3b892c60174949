/// Runs of symbols that occur once on either side and in the same order.
enum UniqueAnchors {
  private struct Places {
    var left = -1
    var right = -1
    var isRepeated = false
  }

  /// The anchors of two ranges, in order; linear but for the ordering of what was found.
  static func find(
    _ left: UnsafeBufferPointer<Int32>, _ leftRange: Range<Int>,
    _ right: UnsafeBufferPointer<Int32>, _ rightRange: Range<Int>, length: Int
  ) -> [CommonRun] {
    guard leftRange.count >= length, rightRange.count >= length else { return [] }
    var places: [UInt64: Places] = [:]
    places.reserveCapacity(leftRange.count)
    for start in leftRange.lowerBound...leftRange.upperBound - length {
      let hash = hash(left, start, length)
      if places[hash, default: Places()].left >= 0 {
        places[hash]?.isRepeated = true
      } else {
        places[hash, default: Places()].left = start
      }
    }
    for start in rightRange.lowerBound...rightRange.upperBound - length {
      let hash = hash(right, start, length)
      guard let known = places[hash] else { continue }
      if known.right >= 0 {
        places[hash]?.isRepeated = true
      } else {
        places[hash]?.right = start
      }
    }
    var pairs: [(left: Int, right: Int)] = []
    for (_, place) in places where !place.isRepeated && place.right >= 0 {
      if (0..<length).allSatisfy({ left[place.left + $0] == right[place.right + $0] }) {
        pairs.append((place.left, place.right))
      }
    }
    pairs.sort { $0.left < $1.left }
    return IncreasingChain.longest(pairs.map(\.right), weights: nil).map {
      CommonRun(left: pairs[$0].left, right: pairs[$0].right, length: 1)
    }
  }

  @inline(__always)
  private static func hash(
    _ symbols: UnsafeBufferPointer<Int32>, _ start: Int, _ length: Int
  ) -> UInt64 {
    var hash: UInt64 = 0
    for index in start..<start + length {
      hash = hash.mixed(with: UInt64(UInt32(bitPattern: symbols[index])))
    }
    return hash
  }
}

/// The heaviest increasing subsequence.
enum IncreasingChain {
  /// The indices of a heaviest strictly increasing subsequence of distinct `values`, in order.
  ///
  /// Without weights it is a longest one. n log n.
  static func longest(_ values: [Int], weights: [Int]?) -> [Int] {
    guard !values.isEmpty else { return [] }
    let ranks = values.indices.sorted { values[$0] < values[$1] }
    var rankOf = [Int](repeating: 0, count: values.count)
    for (rank, index) in ranks.enumerated() { rankOf[index] = rank + 1 }
    // A Fenwick tree over ranks holds the best chain that ends at a rank or below.
    var best = [(weight: Int, index: Int)](repeating: (0, -1), count: values.count + 1)
    var before = [Int](repeating: -1, count: values.count)
    var top = (weight: 0, index: -1)
    for index in values.indices {
      var chain = (weight: 0, index: -1)
      var node = rankOf[index] - 1
      while node > 0 {
        if best[node].weight > chain.weight { chain = best[node] }
        node -= node & -node
      }
      before[index] = chain.index
      let total = chain.weight + (weights?[index] ?? 1)
      if total > top.weight { top = (total, index) }
      node = rankOf[index]
      while node <= values.count {
        if total > best[node].weight { best[node] = (total, index) }
        node += node & -node
      }
    }
    var chain: [Int] = []
    var index = top.index
    while index >= 0 {
      chain.append(index)
      index = before[index]
    }
    return chain.reversed()
  }
}
