/// Whole lines around or inside a text that are no running text.
struct FrameRegion {
  /// What they are.
  let kind: SyntaxKind
  private var start: UInt32
  private var end: UInt32

  init(range: Range<Int>, kind: SyntaxKind) {
    self.kind = kind
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  /// Where the lines begin and end, line ends included.
  var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}

/// What stands around a text: title and publication above, source and signature below.
struct TextFrame {
  /// The lines above the text, in order, blank ones left out.
  var header: [FrameRegion] = []
  /// The lines below the text, in order, blank ones left out.
  var footer: [FrameRegion] = []
  /// The title without blanks and line ends.
  var title: Range<Int>?
  /// Where the running text begins.
  var bodyStart = 0
  /// Where it ends.
  var bodyEnd = 0
}
