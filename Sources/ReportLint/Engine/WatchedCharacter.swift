/// Characters whose places the one scan of a text keeps, for rules that would read all of it for them.
enum WatchedCharacter: UInt16, CaseIterable {
  /// 及
  case and = 0x53CA
  /// 年
  case year = 0x5E74
  /// 锛 and 銆, what UTF-8 punctuation looks like when read as GBK.
  case garbledMark = 0x951B
  case garbledStop = 0x9286
  /// 锟, which 锟斤拷 begins with.
  case garbledLoss = 0x951F

  /// Its place among all of them.
  var number: Int {
    switch self {
    case .and: 0
    case .year: 1
    case .garbledMark: 2
    case .garbledStop: 3
    case .garbledLoss: 4
    }
  }

  /// One bit for each character of the basic plane.
  static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for character in allCases {
      bits[Int(character.rawValue >> 6)] |= 1 << UInt64(character.rawValue & 63)
    }
    return bits
  }()
}

extension LintInput {
  /// Where a watched character stands, in text order; web addresses and HTML tags aside.
  func places(of character: WatchedCharacter) -> [Int] { scan.watched[character.number] }
}
