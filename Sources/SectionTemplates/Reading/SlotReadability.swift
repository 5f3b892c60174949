public import SourceText

/// Whether a slot's value can be read back from a text the template printed.
public struct SlotReadability: Sendable, Hashable {
  /// How far it can.
  public enum Level: String, Sendable, CaseIterable {
    /// The value can be read.
    case readable
    /// The print is derived or rounded: it can be compared with a value, not give one.
    case checkOnly = "check_only"
    /// Nothing can be read.
    case unread
  }

  /// How far it can.
  public let level: Level
  /// Why it cannot, or on what condition it can; nil where there is nothing to say.
  public let reason: Message?

  init(_ level: Level, _ reason: Message? = nil) {
    self.level = level
    self.reason = reason
  }

  static let readable = SlotReadability(.readable)

  /// A text that ends where one of these marks stands.
  static func readable(without marks: String) -> SlotReadability {
    SlotReadability(
      .readable,
      Message(
        zh: "只要值里没有这些符号:{0}", en: "as long as the value holds none of {0}", marks))
  }

  /// The same for a text that a number follows at once.
  static func readableBeforeNumber(_ readability: SlotReadability) -> SlotReadability {
    guard let marks = readability.reason?.arguments.first else { return readability }
    return SlotReadability(
      .readable,
      Message(
        zh: "只要值里没有这些符号:{0};也不含后面那样的数,不以数字或近、约等词结尾",
        en:
          "as long as the value holds none of {0}, nor a number like the one that follows, and does not end in a digit or a qualifier",
        marks))
  }

  static let derived = SlotReadability(
    .checkOnly, Message(zh: "是算出来的", en: "it is worked out from other values"))

  static let rounded = SlotReadability(
    .checkOnly, Message(zh: "四舍五入过", en: "it is rounded"))

  static let setting = SlotReadability(
    .checkOnly, Message(zh: "是报告的设置", en: "it is a setting of the report"))

  static let ordinal = SlotReadability(
    .checkOnly, Message(zh: "是序号", en: "it is an ordinal"))

  static let wording = SlotReadability(
    .checkOnly, Message(zh: "只印了值的一部分", en: "only a part of the value is printed"))

  static let cut = SlotReadability(
    .unread, Message(zh: "列举用“等”截断了", en: "the list is cut by 等"))

  static let adjoining = SlotReadability(
    .unread,
    Message(
      zh: "两段文字紧挨着,分不出界限", en: "two texts stand side by side with nothing to part them"))

  static let hiddenMembers = SlotReadability(
    .unread,
    Message(
      zh: "所在循环的成员可能什么也不印,数不出是第几个",
      en: "members of its loop may print nothing, so that they cannot be counted"))

  static let tooLarge = SlotReadability(
    .unread, Message(zh: "模板展开后过大", en: "the template is too large when unrolled"))
}

/// A slot of a template, and whether it can be read back.
public struct SlotReading: Sendable, Hashable {
  /// The path it prints: `资助[].金额` in a loop over 资助.
  public let path: String
  /// The template file.
  public let file: String
  /// The slot's place in the file, braces included, in UTF-8 bytes.
  public let range: Range<Int>
  /// Whether it can be read back.
  public let readability: SlotReadability
}

extension SlotReadability {
  static let ambiguousSeparator = SlotReadability(
    .checkOnly,
    Message(
      zh: "用文字隔开的列表,文字也可能出现在成员里",
      en: "the list is joined by words that may also stand inside a member"))
}
