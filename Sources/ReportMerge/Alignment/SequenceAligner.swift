/// A stretch that two sequences have in common.
struct CommonRun: Equatable {
  var left: Int
  var right: Int
  var length: Int
}

/// Finds what two sequences of symbols have in common, in order.
///
/// Anchors that occur once on either side come first (the patience method); between them runs the
/// divide-and-conquer search of Myers ("An O(ND) Difference Algorithm", 1986), cut short where
/// the sides differ too much, so that the whole stays near linear.
struct SequenceAligner {
  /// How many edits a search looks for before it settles for the best split so far.
  private static let searchLimit = 128

  private enum Task {
    case align(Range<Int>, Range<Int>, anchorsWithin: Int)
    case emit(CommonRun)
  }

  private let left: UnsafeBufferPointer<Int32>
  private let right: UnsafeBufferPointer<Int32>
  /// How many symbols in a row an anchor has.
  private let anchorLength: Int
  private var forward: [Int] = []
  private var backward: [Int] = []
  private var tasks: [Task] = []
  private var found: [CommonRun] = []

  /// An aligner of two sequences.
  init(
    _ left: UnsafeBufferPointer<Int32>, _ right: UnsafeBufferPointer<Int32>, anchorLength: Int
  ) {
    self.left = left
    self.right = right
    self.anchorLength = anchorLength
  }

  /// The common stretches of `leftRange` and `rightRange`, in order and apart.
  mutating func runs(_ leftRange: Range<Int>, _ rightRange: Range<Int>) -> [CommonRun] {
    found.removeAll(keepingCapacity: true)
    tasks = [.align(leftRange, rightRange, anchorsWithin: .max)]
    while let task = tasks.popLast() {
      switch task {
      case .emit(let run): emit(run)
      case .align(let left, let right, let limit): align(left, right, anchorsWithin: limit)
      }
    }
    return found
  }

  private mutating func emit(_ run: CommonRun) {
    guard run.length > 0 else { return }
    if let last = found.last, last.left + last.length == run.left,
      last.right + last.length == run.right
    {
      found[found.count - 1].length += run.length
    } else {
      found.append(run)
    }
  }

  private mutating func align(_ one: Range<Int>, _ two: Range<Int>, anchorsWithin limit: Int) {
    var prefix = 0
    let shorter = min(one.count, two.count)
    while prefix < shorter, left[one.lowerBound + prefix] == right[two.lowerBound + prefix] {
      prefix += 1
    }
    var suffix = 0
    while suffix < shorter - prefix,
      left[one.upperBound - 1 - suffix] == right[two.upperBound - 1 - suffix]
    {
      suffix += 1
    }
    emit(CommonRun(left: one.lowerBound, right: two.lowerBound, length: prefix))
    tasks.append(
      .emit(
        CommonRun(left: one.upperBound - suffix, right: two.upperBound - suffix, length: suffix)))
    let one = one.lowerBound + prefix..<one.upperBound - suffix
    let two = two.lowerBound + prefix..<two.upperBound - suffix
    guard !one.isEmpty, !two.isEmpty else { return }
    let size = one.count + two.count
    if size > 16, size <= limit {
      let anchors = UniqueAnchors.find(left, one, right, two, length: anchorLength)
      if !anchors.isEmpty {
        split(one, two, at: anchors, anchorsWithin: size / 2)
        return
      }
    }
    bisect(one, two)
  }

  private mutating func split(
    _ one: Range<Int>, _ two: Range<Int>, at anchors: [CommonRun], anchorsWithin limit: Int
  ) {
    var oneEnd = one.upperBound
    var twoEnd = two.upperBound
    for anchor in anchors.reversed() {
      tasks.append(
        .align(anchor.left + 1..<oneEnd, anchor.right + 1..<twoEnd, anchorsWithin: limit))
      tasks.append(.emit(CommonRun(left: anchor.left, right: anchor.right, length: 1)))
      oneEnd = anchor.left
      twoEnd = anchor.right
    }
    tasks.append(.align(one.lowerBound..<oneEnd, two.lowerBound..<twoEnd, anchorsWithin: limit))
  }

  /// Splits the two ranges at a point on a shortest edit path and aligns both halves.
  private mutating func bisect(_ one: Range<Int>, _ two: Range<Int>) {
    guard let (x, y) = middle(one, two), x + y > 0, x + y < one.count + two.count else { return }
    let (leftSplit, rightSplit) = (one.lowerBound + x, two.lowerBound + y)
    tasks.append(
      .align(leftSplit..<one.upperBound, rightSplit..<two.upperBound, anchorsWithin: 0))
    tasks.append(
      .align(one.lowerBound..<leftSplit, two.lowerBound..<rightSplit, anchorsWithin: 0))
  }

  /// A point on a shortest edit path, relative to the ranges; nil where they share nothing.
  private mutating func middle(_ one: Range<Int>, _ two: Range<Int>) -> (Int, Int)? {
    let (n, m) = (one.count, two.count)
    let limit = min((n + m + 1) / 2, Self.searchLimit)
    let center = limit + 1
    forward = [Int](repeating: -1, count: 2 * center + 1)
    backward = forward
    forward[center + 1] = 0
    backward[center + 1] = 0
    let delta = n - m
    let isOdd = delta % 2 != 0
    var skipped = (forward: (low: 0, high: 0), backward: (low: 0, high: 0))
    for depth in 0..<limit {
      for k in stride(
        from: -depth + skipped.forward.low, through: depth - skipped.forward.high, by: 2)
      {
        var x = Self.step(forward, center, k, depth)
        while x < n, x - k < m, left[one.lowerBound + x] == right[two.lowerBound + x - k] { x += 1 }
        forward[center + k] = x
        if x > n {
          skipped.forward.high += 2
        } else if x - k > m {
          skipped.forward.low += 2
        } else if isOdd, abs(delta - k) < depth, backward[center + delta - k] >= 0,
          x + backward[center + delta - k] >= n
        {
          return (x, x - k)
        }
      }
      for k in stride(
        from: -depth + skipped.backward.low, through: depth - skipped.backward.high, by: 2)
      {
        var x = Self.step(backward, center, k, depth)
        while x < n, x - k < m,
          left[one.upperBound - 1 - x] == right[two.upperBound - 1 - (x - k)]
        {
          x += 1
        }
        backward[center + k] = x
        if x > n {
          skipped.backward.high += 2
        } else if x - k > m {
          skipped.backward.low += 2
        } else if !isOdd, abs(delta - k) <= depth, forward[center + delta - k] >= 0,
          forward[center + delta - k] + x >= n
        {
          let met = forward[center + delta - k]
          return (met, met - (delta - k))
        }
      }
    }
    return limit < Self.searchLimit ? nil : farthest(n, m, center)
  }

  @inline(__always)
  private static func step(_ reached: [Int], _ center: Int, _ k: Int, _ depth: Int) -> Int {
    if k == -depth || (k != depth && reached[center + k - 1] < reached[center + k + 1]) {
      return reached[center + k + 1]
    }
    return reached[center + k - 1] + 1
  }

  /// The point farthest along that the forward search reached.
  private func farthest(_ n: Int, _ m: Int, _ center: Int) -> (Int, Int)? {
    var best: (Int, Int)?
    var length = 0
    for index in forward.indices {
      let x = forward[index]
      let y = x - (index - center)
      guard x >= 0, y >= 0, x <= n, y <= m, x + y > length, x + y < n + m else { continue }
      length = x + y
      best = (x, y)
    }
    return best
  }
}
