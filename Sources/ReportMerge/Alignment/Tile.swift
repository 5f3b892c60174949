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
  /// The level of the heading whose title it opens with, from 1; 0 for other tiles.
  var level: UInt8 = 0
  /// The same for equal tiles only.
  var symbol: Int32 = 0
  /// The same for tiles that are equal but for the values of their numbers.
  var mask: Int32 = 0

  /// How much speaks for the tile having stayed where others moved.
  ///
  /// A heading weighs more than what stands under it: a sentence moves from part to part, never a
  /// part's heading across its sentences.
  var weight: Int {
    switch level {
    case 0: tokens.count
    case 1: 1_000_000
    case 2: 30_000
    default: 1_000
    }
  }
}
