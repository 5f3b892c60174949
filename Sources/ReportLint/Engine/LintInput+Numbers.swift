extension LintInput {
  /// The whole number that a run of ASCII digits stands for; nil beyond 18 digits.
  func number(_ digits: Range<Int>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for offset in digits { value = value &* 10 &+ Int(byte(offset) &- 0x30) }
    return value
  }
}
