/// Whole lines around or inside a text that are no running text.
struct FrameRegion {
  /// Where the lines begin and end, line ends included.
  var range: Range<Int>
  /// What they are.
  var kind: SyntaxKind
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
