import BulletinSyntax
public import ReportModel
public import SectionTemplates
import SourceText

extension ReportFolder {
  /// What a workbook shows of the report and its drafted text.
  ///
  /// Each figure that the text holds is found by reading it as a reviewer's text is read, and bound to
  /// the cells that the draft says it was printed from. Linear in the text.
  public func snapshot(of draft: Draft) -> ReportSnapshot {
    let source = SourceFile(name: "draft.txt", text: draft.text.text)
    let tree = SyntaxTree.parse(source)
    let figures = FigureBinder(tree: tree, text: draft.text).figures()
    let parts = tree.headings.filter { $0.level == 1 }.map { heading in
      ReportSnapshot.Part(
        heading: source.text(in: heading.number) + source.text(in: heading.title),
        figureCount: 0)
    }
    let counts = Dictionary(grouping: figures) { $0.headings.first ?? "" }.mapValues(\.count)
    return ReportSnapshot(
      title: tree.titleText ?? settings.title, bureau: bureau.name,
      period: settings.period, publicationTime: settings.publicationTime, asOf: settings.asOf,
      text: source.text,
      parts: parts.map {
        ReportSnapshot.Part(heading: $0.heading, figureCount: counts[$0.heading] ?? 0)
      },
      figures: figures, decisions: ReportDrafter.decisions(pack, context: context), data: data,
      schema: schema, lastYear: lastYear,
      // Of a whole year the period before is the year before.
      lastPeriod: settings.period?.previous == settings.period?.sameOfLastYear ? nil : previous,
      sources: files.map(\.source).sorted { $0.file < $1.file })
  }
}

/// Finds the figures of a drafted text and the cells they were printed from.
private struct FigureBinder {
  let tree: SyntaxTree
  let text: SourcedText

  func figures() -> [PlacedFigure] {
    var cursor = PositionCursor(text.bytes)
    var headingIndex = 0
    var open: [Int] = []
    return FigureScanner.figures(in: tree).map { figure in
      while headingIndex < tree.headings.count,
        tree.headings[headingIndex].number.lowerBound <= figure.range.lowerBound
      {
        let level = tree.headings[headingIndex].level
        open.removeAll { tree.headings[$0].level >= level }
        open.append(headingIndex)
        headingIndex += 1
      }
      return place(figure, under: open, at: cursor.position(of: figure.range.lowerBound))
    }
  }

  private func place(_ figure: Figure, under open: [Int], at position: TextPosition) -> PlacedFigure
  {
    let source = tree.source
    var origins: [ValueOrigin] = []
    var isDirect = false
    if let index = text.segmentIndex(at: figure.range.lowerBound),
      case .value(let cells, let quantity) = text.segments[index].origin
    {
      origins = cells
      isDirect = cells.count == 1 && quantity != nil && quantity?.number == figure.value
    }
    return PlacedFigure(
      text: source.text(in: figure.range), value: figure.value,
      unit: MeasureUnit(figure.unitText(in: source)),
      qualifiers: figure.qualifiers.map { source.text(in: $0) },
      label: source.text(in: figure.label), line: position.line, column: position.column,
      headings: open.map {
        source.text(in: tree.headings[$0].number) + source.text(in: tree.headings[$0].title)
      },
      sentence: source.text(in: SentenceSpan.around(figure.range, in: text.bytes)),
      origins: origins,
      isDirect: isDirect)
  }
}
