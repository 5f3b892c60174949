/// A stretch of the merged text, in tokens of the texts it is taken from.
enum MergePiece {
  /// Unchanged on all sides, but perhaps for the style of line ends.
  case kept(base: Range<Int>, mine: Range<Int>, theirs: Range<Int>)
  /// From the draft.
  case mine(Range<Int>)
  /// From the new text.
  case theirs(Range<Int>)
  /// Undecided.
  case conflict(mine: Range<Int>, theirs: Range<Int>)
}

/// An event whose places are still tokens and pieces.
struct PendingEvent {
  var kind: MergeEvent.Kind
  var base: Range<Int>?
  var mine: Range<Int>?
  var theirs: Range<Int>?
  var numbers: [PendingNumber] = []
  /// The pieces of the result it is about.
  var pieces: Range<Int> = 0..<0
}

/// A number of an event, by token.
struct PendingNumber {
  var base: Int?
  var mine: Int?
  var theirs: Int?
  /// Whether words of its sentence were edited by hand.
  var isNearEdit = false
}
