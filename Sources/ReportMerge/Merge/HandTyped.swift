import ReportModel

/// The numbers that hand edits took out of the text and put into it.
///
/// A clause cut out and pasted elsewhere is, token by token, dropped here and typed there; its
/// number is still bound to its cell.
struct HandTyped {
  /// Where a number of the base went in the draft, by token.
  private(set) var relocated: [Int: Int] = [:]
  /// The numbers typed by hand, by symbol.
  private(set) var typed: [Int32: [Int]] = [:]

  init(base: TokenText, mine: TokenText, hunks: some Sequence<TokenAlignment.Hunk>) {
    var gone: [UInt64: Int] = [:]
    var come: [UInt64: Int] = [:]
    for hunk in hunks {
      for token in hunk.base where base.isNumber(token) {
        let key = Self.key(base, token)
        gone[key] = gone[key] == nil ? token : -1
      }
      for token in hunk.side where mine.isNumber(token) {
        let key = Self.key(mine, token)
        come[key] = come[key] == nil ? token : -1
        typed[mine.symbols[token], default: []].append(token)
      }
    }
    for (key, token) in gone where token >= 0 {
      if let other = come[key], other >= 0, base.symbols[token] == mine.symbols[other] {
        relocated[token] = other
      }
    }
  }

  /// A number with the two tokens before it.
  private static func key(_ text: TokenText, _ token: Int) -> UInt64 {
    var key: UInt64 = 1
    for offset in max(0, token - 2)...token {
      key = key.mixed(with: UInt64(UInt32(bitPattern: text.symbols[offset])))
    }
    return key
  }

  /// The numbers typed by hand that look like a copy of `token`: of equal print, and of three
  /// digits at least or after the same word.
  func copies(of token: Int, _ base: TokenText, _ mine: TokenText) -> [Int] {
    let copies = typed[base.symbols[token]] ?? []
    guard !copies.isEmpty else { return [] }
    let isLong = (base.figure(token)?.value?.significantDigits ?? 0) >= 3
    return copies.filter { copy in
      relocated[token] != copy
        && (isLong
          || (copy > 0 && token > 0 && mine.symbols[copy - 1] == base.symbols[token - 1]))
    }
  }
}
