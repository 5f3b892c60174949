import ReportModel
import SourceText

/// Turns cells into values and collects what is wrong with them.
struct CellJudge {
  private let grid: Grid
  private var faults = FaultList()

  /// What is wrong, in the order it was found.
  var diagnostics: [Diagnostic] { faults.diagnostics }

  init(_ grid: Grid) {
    self.grid = grid
  }

  mutating func report(
    _ fault: DataFault, at cell: GridCell, notes: [Diagnostic.Note] = [], row: CellRow? = nil
  ) {
    report(fault, at: grid.place(cell), notes: notes, row: row)
  }

  /// Reports a fault; in a workbook, where no line can be shown, with the row's own text.
  mutating func report(
    _ fault: DataFault, at place: DiagnosticPlace, notes: [Diagnostic.Note] = [],
    row: CellRow? = nil
  ) {
    let grid = grid
    faults.add(fault, at: place) {
      let own = row.flatMap { Self.note(of: $0, in: grid) }
      return [own].compactMap { $0 } + notes
    }
  }

  /// A row's own text, where a workbook has no line to show.
  static func note(of row: CellRow, in grid: Grid) -> Diagnostic.Note? {
    guard grid.sheet != nil else { return nil }
    let text = row.map(\.text).joined(separator: " | ")
    return Diagnostic.Note(row: text)
  }

  /// A cell as a number, judged; nil where it is blank or faulty.
  mutating func number(
    _ cell: GridCell, column: ColumnLabel, schema: DataSchema.Value?, row: CellRow
  ) -> ExactDecimal? {
    guard let number = plainNumber(cell, column: column, row: row) else { return nil }
    if schema?.type == .integer, number.scale > 0 {
      report(.notInteger(column.head, found: "\(number)"), at: cell, row: row)
      return nil
    }
    if let range = schema?.range, !range.contains(number) {
      report(.outOfRange(column.head, found: "\(number)", range: range), at: cell, row: row)
    }
    return number
  }

  private mutating func plainNumber(
    _ cell: GridCell, column: ColumnLabel, row: CellRow
  ) -> ExactDecimal? {
    switch cell.content {
    case .text(let text):
      let trimmed = text.trimmed
      if trimmed.isEmpty { return nil }
      if let number = ExactDecimal(trimmed) { return number }
      report(
        .numeral(NumeralText(trimmed, unit: column.unit), text: trimmed, column: column),
        at: trimmedPlace(of: cell, text), row: row)
    case .number(let number, let isPercent):
      // A cell shown as 46.7% holds 0.467; the column's own unit says which is meant.
      guard isPercent else { return number }
      if column.unit.base == "%" { return number.scaled(byPowerOfTen: 2)?.normalized }
      report(
        .numeral(NumeralText(cell.text, unit: column.unit), text: cell.text, column: column),
        at: cell, row: row)
    case .day(let day):
      report(.numeral(.date, text: day.description, column: column), at: cell, row: row)
    case .list, .boolean:
      report(.numeral(.other, text: cell.text, column: column), at: cell, row: row)
    case .error(let text):
      report(.numeral(.spreadsheetError, text: text, column: column), at: cell, row: row)
    case .uncalculated:
      report(.uncalculated(column.head), at: cell, row: row)
    }
    return nil
  }

  /// A cell as a text, a list or a date, judged; `.blank` where it is blank or faulty.
  mutating func value(
    _ cell: GridCell, column: String, schema: DataSchema.Value?, row: CellRow
  ) -> DataValue {
    guard let text = text(cell, column: column, row: row), !text.isEmpty else { return .blank }
    switch schema?.type {
    case .date:
      return day(text, at: cell, column: column, row: row).map { .text($0.description) } ?? .blank
    case .list:
      return list(cell, text, column: column, allowed: schema?.allowed ?? [], row: row)
    default:
      guard isAllowed(text, in: schema?.allowed ?? [], at: cell, column: column, row: row) else {
        return .blank
      }
      return .text(text)
    }
  }

  /// A cell as a text; nil where it is no text, and said so.
  mutating func text(_ cell: GridCell, column: String, row: CellRow) -> String? {
    switch cell.content {
    case .error(let text): report(.notText(column, found: text), at: cell, row: row)
    case .uncalculated: report(.uncalculated(column), at: cell, row: row)
    default: return cell.text
    }
    return nil
  }

