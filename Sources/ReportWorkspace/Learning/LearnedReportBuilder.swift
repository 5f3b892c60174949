import BulletinSyntax
import ReportModel
import SectionTemplates
import SourceText

/// Puts a learnt report's files together.
struct LearnedReportBuilder {
  private let file: SourceFile
  private let text: LearnedText
  private let alignment: PeriodAlignment?
  private let allNarratives: [LearnedNarrative]
  private var names: LearnedNames
  private(set) var rows: [LearnedFigure] = []
  private(set) var tables: [LearnedTable] = []
  private(set) var narratives: [LearnedNarrative] = []
  private(set) var literalFigures = 0
  /// What the second text was found to have in common; known once the files are built.
  private(set) var comparison: PeriodComparison?
  private var narrativeTexts: [Int: String] = [:]

  init(_ file: SourceFile, text: LearnedText, alignment: PeriodAlignment?) {
    self.file = file
    self.text = text
    self.alignment = alignment
    names = LearnedNames(text.tree)
    if let alignment {
      var finder = NarrativeFinder(alignment)
      allNarratives = finder.narratives()
    } else {
      allNarratives = []
    }
  }

  mutating func build() -> [LearnedReport.File] {
    var files: [LearnedReport.File] = []
    var parts: [(file: String, role: PartRole)] = []
    var figures = text.figures[...]
    var shapes = text.shapes[...]
    var narratives = allNarratives[...]
    for part in LearnedParts.of(text.tree) {
      let end = part.range.upperBound
      let draft = PartDraft(
        part: part, figures: figures.take { $0.range.lowerBound < end },
        shapes: shapes.take { $0.range.lowerBound < end }.filter { $0.range.upperBound <= end },
        narratives: narratives.take { $0.range.lowerBound < end }
          .filter { $0.range.upperBound <= end })
      files.append(LearnedReport.File(path: "templates/\(part.file)", bytes: section(draft)))
      parts.append((part.file, part.role))
    }
    files.append(
      LearnedReport.File(path: "templates/pack.yaml", bytes: LearnedManifest.pack(parts)))
    files.append(
      LearnedReport.File(
        path: "report.yaml", bytes: LearnedManifest.report(file, front: text.front)))
    files += dataFiles()
    return files.sorted { $0.path < $1.path }
  }

  private mutating func dataFiles() -> [LearnedReport.File] {
    let last = alignment.map { alignment in
      (
        column: alignment.relation == .lastYear ? "上年同期" : "上期",
        value: { (figure: LearnedFigure) in alignment.lastValue(of: figure) }
      )
    }
    var files = [
      LearnedReport.File(
        path: "data/figures.csv", bytes: LearnedManifest.figures(rows, last: last))
    ]
    for table in tables {
      files.append(LearnedReport.File(path: table.path, bytes: table.csv(last: last)))
    }
    if !narratives.isEmpty {
      let bytes = LearnedNarrative.file(narratives) { narrativeTexts[$0.lowerBound] ?? "" }
      files.append(LearnedReport.File(path: "data/narrative.yaml", bytes: bytes))
    }
    if let alignment {
      var called = Dictionary(rows.map { ($0.index, $0.id) }) { first, _ in first }
      for table in tables { called.merge(table.figureNames) { first, _ in first } }
      let comparison = PeriodComparison(alignment, names: called)
      files.append(LearnedReport.File(path: "两期对照.txt", bytes: comparison.text))
      self.comparison = comparison
    }
    return files
  }

  /// A part's template: with narratives, tables and slots where that gives the part's bytes again;
  /// else with less of them, at last words alone.
  private mutating func section(_ draft: PartDraft) -> [UInt8] {
    for draft in draft.fallbacks {
      var names = names
      let tables = draft.shapes.filter { !isInFront($0.range) }.compactMap {
        LearnedTable($0, name: names.table(of: $0), in: text.bytes)
      }
      let bound = outside(tables, draft.figures).map { names.named($0) }
      let inner = slots(in: draft.part.range, bound: bound, tables: tables)
      let narratives = draft.narratives.map { narrative in
        (narrative, narrativeText(narrative, inner))
      }
      let template = TemplateText.write(
        text.bytes, draft.part.range, slots: merged(inner, narratives.map(\.0)))
      guard prints(template, draft.part.range, bound, tables, narratives) else { continue }
      self.names = names
      rows += bound
      self.tables += tables
      self.narratives += draft.narratives
      for (narrative, text) in narratives { narrativeTexts[narrative.range.lowerBound] = text }
      literalFigures +=
        draft.figures.count - bound.count - tables.reduce(0) { $0 + $1.figureCount }
      return template
    }
    literalFigures += draft.figures.count
    return TemplateText.write(text.bytes, draft.part.range, slots: [])
  }

