import BulletinSyntax
import SourceText

/// STR019: an attachment or a table is referred to that the text does not have.
enum AbsentAttachment: Rule {
  static let description = RuleDescription(
    "STR019", "absent-attachment", .error,
    summary: Message(
      zh: "提到的附件不在附件清单里", en: "an attachment is referred to that the list does not have"),
    reason: Message(
      zh: "正文说“见附件3”，附件只列到2，读者找不到。",
      en: "The text sends the reader to an attachment that is not there."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 9704-2012 7.3.4", en: "GB/T 9704-2012 7.3.4")),
    exemption: Message(
      zh: "只查列有“附件：1.……2.……”清单的文件；没有清单的文件，附件多半另发。",
      en: "Only texts that list their attachments by number; others have them sent apart."),
    bad: ["各校名额见⟦附件3⟧。\n附件：1.名额表\n2.时间表\n"],
    good: ["各校名额见附件2。\n附件：1.名额表\n2.时间表\n", "各校名额见附件3。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    guard let (start, last) = list(input) else { return }
    for run in runs where run.lowerBound < start && input.has("附件", before: run.lowerBound) {
      guard let number = input.number(run), number > last, number < 100 else { continue }
      let range = run.lowerBound - 6..<run.upperBound
      report.report(
        range,
        Message(
          zh: "附件清单只到{0}，没有“{1}”", en: "the list of attachments ends with {0}; there is no {1}",
          "\(last)", input.text(range)),
        remedy: Message(zh: "核对附件的序号", en: "look the number up"))
    }
  }

  /// Where the list of attachments begins, and its last number.
  private static func list(_ input: LintInput) -> (start: Int, last: Int)? {
    var start: Int?
    var last = 0
    for line in input.lines {
      let content = input.trimmed(line)
      var offset = content.lowerBound
      if start == nil {
        guard input.has("附件：", at: offset) || input.has("附件:", at: offset) else { continue }
        start = offset
        offset =
          input.trimmed(offset + (input.has("附件：", at: offset) ? 9 : 7)..<content.upperBound)
          .lowerBound
      }
      if content.isEmpty { continue }
      guard let run = input.scan.digits.first(where: { $0.lowerBound == offset }),
        input.byte(run.upperBound) == 0x2E || input.has("．", at: run.upperBound)
          || input.has("、", at: run.upperBound), let number = input.number(run), number == last + 1
      else { break }
      last = number
    }
    guard let start, last > 0 else { return nil }
    return (start, last)
  }
}
