import ReportModel
public import SourceText

extension MergeEvent {
  /// What happened, for people; texts are escaped and shortened.
  public var message: Message {
    switch kind {
    case .numberUpdated:
      number(
        zh: "数据更新:{0} {1} 改为 {3}{4}", en: "updated from the data: {0} {1} becomes {3}{4}")
    case .numberEditedByHand:
      number(
        zh: "人工改动的数字,已保留:{0} {1} 改为 {2}{4}",
        en: "number edited by hand, kept: {0} {1} became {2}{4}")
    case .numberAgreed:
      number(
        zh: "人工与数据改得一致:{0} {1} 改为 {2}{4}",
        en: "edited by hand and in the data alike: {0} {1} became {2}{4}")
    case .numberConflict:
      number(
        zh: "数字冲突:{0} 原为 {1},草稿为 {2},数据为 {3}{4};暂留草稿",
        en: "conflict: {0} was {1}, the draft has {2}, the data {3}{4}; the draft is kept")
    case .possiblyStale:
      number(
        zh: "人工写入的 {2} 与数据改动前的值相同,数据现为 {3}{4};请核对",
        en: "{2}, typed by hand, equals a value the data has changed to {3}{4}; please check")
    case .wordsConflict:
      Message(
        zh: "文字冲突:原为“{0}”,草稿为“{1}”,新生成为“{2}”;暂留草稿",
        en: "conflict: was “{0}”, the draft has “{1}”, newly generated “{2}”; the draft is kept",
        Self.shown(baseText), Self.shown(mineText), Self.shown(theirsText))
    default: passage
    }
  }

  private func number(zh: String, en: String) -> Message {
    let number = numbers.first
    let place = number?.origins.first.map { " (\(VisibleText.escape($0.place)))" } ?? ""
    return Message(
      zh: zh, en: en, Self.shown(number?.label ?? ""), Self.shown(number?.base?.text ?? ""),
      Self.shown(number?.mine?.text ?? ""), Self.shown(number?.theirs?.text ?? ""), place)
  }

  private var passage: Message {
    let (old, mine, new) = (Self.shown(baseText), Self.shown(mineText), Self.shown(theirsText))
    switch kind {
    case .wordsEditedByHand:
      return Message(
        zh: "人工改动的文字,已保留:“{0}”改为“{1}”", en: "words edited by hand, kept: “{0}” became “{1}”",
        old, mine)
    case .wordsGenerated:
      return Message(
        zh: "新生成的文字:“{0}”改为“{1}”", en: "newly generated: “{0}” becomes “{1}”", old, new)
    case .wordsAgreed:
      return Message(
        zh: "两边改得一致:“{0}”改为“{1}”", en: "changed alike on both sides: “{0}” became “{1}”", old, mine)
    case .addedByHand:
      return Message(zh: "人工增写,已保留:“{0}”", en: "added by hand, kept: “{0}”", mine)
    case .droppedByHand:
      return Message(zh: "人工删去,不再写入:“{0}”", en: "dropped by hand, left out: “{0}”", old)
    case .addedByData:
      return Message(zh: "新增内容:“{0}”", en: "new text: “{0}”", new)
    case .droppedByData:
      return Message(zh: "不再生成,已删去:“{0}”", en: "no longer generated, left out: “{0}”", old)
    case .changedWhereDropped:
      return Message(
        zh: "人工已删去的内容有新的变化,未写入:“{0}”改为“{1}”",
        en: "changed where you had dropped the text, left out: “{0}” becomes “{1}”", old, new)
    case .movedByHand:
      return Message(zh: "人工移动,位置已保留:“{0}”", en: "moved by hand, its place kept: “{0}”", mine)
    case .movedByData:
      return Message(zh: "随数据调整位置:“{0}”", en: "moved with the data: “{0}”", new)
    case .movedByBoth:
      return Message(
        zh: "两边都移动过,位置以草稿为准:“{0}”",
        en: "moved on both sides, the draft's place kept: “{0}”", mine)
    default:
      return Message(
        zh: "合并后编号不连续:“{0}”", en: "numbering broken by the merge: “{0}”", mine)
    }
  }

  /// A text on one line, escaped, its middle left out where it is long.
  static func shown(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 60 else { return VisibleText.escape(text) }
    func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
      VisibleText.escape(String(String.UnicodeScalarView(part)))
    }
    return string(scalars.prefix(36)) + "…" + string(scalars.suffix(20))
  }
}
