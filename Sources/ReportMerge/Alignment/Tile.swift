/// A sentence, a number of the outline, a line end or an indentation: what may move as one.
struct Tile {
  /// What a tile is.
  enum Kind: UInt8 {
    /// Text up to and including its stop.
    case sentence
    /// The number of a heading.
    case ordinal
    /// A line end, or blanks at the head of a sentence.
    case blank
  }

  /// Its tokens.
  var tokens: Range<Int>
  /// What it is.
  var kind: Kind
  /// The same for equal tiles only.
  var symbol: Int32 = 0
  /// The same for tiles that are equal but for the values of their numbers.
  var mask: Int32 = 0
}
