import SourceText

/// PUN021: lists of the same kind are parted by 、 here and by ， there.
enum MixedListMarks: Rule {
  static let description = RuleDescription(
    "PUN021", "mixed-list-marks", .info,
    summary: Message(
      zh: "同类列举此处用顿号、彼处用逗号", en: "lists of one kind parted by 、 here and by ， there"),
    reason: Message(
      zh: "同一段里同类的列举用同一种标点，读者不必猜层次有没有差别。",
      en: "Lists of one kind in one paragraph take one mark, so that nobody looks for a difference."
    ),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.1.1", en: "GB/T 15834-2011 B.1.1")),
    exemption: Message(zh: "只查一、二、三等奖的列举。", en: "Only lists of prizes are looked at."),
    bad: ["全县获一等奖5个、二等奖32个，全市获⟦一等奖2个，二等奖11个⟧。"],
    good: ["全县获一等奖5个、二等奖32个，全市获一等奖2个、二等奖11个。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let prizes = input.words(of: .prizes)
    var marks: [Int: Unicode.Scalar] = [:]
    for (first, second) in zip(prizes, prizes.dropFirst()) {
      guard let mark = mark(first.range.upperBound..<second.range.lowerBound, input) else {
        continue
      }
      let line = input.lineIndex(of: first.range.lowerBound)
      if let other = marks[line], other != mark {
        let range = first.range.lowerBound..<tail(second.range.upperBound, input)
        report.report(
          range,
          Message(
            zh: "同一段里前面的列举用“{0}”，这里用“{1}”",
            en: "a list before in this paragraph is parted by “{0}”, this one by “{1}”",
            String(other),
            String(mark)),
          remedy: Message(zh: "同类列举用同一种标点", en: "part lists of one kind by one mark"))
        marks[line] = nil
      } else {
        marks[line] = mark
      }
    }
  }

  /// The mark between two prizes with nothing but a number between them.
  private static func mark(_ between: Range<Int>, _ input: LintInput) -> Unicode.Scalar? {
    guard between.count >= 2, between.count <= 18 else { return nil }
    let mark = input.scalar(before: between.upperBound)
    let inner = between.lowerBound..<input.start(before: between.upperBound)
    guard input.byte(inner.lowerBound) &- 0x30 < 10,
      !input.contains(["，", ",", "、", "。"], in: inner)
    else { return nil }
    switch mark {
    case "、": return "、"
    case "，", ",": return "，"
    default: return nil
    }
  }

  /// Where the number and the measure word after a prize end.
  private static func tail(_ start: Int, _ input: LintInput) -> Int {
    var end = start
    while input.byte(end) &- 0x30 < 10 { end += 1 }
    return input.scalar(at: end).isHan ? end + 3 : end
  }
}
