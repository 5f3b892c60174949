/// Two numbers joined by a mark that makes a range of them, as they stand in a text.
struct WrittenRange {
  /// The first number.
  let first: Range<Int>
  /// The mark between them.
  let mark: Range<Int>
  /// The mark's character.
  let sign: Unicode.Scalar
  /// The second number.
  let second: Range<Int>

  /// The ranges of a text that are no part of a date in figures, a code, a telephone number or a score.
  static func all(in input: LintInput) -> [WrittenRange] {
    let runs = input.scan.digits
    var ranges: [WrittenRange] = []
    for index in runs.indices.dropLast() {
      let gap = runs[index + 1].lowerBound - runs[index].upperBound
      guard gap == 1 || gap == 3,
        let range = WrittenRange(index, input), !input.isMasked(range.first.lowerBound)
      else { continue }
      ranges.append(range)
    }
    return ranges
  }

  private init?(_ index: Int, _ input: LintInput) {
    let runs = input.scan.digits
    let sign = input.scalar(at: runs[index].upperBound)
    switch sign {
    case "-", "－", "~", "～", "—", "–", "―", "〜": break
    default: return nil
    }
    let mark = runs[index].upperBound..<runs[index + 1].lowerBound
    guard input.width(at: mark.lowerBound) == mark.count else { return nil }
    var start = runs[index].lowerBound
    if index > 0, input.byte(start - 1) == 0x2E, runs[index - 1].upperBound == start - 1 {
      start = runs[index - 1].lowerBound
    }
    var end = runs[index + 1].upperBound
    if index + 2 < runs.count, input.byte(end) == 0x2E, runs[index + 2].lowerBound == end + 1 {
      end = runs[index + 2].upperBound
    }
    guard !Self.isGlue(input.scalar(before: start)), !Self.isGlue(input.scalar(at: end)) else {
      return nil
    }
    self.sign = sign
    self.mark = mark
    first = start..<mark.lowerBound
    second = mark.upperBound..<end
  }

  /// Whether a character makes a number part of a code, a date in figures or the like.
  private static func isGlue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "－", "~", "～", "—", "–", "―", "〜", ".", "/", ":", "：", "_", "#", "*", "+", "=": true
    default: scalar.isLatin || scalar.isDigit
    }
  }
}
