import BulletinSyntax

/// Which of a summary's parts a text has, under headings or only in a paragraph.
struct SummaryParts {
  private let input: LintInput

  /// The parts of a text.
  init(_ input: LintInput) {
    self.input = input
  }

  /// Whether the text has the part at all; where that is in doubt, it has.
  func has(_ role: PartRole) -> Bool {
    if input.tree.headings.contains(where: { $0.role == role }) { return true }
    switch role {
    case .done: return hasText
    case .problems: return hasHeading(naming: Self.problemTitles) || tellsProblems
    case .plans: return hasHeading(naming: Self.planTitles) || tellsPlans
    case .other: return true
    }
  }

  /// Topics may follow the title without a heading for them all: any other part, or some text
  /// before the first part that is for something else, counts as what was done.
  private var hasText: Bool {
    let first = input.tree.headings.first { $0.level == 1 }
    if input.tree.headings.contains(where: { $0.level == 1 && $0.role == .other }) { return true }
    let start = input.tree.title?.upperBound ?? 0
    let end = max(start, first?.number.lowerBound ?? input.bytes.count)
    return input.trimmed(start..<end).count > 240
  }

  /// Whether a heading, 一是 members aside, has a short title with one of `words` in it.
  private func hasHeading(naming words: [StaticString]) -> Bool {
    input.tree.headings.contains { heading in
      heading.mark.style != .measure && heading.title.count <= 90
        && input.contains(words, in: heading.title)
    }
  }

  /// Whether a sentence owns up to problems.
  private var tellsProblems: Bool {
    let names: [StaticString] = ["问题", "不足", "困难", "短板", "差距", "挑战", "薄弱", "問題"]
    let openings: [StaticString] = [
      "认识到", "看到", "仍存在", "还存在", "仍然存在", "依然存在", "尚存在", "也存在", "存在一些", "存在不少", "存在着",
      "存在以下", "存在的问题", "存在问题", "存在的不足", "存在的主要问题", "還存在",
    ]
    return input.sentences.contains {
      input.contains(openings, in: $0) && input.contains(names, in: $0)
    }
  }

  /// Whether a sentence begins with what comes next.
  private var tellsPlans: Bool {
    let openings: [StaticString] = [
      "下一步", "下步", "下半年", "下阶段", "下一阶段", "接下来", "今后", "明年", "下季度", "下一季度",
    ]
    return input.sentences.contains { sentence in
      let start = input.trimmed(sentence).lowerBound
      return openings.contains { input.has($0, at: start) }
    }
  }

  private static let problemTitles: [StaticString] = [
    "存在的问题", "存在问题", "存在的不足", "存在的困难", "存在的主要", "问题和", "问题与", "问题及", "问题、", "困难和", "困难与",
    "不足和", "不足与", "不足之处", "问题不足", "主要问题", "短板", "薄弱环节", "存在的突出",
  ]
  private static let planTitles: [StaticString] = [
    "下一步", "下步", "下半年", "下阶段", "下一阶段", "今后", "明年", "打算", "工作计划", "工作思路", "工作安排", "工作谋划",
    "工作重点", "重点任务", "下季度",
  ]
}
