/// The shape of a heading's number.
public enum OrdinalStyle: UInt8, Sendable, CaseIterable {
  /// 一、
  case chineseComma
  /// （一） or (一)
  case chineseBrackets
  /// 1. or 1．
  case arabicStop
  /// 1、
  case arabicComma
  /// （1） or (1)
  case arabicBrackets
  /// 1) or 1）
  case arabicHalfBracket
  /// ①
  case circled
  /// 1.1, 1.1.1
  case decimalPath
  /// 第一， or 第一、
  case ordinalWord
  /// 第一章, 第一节, 第一部分
  case chapter
  /// 一是
  case measure
  /// No number: a heading whose siblings have one.
  case none
}

/// A heading's number, read.
public struct OrdinalMark: Sendable, Hashable {
  /// Its shape.
  public let style: OrdinalStyle
  /// Its value, from 1; 0 where there is none.
  public let value: Int

  /// A mark from its parts.
  public init(style: OrdinalStyle, value: Int) {
    self.style = style
    self.value = value
  }
}
