import BulletinSyntax
import SourceText

/// STR009: two styles of marks in one list.
enum MixedOrdinalMarks: Rule {
  static let description = RuleDescription(
    "STR009", "mixed-ordinal-marks", .warning,
    summary: Message(zh: "同一列序号用了两种写法", en: "two styles of ordinals in one list"),
    reason: Message(
      zh: "同一层次的序号应当一致，否则像是两列。", en: "Ordinals of one level look alike, or they seem two lists."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 B.3", en: "GB/T 15834-2011 B.3")),
    exemption: Message(
      zh: "只比较同一标题下相邻的两项。", en: "Only neighbouring items under one heading are compared."),
    bad: ["一、总体情况\n1.教学\n开展教研。\n⟦2、⟧师资\n培训教师。"],
    good: ["一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let headings = input.tree.headings
    var siblings = Siblings(headings)
    for (index, heading) in headings.enumerated() where heading.mark.style.rank != nil {
      guard let last = siblings.replace(under: heading.parent, with: index) else { continue }
      let before = headings[last]
      guard before.level == heading.level,
        heading.mark.value == before.mark.value + 1,
        before.mark.style.rank == heading.mark.style.rank,
        !isAlike(before.number, heading.number, input)
      else { continue }
      report.report(
        heading.number,
        Message(
          zh: "上一项写作“{1}”，这一项写作“{0}”", en: "the item before is written “{1}”, this one “{0}”",
          input.text(heading.number), input.text(before.number)),
        remedy: Message(zh: "统一序号的写法", en: "write both in one way"))
    }
  }

  /// Whether the brackets or marks around two numerals are the same.
  private static func isAlike(
    _ left: Range<Int>, _ right: Range<Int>, _ input: LintInput
  ) -> Bool {
    var (one, two) = (left.lowerBound, right.lowerBound)
    while true {
      let (first, second) = (
        mark(from: &one, to: left.upperBound, input), mark(from: &two, to: right.upperBound, input)
      )
      if first != second { return false }
      if first == nil { return true }
    }
  }

  /// The next character that is neither numeral nor blank, and where to go on; nil at the end.
  private static func mark(
    from offset: inout Int, to end: Int, _ input: LintInput
  ) -> Unicode.Scalar? {
    while offset < end {
      let scalar = input.scalar(at: offset)
      offset += input.width(at: offset)
      if !scalar.isHan, !scalar.isDigit, !scalar.isBlank { return scalar }
    }
    return nil
  }
}
