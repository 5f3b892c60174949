import BulletinSyntax
import ReportModel
import SourceText

/// A published text, read for learning: its outline, figures and repeated shapes.
struct LearnedText {
  /// The text without a byte order mark.
  let source: SourceFile
  let tree: SyntaxTree
  let front: FrontMatter
  /// In text order; each knows its index.
  let figures: [LearnedFigure]
  /// In text order.
  let shapes: [RepeatedShape]

  var bytes: [UInt8] { source.bytes }

  init(_ file: SourceFile) {
    // The mark is recorded apart; without it offsets and templates begin with the text.
    let text = file.hasByteOrderMark ? Array(file.bytes.dropFirst(3)) : file.bytes
    let source = SourceFile(name: file.name, utf8: text, encoding: file.encoding)
    self.source = source
    tree = SyntaxTree.parse(source)
    front = FrontMatter(tree)
    figures = FigureScanner.figures(in: tree).enumerated().map { index, figure in
      LearnedFigure(figure, index: index, in: source)
    }
    shapes = RepeatedShapeFinder(
      source, figures: figures, numberEnds: tree.headings.map(\.number.upperBound)
    ).shapes()
  }
}
