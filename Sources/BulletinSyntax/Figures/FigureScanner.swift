public import ReportModel
import SourceText

/// Finds the figures of a text: numbers that count or measure, with unit and qualifiers.
///
/// Dates, times, ordinals, heading numbers, ranks, versions, codes and names are no figures, nor
/// are placeholders such as XX and 〔…〕.
public enum FigureScanner {
  /// The figures of a bulletin in text order.
  ///
  /// Heading numbers and the lines around the text (publication, web furniture, source) are left
  /// out. Where the text holds tags, numbers are read across them. Linear in the text's size.
  public static func figures(in tree: SyntaxTree) -> [Figure] {
    let outline = tree.outline
    return outline.source.withLineBytes { text in
      guard !VisibleBytes.holdsTags(text, 0..<text.count) else {
        var figures: [Figure] = []
        forEach(in: text, 0..<text.count, gaps: FigureGaps(outline)) { figures.append($0) }
        return figures
      }
      return scan(text, 0..<text.count, FigureGaps(outline), nil)
    }
  }

  /// Hands each figure of a bulletin to `body`, in text order.
  ///
  /// As ``figures(in:)-(SyntaxTree)``, but without holding them all: a text of nothing but figures
  /// has several times its own size of them.
  public static func forEach(in outline: DocumentOutline, _ body: (Figure) -> Void) {
    outline.source.withLineBytes { text in
      forEach(in: text, 0..<text.count, gaps: FigureGaps(outline), body)
    }
  }

  /// The figures within a range of any UTF-8 text; the text around it is looked at to judge them.
  public static func figures(in bytes: [UInt8], range: Range<Int>? = nil) -> [Figure] {
    var figures: [Figure] = []
    bytes.withUnsafeBufferPointer { buffer in
      let text = TextBytes(buffer)
      let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
      forEach(in: text, range, gaps: EmptyCollection()) { figures.append($0) }
    }
    return figures
  }

  private static func forEach(
    in text: TextBytes, _ range: Range<Int>, gaps: some Sequence<Range<Int>>,
    _ body: (Figure) -> Void
  ) {
    guard VisibleBytes.holdsTags(text, range) else {
      withoutActuallyEscaping(body) { _ = scan(text, range, gaps, $0) }
      return
    }
    let visible = VisibleBytes(text, range)
    visible.bytes.withUnsafeBufferPointer { buffer in
      withoutActuallyEscaping(body) { body in
        _ = scan(TextBytes(buffer), 0..<buffer.count, gaps.lazy.map(visible.shown)) {
          body(visible.placed($0))
        }
      }
    }
  }

  /// Hands the figures between the gaps to `body`; gives them all where there is none.
  private static func scan(
    _ text: TextBytes, _ range: Range<Int>, _ gaps: some Sequence<Range<Int>>,
    _ body: ((Figure) -> Void)?
  ) -> [Figure] {
    var scan = FigureScan(text, .builtIn)
    if body == nil { scan.reserveRoom() }
    var start = range.lowerBound
    for gap in gaps {
      scan.scan(from: start, to: min(gap.lowerBound, range.upperBound), body)
      start = max(start, gap.upperBound)
      scan.skip(to: start)
    }
    scan.scan(from: start, to: range.upperBound, body)
    return scan.figures
  }
}
