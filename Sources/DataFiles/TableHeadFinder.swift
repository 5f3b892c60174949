import ReportModel

/// Finds the head of a table below whatever titles stand above it.
struct TableHeadFinder {
  /// A table's head.
  struct Head {
    /// The cells of the head, one a column, from the left.
    let cells: [GridCell]
    /// How many of the sheet's rows lie before the first row of data.
    let rowsBefore: Int
  }

  /// How many rows from the top a head is looked for in.
  static let depth = 30

  private let merges: [XLSXSheet.Merge]
  private let known: Set<String>
  /// The top rows by column, merged cells filled with what they show.
  private let top: [[Int: GridCell]]

  /// A finder for a sheet's table whose columns may have the `known` names.
  init(_ sheet: XLSXSheet, known: Set<String>) {
    merges = sheet.merges
    self.known = known
    top = sheet.rows.prefix(Self.depth).map { row in
      Dictionary(row.map { ($0.column, $0) }, uniquingKeysWith: { _, last in last })
    }
    .filled(with: sheet.merges)
  }

  /// A finder for the table of a text file's first lines.
  init(lines: [[GridCell]], known: Set<String>) {
    merges = []
    self.known = known
    top = lines.prefix(Self.depth).map { line in
      Dictionary(uniqueKeysWithValues: line.enumerated().filter { !$0.element.isBlank })
    }
  }

  /// Which line of a text file is the head: the first, unless it is surely a title.
  ///
  /// A line is a title where it holds one cell alone or nothing but entries such as 填报单位:… and
  /// dates, and a line below reads as a head.
  func headLine() -> Int {
    if let named = rowOfNames() { return named }
    let widest = top.map { Set($0.values.map(\.text)).count }.max() ?? 0
    guard widest > 1, let head = top.indices.first(where: { !isTitle(top[$0]) }),
      Set(top[head].values.map(\.text)).count > 1, top[head].values.allSatisfy(\.mayBeName)
    else { return 0 }
    return head
  }

  private func isTitle(_ row: [Int: GridCell]) -> Bool {
    row.count <= 1 || row.values.allSatisfy(\.isEntry)
  }

  func find() -> Head? {
    guard let index = rowOfNames() ?? rowByShape() else { return nil }
    let last = childRow(below: index) ?? index
    let cells = top[last].values.sorted { $0.column < $1.column }.map { cell in
      named(cell, row: last)
    }
    return Head(cells: cells, rowsBefore: last + 1)
  }

  /// The row that holds most of the known names, if it holds two.
  private func rowOfNames() -> Int? {
    let scores = top.map { row in
      Set(row.values.compactMap { known(name: $0) }).count
    }
    guard let best = scores.max(), best >= 2 || (best == 1 && known.count == 1) else { return nil }
    return scores.firstIndex(of: best)
  }

  /// The first row with several different texts and no number, as wide as half the table.
  private func rowByShape() -> Int? {
    let widths = top.map { Set($0.values.map(\.text)).count }
    guard let widest = widths.max() else { return nil }
    return top.indices.first { index in
      widths[index] * 2 >= widest && widths[index] >= min(2, widest)
        && top[index].values.allSatisfy(\.mayBeName)
    } ?? top.indices.first
  }

  /// The row under a head whose cells are merged over several columns, if it names those columns.
  private func childRow(below index: Int) -> Int? {
    let next = index + 1
    guard top.indices.contains(next), let line = top[index].values.first?.line else { return nil }
    let groups = merges.filter {
      $0.rows == line...line && $0.columns.count > 1 && $0.columns.count < top[index].count
    }
    guard !groups.isEmpty, top[next].values.first?.line == line + 1 else { return nil }
    let isNaming = groups.allSatisfy { group in
      group.columns.allSatisfy { top[next][$0]?.isText == true }
    }
    return isNaming ? next : nil
  }

  /// A head's cell, named after its group too where its own name is not known.
  private func named(_ cell: GridCell, row: Int) -> GridCell {
    guard row > 0, known(name: cell) == nil, let parent = top[row - 1][cell.column],
      parent.line == cell.line - 1 || isMergedAbove(cell), parent.text != cell.text,
      merges.contains(where: {
        $0.contains(row: parent.line, column: cell.column) && $0.columns.count > 1
          && $0.columns.count < top[row].count
      })
    else { return cell }
    let own = ColumnHead(cell.text)
    let group = ColumnHead(parent.text)
    let name = group.name + own.name
    var named = cell
    named.content = .text((own.unit ?? group.unit).map { "\(name)(\($0))" } ?? name)
    return named
  }

  private func isMergedAbove(_ cell: GridCell) -> Bool {
    merges.contains { $0.contains(row: cell.line - 1, column: cell.column) }
  }

  private func known(name cell: GridCell) -> String? { Self.name(of: cell, among: known) }

  /// Whether a cell is one of the names, with its unit or without.
  static func isName(_ cell: GridCell, among known: Set<String>) -> Bool {
    name(of: cell, among: known) != nil
  }

  private static func name(of cell: GridCell, among known: Set<String>) -> String? {
    let text = cell.text
    if known.contains(text) { return text }
    let name = ColumnHead(text).name
    return known.contains(name) ? name : nil
  }
}

extension GridCell {
  /// Whether the cell is an entry above or below a table, as 填报单位:…, or a date.
  fileprivate var isEntry: Bool {
    text.unicodeScalars.contains { $0 == ":" || $0 == "：" } || DateText(text) != .none
  }

  fileprivate var isText: Bool {
    guard case .text(let text) = content else { return false }
    return !text.isBlank
  }

  /// Whether the cell may name a column: a text, no date, and no entry of the form 填报单位:….
  fileprivate var mayBeName: Bool {
    let name = ColumnHead(text).name
    return isText && DateText(name) == .none && ExactDecimal(name) == nil
      && !name.unicodeScalars.contains { $0 == ":" || $0 == "：" }
  }
}

extension [[Int: GridCell]] {
  /// The rows with the first cell of each merge repeated in the others, at its own place.
  fileprivate func filled(with merges: [XLSXSheet.Merge]) -> Self {
    guard let last = self.last?.values.first?.line, !merges.isEmpty else { return self }
    var rows = self
    for merge in merges where merge.rows.lowerBound <= last {
      guard let first = firstIndex(where: { $0.values.first?.line == merge.rows.lowerBound }),
        let shown = self[first][merge.columns.lowerBound]
      else { continue }
      for index in first..<count {
        guard let line = self[index].values.first?.line, merge.rows.contains(line) else { break }
        // A merge over the whole sheet is a title; sixteen thousand copies of it serve nobody.
        for column in merge.columns.prefix(256) where rows[index][column] == nil {
          var copy = shown
          copy.line = line
          copy.column = column
          rows[index][column] = copy
        }
      }
    }
    return rows
  }
}
