public import BulletinSyntax
public import ReportModel
public import SourceText

/// A report's text, drafted, with what was found on the way.
public struct Draft: Sendable {
  /// The text; complete only where ``diagnostics`` holds no error.
  public let text: SourcedText
  /// Faults of templates, narratives and data.
  public let diagnostics: [Diagnostic]
  /// The paths that stand as visible placeholders.
  public let placeholders: [String]
  /// Figures and table columns that no template asked for, as paths.
  public let unused: [ValueOrigin]
  /// The sources that ``diagnostics`` point into, besides the pack's files.
  public let narrativeSources: [SourceFile]
}

/// Drafts a report: fills a pack's parts and joins them in the format's way.
public enum ReportDrafter {
  /// Drafts a report.
  ///
  /// - Parameters:
  ///   - pack: The compiled templates.
  ///   - context: All that they can name.
  ///   - data: The report's own data, to tell what was not used.
  ///   - format: How the text is set: how many blank lines stand between two parts.
  ///   - allowsMissing: Whether missing values become visible placeholders instead of errors.
  /// - Returns: The text, every diagnostic, and what data was not used.
  public static func draft(
    _ pack: TemplatePack, context: TemplateContext, data: DataSet,
    format: BulletinFormat = .bulletin, allowsMissing: Bool = false
  ) -> Draft {
    let gap = String(repeating: "\n", count: format.blankLines + 1)
    var filler = SectionFiller(context, allowsMissing: allowsMissing)
    var text = SourcedText()
    let pieces =
      [pack.title, pack.publicationLine].compactMap { $0 } + pack.parts.map(\.template)
      + [pack.sourceLine].compactMap { $0 }
    for template in pieces {
      guard !pack.isVerbatim else {
        text.append(filler.fill(template))
        continue
      }
      let piece = filler.fill(template).trimmingBlankLines()
      guard !piece.bytes.isEmpty else { continue }
      if !text.bytes.isEmpty { text.append(gap.utf8, from: .generated) }
      text.append(piece)
    }
    if !pack.isVerbatim, !text.bytes.isEmpty { text.append("\n".utf8, from: .generated) }
    return Draft(
      text: text, diagnostics: filler.diagnostics, placeholders: filler.placeholders,
      unused: unused(data, used: filler.usedPaths), narrativeSources: filler.narrativeSources)
  }

  /// What was collected and not used: single figures one by one, tables by column of numbers.
  private static func unused(_ data: DataSet, used: Set<String>) -> [ValueOrigin] {
    var origins: [ValueOrigin] = []
    for figure in data.figures where figure.quantity != nil && !used.contains(figure.id) {
      origins.append(figure.origin)
    }
    for table in data.tables {
      for (index, column) in table.columns.enumerated() where column.isNumeric {
        guard !used.contains("\(table.name).*.\(column.name)") else { continue }
        let filled = table.rows.indices.lazy.filter { !table.rows.isBlank($0, index) }
        guard let first = filled.first else { continue }
        // Paths are made only where one of the names that were used may be among them.
        let mayBeUsed = used.contains {
          $0.hasPrefix("\(table.name).") && $0.hasSuffix(".\(column.name)")
        }
        let isUsed =
          mayBeUsed
          && filled.contains { row in
            table.origin(row: row, column: index).map { used.contains($0.path) } ?? false
          }
        if !isUsed, let origin = table.origin(row: first, column: index) { origins.append(origin) }
      }
    }
    return origins
  }
}

extension SourcedText {
  /// The text without blank lines before and after.
  func trimmingBlankLines() -> SourcedText {
    var copy = self
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    copy.truncate(to: end)
    return copy.droppingLeadingLineEnds()
  }
}
