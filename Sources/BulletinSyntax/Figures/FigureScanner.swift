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
  /// out. Linear in the text's size.
  public static func figures(in tree: SyntaxTree) -> [Figure] {
    tree.source.withTextBytes { text in
      var scanner = FigureScan(text, .builtIn)
      var start = 0
      for gap in tree.gaps {
        scanner.scan(from: start, to: gap.lowerBound)
        start = max(start, gap.upperBound)
      }
      scanner.scan(from: start, to: text.count)
      return scanner.figures
    }
  }

  /// The figures within a range of any UTF-8 text; the text around it is looked at to judge them.
  public static func figures(in bytes: [UInt8], range: Range<Int>? = nil) -> [Figure] {
    bytes.withUnsafeBufferPointer { buffer in
      let text = TextBytes(buffer)
      var scanner = FigureScan(text, .builtIn)
      let range = (range ?? 0..<text.count).clamped(to: 0..<text.count)
      scanner.scan(from: range.lowerBound, to: range.upperBound)
      return scanner.figures
    }
  }
}
