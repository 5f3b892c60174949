/// The surnames that rules on names know.
enum Surnames {
  /// Frequent surnames of one character.
  static let all: Set<Unicode.Scalar> = {
    var surnames: Set<Unicode.Scalar> = []
    for line in WordRow.lines(of: WordRow.builtIn("surnames")) {
      for scalar in line.unicodeScalars where scalar.isHan { surnames.insert(scalar) }
    }
    return surnames
  }()
}
