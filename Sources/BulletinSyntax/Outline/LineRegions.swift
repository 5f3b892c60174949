/// Stretches of whole lines that hold no headings, or of bytes that are broken, in text order.
struct LineRegions {
  private(set) var regions: [FrameRegion] = []

  /// Adds a stretch; it joins the last one if it is of the same kind and follows at once.
  mutating func add(_ kind: SyntaxKind, _ range: Range<Int>) {
    if let last = regions.last, last.kind == kind, last.range.upperBound == range.lowerBound {
      regions[regions.count - 1] = FrameRegion(
        range: last.range.lowerBound..<range.upperBound, kind: kind)
    } else {
      regions.append(FrameRegion(range: range, kind: kind))
    }
  }
}
