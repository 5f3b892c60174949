import ReportModel

extension OrdinalMark {
  /// The number as a text prints it: 一、, （一） or (一), 1., ①, 一是.
  ///
  /// - Parameter width: The width of brackets and commas.
  /// - Returns: The number with its mark; empty for no number.
  public func text(width: BulletinFormat.MarkWidth = .full) -> String {
    let chinese = ChineseNumeral.text(value)
    let opening = width == .full ? "（" : "("
    let closing = width == .full ? "）" : ")"
    switch style {
    case .chineseComma: return chinese + "、"
    case .chineseBrackets: return opening + chinese + closing
    case .arabicStop: return "\(value)."
    case .arabicComma: return "\(value)、"
    case .arabicBrackets: return opening + String(value) + closing
    case .arabicHalfBracket: return String(value) + closing
    case .circled: return circled
    case .decimalPath: return "\(value) "
    case .ordinalWord: return "第" + chinese + (width == .full ? "，" : ",")
    case .chapter: return "第" + chinese + "章　"
    case .measure: return chinese + "是"
    case .none: return ""
    }
  }

  private var circled: String {
    guard (1...20).contains(value), let scalar = Unicode.Scalar(UInt32(0x245F + value)) else {
      return "(\(value))"
    }
    return String(Character(scalar))
  }
}
