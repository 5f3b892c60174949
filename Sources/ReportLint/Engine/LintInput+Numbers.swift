extension LintInput {
  /// The run of ASCII digits that begins at `offset`, if one does; logarithmic.
  func digits(at offset: Int) -> Range<Int>? {
    var low = 0
    var high = scan.digits.count
    while low < high {
      let middle = (low + high) / 2
      if scan.digits[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low < scan.digits.count, scan.digits[low].lowerBound == offset else { return nil }
    return scan.digits[low]
  }

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
