import ReportModel
import XLSXWriter

extension WorkbookLayout: CustomStringConvertible {
  /// The layout as text, one cell a line, for people and for golden files.
  public var description: String {
    var lines = ["workbook \(Self.quoted(title)) of \(Self.quoted(company)), created \(created)"]
    for property in properties {
      lines.append("property \(property.name) = \(Self.quoted(property.value))")
    }
    for name in names { lines.append("name \(name.name) = \(name.range.formula)") }
    for sheet in sheets { lines += sheet.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text in quotation marks, line feeds and quotation marks escaped.
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": output += "\\n"
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

extension SheetLayout {
  /// The sheet as lines of text.
  var lines: [String] {
    var lines = ["", "sheet \(name): \(purpose)"]
    var view: [String] = []
    if let tabColor { view.append("tab \(String(tabColor.rgb, radix: 16))") }
    if frozenRows > 0 || frozenColumns > 0 { view.append("frozen \(frozenRows)×\(frozenColumns)") }
    if let filter {
      view.append(tableName.map { "table \($0) \(filter.a1)" } ?? "filter \(filter.a1)")
    }
    if isProtected { view.append(canGrow ? "protected but for rows" : "protected") }
    if columnsAreOpen { view.append("columns open") }
    view.append(pageWords)
    lines.append("  " + view.joined(separator: ", "))
    let widths = columnWidths.enumerated().map { "\(CellPosition.columnLetters($0)) \($1)" }
    lines.append("  widths " + widths.joined(separator: ", "))
    for column in hiddenColumns.sorted() {
      lines.append("  hidden \(CellPosition.columnLetters(column))")
    }
    for range in merges { lines.append("  merge \(range.a1)") }
    for look in conditionalLooks {
      lines.append("  \(look.look.rawValue) \(look.range.a1) when \(look.formula)")
    }
    for rule in rules {
      lines.append("  accepts \(rule.range.a1): \(rule.validation.error.text ?? "")")
    }
    for placed in charts { lines.append("  chart at \(placed.corner.a1): \(placed.chart.words)") }
    for (index, row) in rows.enumerated() { lines += row.lines(row: index) }
    return lines
  }

  private var pageWords: String {
    var words = "\(page.paper) \(page.landscape ? "landscape" : "portrait")"
    if let fit = page.fit { words += " fit \(fit.width)×\(fit.height)" }
    if let rows = page.repeatedRows {
      words += " repeat \(rows.lowerBound + 1):\(rows.upperBound + 1)"
    }
    if let columns = page.repeatedColumns {
      words +=
        " repeat \(CellPosition.columnLetters(columns.lowerBound))"
        + ":\(CellPosition.columnLetters(columns.upperBound))"
    }
    if let area = page.printArea { words += " of \(area.a1)" }
    return words
  }
}

extension SheetLayout.Row {
  fileprivate func lines(row: Int) -> [String] {
    var lines = height.map { ["  row \(row + 1) height \($0)"] } ?? []
    for (column, cell) in cells.enumerated() {
      let words = cell.words
      guard !words.isEmpty else { continue }
      lines.append("  \(CellPosition(row: row, column: column).a1) \(words)")
    }
    return lines
  }
}

extension CellLayout {
  fileprivate var words: String {
    var words = "\(style.role)"
    if let decimals = style.decimals { words += "(\(decimals))" }
    if style.isOpen { words += " open" }
    switch content {
    case .blank:
      if style.role == .plain, note == nil { return "" }
    case .text(let text): words += " " + WorkbookLayout.quoted(text)
    case .number(let number): words += " \(number)"
    case .formula(let formula, let result): words += " =\(formula) → \(result.words)"
    case .link(let text, let target):
      words += " \(WorkbookLayout.quoted(text)) → \(target.formula)"
    }
    if let note { words += " note \(WorkbookLayout.quoted(note))" }
    return words
  }
}

extension CellLayout.Result {
  fileprivate var words: String {
    switch self {
    case .number(let number): number.description
    case .text(let text): WorkbookLayout.quoted(text)
    }
  }
}

extension Chart {
  fileprivate var words: String {
    let ranges = series.map { series in
      let categories = series.categories.map { $0.formula + " → " } ?? ""
      return categories + series.values.formula
    }
    var title = ""
    if case .text(let text)? = self.title { title = WorkbookLayout.quoted(text) + " " }
    return "\(kind) \(title)\(ranges.joined(separator: "; "))"
  }
}
