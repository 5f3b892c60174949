/// Pairs the equal elements of two sequences, in order: first what is the same at both ends, then
/// what occurs once in each, then what lies between.
struct SequenceAligner {
  private let first: [UInt64]
  private let second: [UInt64]
  /// For each element of the first sequence its partner in the second.
  private(set) var partners: [Int?]

  /// How often what lies between anchors is looked at again.
  private static let deepest = 24

  /// Pairs two sequences; work grows with their length times the logarithm of it.
  init(_ first: [UInt64], _ second: [UInt64]) {
    self.first = first
    self.second = second
    partners = Array(repeating: nil, count: first.count)
    align(0..<first.count, 0..<second.count, depth: 0)
  }

  private mutating func align(_ one: Range<Int>, _ two: Range<Int>, depth: Int) {
    var (one, two) = (one, two)
    while let left = one.first, let right = two.first, first[left] == second[right] {
      partners[left] = right
      one.removeFirst()
      two.removeFirst()
    }
    while let left = one.last, let right = two.last, first[left] == second[right] {
      partners[left] = right
      one.removeLast()
      two.removeLast()
    }
    guard !one.isEmpty, !two.isEmpty, depth < Self.deepest else { return }
    var from = (one.lowerBound, two.lowerBound)
    let anchors = anchors(one, two)
    guard !anchors.isEmpty else { return }
    for (left, right) in anchors {
      partners[left] = right
      align(from.0..<left, from.1..<right, depth: depth + 1)
      from = (left + 1, right + 1)
    }
    align(from.0..<one.upperBound, from.1..<two.upperBound, depth: depth + 1)
  }

  /// Elements that occur once on either side, as many as keep their order.
  private func anchors(_ one: Range<Int>, _ two: Range<Int>) -> [(Int, Int)] {
    var left: [UInt64: Int] = [:]
    for index in one { left[first[index]] = left[first[index]] == nil ? index : -1 }
    var right: [UInt64: Int] = [:]
    for index in two { right[second[index]] = right[second[index]] == nil ? index : -1 }
    let pairs = one.compactMap { index -> (Int, Int)? in
      guard left[first[index]] == index, let partner = right[first[index]], partner >= 0 else {
        return nil
      }
      return (index, partner)
    }
    return Self.longestRise(pairs)
  }

  /// The most pairs whose second members rise, by patience sorting.
  private static func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tops: [Int] = []
    var before: [Int?] = Array(repeating: nil, count: pairs.count)
    for index in pairs.indices {
      let pile = tops.partitioningIndex { pairs[$0].1 >= pairs[index].1 }
      before[index] = pile > 0 ? tops[pile - 1] : nil
      if pile < tops.count { tops[pile] = index } else { tops.append(index) }
    }
    var rise: [(Int, Int)] = []
    var next = tops.last
    while let index = next {
      rise.append(pairs[index])
      next = before[index]
    }
    return rise.reversed()
  }
}
