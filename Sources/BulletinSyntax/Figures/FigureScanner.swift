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
    tree.source.withTextBytes { text in
      let gaps = tree.gaps
      let scan = scanned(text, 0..<text.count, gaps)
      return scan.hasTags ? figuresAcrossTags(text, 0..<text.count, gaps) : scan.figures
    }
  }

  /// The figures within a range of any UTF-8 text; the text around it is looked at to judge them.
  public static func figures(in bytes: [UInt8], range: Range<Int>? = nil) -> [Figure] {
    bytes.withUnsafeBufferPointer { buffer in
      let text = TextBytes(buffer)
      let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
      let scan = scanned(text, range, [])
      return scan.hasTags ? figuresAcrossTags(text, range, []) : scan.figures
    }
  }

  private static func scanned(
    _ text: TextBytes, _ range: Range<Int>, _ gaps: [Range<Int>]
  ) -> FigureScan {
    var scan = FigureScan(text, .builtIn)
    var start = range.lowerBound
    for gap in gaps {
      scan.scan(from: start, to: gap.lowerBound)
      start = max(start, gap.upperBound)
    }
    scan.scan(from: start, to: range.upperBound)
    return scan
  }

  private static func figuresAcrossTags(
    _ text: TextBytes, _ range: Range<Int>, _ gaps: [Range<Int>]
  ) -> [Figure] {
    let visible = VisibleBytes(text, range)
    return visible.bytes.withUnsafeBufferPointer { buffer in
      let scan = scanned(TextBytes(buffer), 0..<buffer.count, gaps.map(visible.shown))
      return scan.figures.map(visible.placed)
    }
  }
}