  /// Whether a stretch reaches into the title or another slot around the text.
  private func isInFront(_ range: Range<Int>) -> Bool {
    text.front.slots.contains { $0.range.overlaps(range) }
  }

  /// The printable figures that have a place of their own, outside tables and the front.
  private func outside(_ tables: [LearnedTable], _ figures: [LearnedFigure]) -> [LearnedFigure] {
    var rest = tables[...]
    var end = 0
    return figures.filter { figure in
      guard figure.range.lowerBound >= end, !isInFront(figure.range) else { return false }
      while let table = rest.first, table.range.upperBound <= figure.range.lowerBound {
        rest.removeFirst()
      }
      let isInside = rest.first.map { $0.range.lowerBound <= figure.range.lowerBound } ?? false
      guard !isInside, figure.isPrintable else { return false }
      end = figure.range.upperBound
      return true
    }
  }

  private func slots(
    in range: Range<Int>, bound: [LearnedFigure], tables: [LearnedTable]
  ) -> [TemplateSlot] {
    var slots =
      text.front.slots.filter { range.contains($0.range.lowerBound) }
      + bound.map { TemplateSlot(range: $0.range, path: $0.id) }
      + tables.map { TemplateSlot(range: $0.range, text: $0.loop) }
    if let alignment {
      slots += alignment.changedPeriodWords(in: range).map {
        TemplateSlot(range: $0.range, path: $0.path)
      }
    }
    return slots.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The slots of a part's template: what stands inside a narrative is in the narrative's text.
  private func merged(
    _ slots: [TemplateSlot], _ narratives: [LearnedNarrative]
  ) -> [TemplateSlot] {
    guard !narratives.isEmpty else { return slots }
    var rest = narratives[...]
    let outside = slots.filter { slot in
      while let next = rest.first, next.range.upperBound <= slot.range.lowerBound {
        rest.removeFirst()
      }
      return rest.first.map { $0.range.lowerBound > slot.range.lowerBound } ?? true
    }
    return (outside + narratives.map(\.slot)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func narrativeText(_ narrative: LearnedNarrative, _ slots: [TemplateSlot]) -> String {
    let first = slots.partitioningIndex { $0.range.lowerBound >= narrative.range.lowerBound }
    let inside = slots[first...].prefix { $0.range.lowerBound < narrative.range.upperBound }
    return String(
      decoding: TemplateText.write(text.bytes, narrative.range, slots: Array(inside)),
      as: UTF8.self)
  }

  /// Whether a template, filled, gives the bytes of its part.
  private func prints(
    _ template: [UInt8], _ range: Range<Int>, _ bound: [LearnedFigure], _ tables: [LearnedTable],
    _ narratives: [(LearnedNarrative, String)]
  ) -> Bool {
    var data = DataSet(tables: tables.map(\.table), figures: bound.map(\.single))
    if !narratives.isEmpty {
      let texts = Dictionary(narratives.map { ($0.0.range, $0.1) }) { first, _ in first }
      let file = LearnedNarrative.file(narratives.map(\.0)) { texts[$0] ?? "" }
      guard let node = LearnedNarrative.read(file) else { return false }
      data.narrative = node
    }
    let context = TemplateContext(settings: text.front.settings, data: data, schema: DataSchema())
    do throws(DiagnosticError) {
      let section = try SectionTemplate(
        SourceFile(name: "part", utf8: template, encoding: .utf8))
      var filler = SectionFiller(context)
      let printed = filler.fill(section)
      return filler.diagnostics.isEmpty && printed.bytes.elementsEqual(text.bytes[range])
    } catch {
      return false
    }
  }
}

/// What a part's template could be made of.
private struct PartDraft {
  let part: LearnedParts.Part
  let figures: [LearnedFigure]
  var shapes: [RepeatedShape]
  var narratives: [LearnedNarrative]

  /// The part as it is wished for, then with less and less.
  var fallbacks: [PartDraft] {
    var drafts = [self]
    var less = self
    if !narratives.isEmpty {
      less.narratives = []
      drafts.append(less)
    }
    if !shapes.isEmpty {
      less.shapes = []
      drafts.append(less)
    }
    return drafts
  }
}

extension ArraySlice {
  /// Takes the elements at the head for which `belongs` holds.
  fileprivate mutating func take(while belongs: (Element) -> Bool) -> [Element] {
    let head = prefix(while: belongs)
    removeFirst(head.count)
    return Array(head)
  }
}
