import BulletinSyntax

/// What kind of text a bare file shows itself to be, as far as the required parts hang on it.
enum TextGenre {
  /// A periodic summary by its title or, without one, by its parts.
  case summary
  /// A text that has some of a summary's parts but does not call itself one.
  case likeSummary
  /// Nothing but blanks.
  case empty
  /// Anything else: a notice, a decision, a table.
  case other

  /// The kind of a text.
  init(of input: LintInput) {
    guard input.lines.contains(where: { !input.trimmed($0).isEmpty }) else {
      self = .empty
      return
    }
    let roles = Set(
      input.tree.headings.filter { $0.level == 1 && $0.role != .other }.map(\.role))
    guard let title = input.tree.title else {
      self = roles.count >= 2 ? .summary : .other
      return
    }
    if Self.otherKinds.contains(where: { input.has($0, before: title.upperBound) }) {
      self = .other
    } else if input.contains(["总结", "小结", "總結"], in: title) {
      self = .summary
    } else {
      let isOfWork = input.contains(["工作情况", "工作汇报", "工作报告", "工作开展情况"], in: title)
      self = roles.count >= 2 || (isOfWork && !roles.isEmpty) ? .likeSummary : .other
    }
  }

  /// What a title ends with that names another kind of text, whatever else it speaks of.
  private static let otherKinds: [StaticString] = [
    "通知", "通报", "通告", "公告", "决定", "决议", "办法", "方案", "意见", "规定", "规则", "细则", "条例", "函",
    "批复", "预案", "制度", "表", "名单", "清单", "公开", "（试行）", "(试行)",
  ]
}