  /// The day a text names, judged.
  mutating func day(
    _ text: String, at cell: GridCell, column: String, row: CellRow
  ) -> CalendarDay? {
    switch DateText(text) {
    case .day(let day): return day
    case .otherForm(let day):
      report(.dateForm(column, found: text.quoted, day: day), at: cell, row: row)
    case .none where NumeralText.isPlaceholder(text):
      report(.noDate(column, found: text.quoted), at: cell, row: row)
    case .noDay, .partial, .none:
      if let day = DateText.day(ofSerial: text) {
        report(.dateSerial(column, found: text, day: day), at: cell, row: row)
      } else {
        report(.badDate(column, found: text.quoted), at: cell, row: row)
      }
    }
    return nil
  }

  /// An as-of entry: any wording, but a date must be one.
  mutating func asOf(_ cell: GridCell, column: String, row: CellRow) -> String {
    guard let text = text(cell, column: column, row: row) else { return "" }
    switch DateText(text) {
    case .otherForm(let day):
      report(.dateForm(column, found: text.quoted, day: day), at: cell, row: row)
    case .noDay:
      report(.badDate(column, found: text.quoted), at: cell, row: row)
    default: break
    }
    return text
  }

  /// The qualifiers a cell names, joined by `;`.
  mutating func qualifiers(_ cell: GridCell, row: CellRow) -> [Qualifier] {
    guard let text = text(cell, column: "限定", row: row), !text.isEmpty else { return [] }
    var found: [Qualifier] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" || $0 == "、" }) {
      let word = part.trimmedBlanks
      if let qualifier = Qualifier(word) {
        found.append(qualifier)
      } else if !word.isEmpty {
        report(
          .unknownQualifier(word.quoted, nearest: NearestNames.of(word, in: Qualifier.words)),
          at: cell, row: row)
      }
    }
    return found
  }

  /// The kind a cell names; nil where it is blank or unknown.
  mutating func kind(_ cell: GridCell, row: CellRow) -> FigureKind? {
    guard let text = text(cell, column: "口径", row: row), !text.isEmpty else { return nil }
    if let kind = FigureKind(name: text) { return kind }
    report(.unknownKind(text.quoted), at: cell, row: row)
    return nil
  }

  /// Reports a required cell that is blank.
  mutating func require(_ cell: GridCell, column: String, row: CellRow) {
    if cell.isBlank { report(.blankRequired(column), at: cell, row: row) }
  }

  private mutating func list(
    _ cell: GridCell, _ text: String, column: String, allowed: [String], row: CellRow
  ) -> DataValue {
    if case .list(let members) = cell.content { return .list(members) }
    let members = text.split(separator: "、", omittingEmptySubsequences: false).map(\.trimmedBlanks)
    if members.contains("") {
      report(.blankMember(column), at: cell, row: row)
    } else if members.count == 1,
      let mark = text.unicodeScalars.first(where: { ",，;；/|\n".unicodeScalars.contains($0) })
    {
      report(.listSeparator(column, found: mark == "\n" ? "↵" : String(mark)), at: cell, row: row)
    }
    for member in members where !member.isEmpty {
      _ = isAllowed(member, in: allowed, at: cell, column: column, row: row)
    }
    return .list(members.filter { !$0.isEmpty })
  }

  private mutating func isAllowed(
    _ text: String, in allowed: [String], at cell: GridCell, column: String, row: CellRow
  ) -> Bool {
    if allowed.isEmpty || allowed.contains(text) { return true }
    report(
      .notAllowed(
        column, found: text.quoted, allowed: allowed, nearest: NearestNames.of(text, in: allowed)),
      at: cell, row: row)
    return false
  }

  /// The place of a cell's text without the blanks around it.
  private func trimmedPlace(of cell: GridCell, _ text: String) -> DiagnosticPlace {
    let trimmed = text.trimmed
    guard case .text(let file, let range) = grid.place(cell), trimmed.utf8.count < range.count,
      text.utf8.count == range.count
    else { return grid.place(cell) }
    let before = text.unicodeScalars.prefix { String($0).isBlank }
    let start = range.lowerBound + String(String.UnicodeScalarView(before)).utf8.count
    return .text(file: file, range: start..<start + trimmed.utf8.count)
  }
}
