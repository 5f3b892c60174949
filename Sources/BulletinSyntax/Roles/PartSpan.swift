/// A stretch of a bulletin that does one of its jobs.
public struct PartSpan: Sendable, Hashable {
  /// What it is for.
  public let role: PartRole
  /// The part, or the paragraph that stands for one, in UTF-8 offsets.
  public let range: Range<Int>
  /// The index of the heading that names it; nil where a paragraph alone does the job.
  public let heading: Int?
}

extension SyntaxTree {
  /// The parts that were done, are wrong or come next, in text order.
  ///
  /// A part whose title names two roles gives two spans. A paragraph that opens with words such as
  /// 同时也要看到 stands for a part of its own where no heading names that role. Linear.
  public var parts: [PartSpan] {
    source.withTextBytes { text in
      var spans: [PartSpan] = []
      var seen = Set<PartRole>()
      for (index, heading) in headings.enumerated()
      where heading.level == 1 && heading.mark.style != .measure {
        let roles = PartRoles.roles(of: heading.title, text, after: seen)
        seen.formUnion(roles)
        for role in roles {
          spans.append(PartSpan(role: role, range: heading.extent, heading: index))
        }
      }
      for node in nodes where node.kind == .paragraph {
        guard let role = PartRoles.role(ofParagraphAt: node.start, to: node.end, text),
          seen.insert(role).inserted
        else { continue }
        spans.append(PartSpan(role: role, range: node.range, heading: nil))
      }
      return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }
}

extension PartRoles {
  /// The role of a paragraph by its opening words; nil where they tell of none.
  static func role(ofParagraphAt start: Int, to end: Int, _ text: TextBytes) -> PartRole? {
    let head = text.skipBlanks(from: start, to: end)
    let opening = head..<min(end, head + 120)
    for words in problemOpenings where text.contains(words, in: opening) { return .problems }
    for words in planOpenings where text.has(words, at: head) { return .plans }
    return nil
  }

  private static let problemOpenings: [StaticString] = [
    "清醒认识到", "清醒地认识到", "清醒看到", "清醒地看到", "清醒的认识到", "也要看到", "也应看到", "也看到", "还存在一些",
    "仍存在一些", "还存在不少", "仍然存在", "还存在以下", "存在以下问题", "存在一些问题", "存在的主要问题", "清醒認識到",
    "也认识到", "仍面临", "还面临",
  ]

  private static let planOpenings: [StaticString] = [
    "下一步", "下步", "下半年", "今后", "下阶段", "下一阶段", "接下来", "下季度", "下一季度", "明年",
  ]
}
