import SourceText

/// PUN009: an ellipsis of the wrong form, or one with 等.
enum EllipsisForm: Rule {
  static let description = RuleDescription(
    "PUN009", "ellipsis-form", .warning, fix: .safe,
    summary: Message(
      zh: "省略号写法不对，或与“等”重复", en: "an ellipsis of the wrong form, or one together with 等"),
    reason: Message(
      zh: "省略号是六个居中的小圆点“……”，占两个字；它与“等”意思相同，不能并用。",
      en: "The ellipsis is ……, two characters wide; it says what 等 says, so one of them is enough."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.11.2、A.9", en: "GB/T 15834-2011 4.11.2, A.9")),
    exemption: Message(
      zh: "目录里连到页码的点线不算。", en: "The leaders of a table of contents."),
    bad: [
      RuleExample("维修了教室、操场⟦...⟧还有食堂。", fixed: "维修了教室、操场……还有食堂。"),
      RuleExample("维修了教室、操场⟦。。。⟧还有食堂。", fixed: "维修了教室、操场……还有食堂。"),
      "维修了教室、操场⟦……等⟧设施。",
    ],
    good: ["维修了教室、操场……还有食堂。", "一、总体情况..........3", "维修了教室、操场等设施。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard
      input.scan.mayHold("…") || !input.runs(of: { $0 == "." || $0 == "。" }).isEmpty
    else { return }
    var faults: [MarkFault] = []
    let marks = input.marks
    var index = 0
    while index < marks.count {
      let first = marks[index]
      let end = input.endOfRun(ofMark: index)
      let count = end - index
      let range = first.offset..<marks[end - 1].end
      index = end
      switch first.scalar {
      case ".", "。":
        guard (3...6).contains(count), first.scalar == "。" || isBesideChinese(range, input) else {
          continue
        }
        faults.append(MarkFault(range, with: "……"))
      case "…":
        guard input.has("等", at: range.upperBound), !input.has("等待", at: range.upperBound),
          !input.has("等级", at: range.upperBound)
        else { continue }
        faults.append(MarkFault(range.lowerBound..<range.upperBound + 3))
      default: continue
      }
    }
    report.report(faults, safety: .safe) { fault in
      fault.edits.isEmpty
        ? Message(zh: "省略号与“等”只用一个", en: "an ellipsis or 等, not both")
        : Message(zh: "省略号应写作“……”", en: "the ellipsis is written ……")
    }
  }

  private static func isBesideChinese(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let after = input.scalar(at: range.upperBound)
    return input.scalar(before: range.lowerBound).isHan && !after.isDigit && after != " "
      && !after.isLatin
  }
}
