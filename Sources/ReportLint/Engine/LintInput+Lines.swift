extension LintInput {
  /// Whether nothing but blanks stands before `offset` in its line.
  func isAtLineStart(_ offset: Int) -> Bool {
    var index = offset
    while index > 0 {
      let scalar = scalar(before: index)
      if scalar == "\n" { return true }
      guard scalar.isBlank else { return false }
      index = start(before: index)
    }
    return true
  }

  /// The index of the line that holds `offset`; logarithmic.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether `offset` stands in a web address or an HTML tag; logarithmic.
  func isMasked(_ offset: Int) -> Bool { Self.holds(scan.masked, offset) }

  /// Whether `offset` stands in what a web page put around the text; logarithmic.
  func isFurniture(_ offset: Int) -> Bool { Self.holds(furniture, offset) }

  /// Whether one of `ranges`, which are in text order, holds `offset`.
  static func holds(_ ranges: [Range<Int>], _ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
