import BulletinSyntax
import ReportModel
import SectionTemplates
import SourceText

/// Puts a learnt report's files together.
struct LearnedReportBuilder {
  private let source: SourceFile
  private let tree: SyntaxTree
  private let figures: [LearnedFigure]
  private let front: FrontMatter
  private(set) var rows: [LearnedFigure] = []
  private(set) var literalFigures = 0
  private var names: LearnedNames

  init(_ source: SourceFile) {
    // The mark is recorded apart; without it offsets and templates begin with the text.
    let text = source.hasByteOrderMark ? Array(source.bytes.dropFirst(3)) : source.bytes
    let bare = SourceFile(name: source.name, utf8: text, encoding: source.encoding)
    self.source = source
    tree = SyntaxTree.parse(bare)
    front = FrontMatter(tree)
    names = LearnedNames(tree)
    figures = FigureScanner.figures(in: tree).map { LearnedFigure($0, in: bare) }
  }

  mutating func build() -> [LearnedReport.File] {
    var files: [LearnedReport.File] = []
    var parts: [(file: String, role: PartRole)] = []
    var next = 0
    for part in LearnedParts.of(tree) {
      var own: [LearnedFigure] = []
      while next < figures.count, figures[next].range.lowerBound < part.range.upperBound {
        own.append(names.named(figures[next]))
        next += 1
      }
      let template = section(part, figures: own)
      files.append(LearnedReport.File(path: "templates/\(part.file)", bytes: template))
      parts.append((part.file, part.role))
    }
    files.append(
      LearnedReport.File(path: "templates/pack.yaml", bytes: LearnedManifest.pack(parts)))
    files.append(
      LearnedReport.File(
        path: "report.yaml", bytes: LearnedManifest.report(source, front: front)))
    files.append(
      LearnedReport.File(path: "data/figures.csv", bytes: LearnedManifest.figures(rows)))
    return files.sorted { $0.path < $1.path }
  }

  /// A part's template: with slots where that gives the part's bytes again, else words alone.
  private mutating func section(_ part: LearnedParts.Part, figures: [LearnedFigure]) -> [UInt8] {
    let bound = figures.filter(\.isPrintable)
    let slots =
      front.slots.filter { part.range.contains($0.range.lowerBound) }
      + bound.map { TemplateSlot(range: $0.range, path: $0.id) }
    let template = TemplateText.write(
      tree.bytes, part.range, slots: slots.sorted { $0.range.lowerBound < $1.range.lowerBound })
    if prints(template, part.range, bound) {
      rows += bound
      literalFigures += figures.count - bound.count
      return template
    }
    literalFigures += figures.count
    return TemplateText.write(tree.bytes, part.range, slots: [])
  }

  /// Whether a template, filled, gives the bytes of its part.
  private func prints(_ template: [UInt8], _ range: Range<Int>, _ bound: [LearnedFigure]) -> Bool {
    let data = DataSet(figures: bound.map(\.single))
    let context = TemplateContext(settings: front.settings, data: data, schema: DataSchema())
    do throws(DiagnosticError) {
      let section = try SectionTemplate(
        SourceFile(name: "part", utf8: template, encoding: .utf8))
      var filler = SectionFiller(context)
      let printed = filler.fill(section)
      return filler.diagnostics.isEmpty && printed.bytes.elementsEqual(tree.bytes[range])
    } catch {
      return false
    }
  }
}
