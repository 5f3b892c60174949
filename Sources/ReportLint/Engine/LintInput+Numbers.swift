extension LintInput {
  /// The whole number that a run of ASCII digits stands for; nil beyond 18 digits.
  func number(_ digits: Range<Int>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for offset in digits { value = value &* 10 &+ Int(byte(offset) &- 0x30) }
    return value
  }
}

extension LintInput {
  /// Whether a Chinese character stands in `range`.
  func hasHan(_ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if scalar(at: offset).isHan { return true }
      offset += width(at: offset)
    }
    return false
  }
}
