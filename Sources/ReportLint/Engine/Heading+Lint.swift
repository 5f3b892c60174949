import BulletinSyntax

extension Heading {
  /// The number and the title.
  var head: Range<Int> {
    number.lowerBound..<max(number.upperBound, title.upperBound)
  }
}

extension OrdinalStyle {
  /// The place of the mark in the usual order 一、（一）1.（1）①, from 1; nil for marks outside it.
  var rank: Int? {
    switch self {
    case .chineseComma: 1
    case .chineseBrackets: 2
    case .arabicStop, .arabicComma: 3
    case .arabicBrackets, .arabicHalfBracket: 4
    case .circled: 5
    case .decimalPath, .ordinalWord, .chapter, .measure, .none: nil
    }
  }
}
