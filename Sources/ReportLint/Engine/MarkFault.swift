import SourceText

/// One of several faults of a kind that are reported together where there are many.
struct MarkFault {
  /// Where it is.
  let range: Range<Int>
  /// What would mend it.
  let edits: [Fix.Edit]

  /// A fault that is mended by replacing it whole.
  init(_ range: Range<Int>, with replacement: String) {
    self.init(range, edits: [Fix.Edit(range, with: replacement)])
  }

  /// A fault from its parts.
  init(_ range: Range<Int>, edits: [Fix.Edit] = []) {
    self.range = range
    self.edits = edits
  }
}
