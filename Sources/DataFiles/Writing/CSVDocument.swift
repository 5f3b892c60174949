public import SourceText

/// A comma- or tab-separated file whose cells can be changed while every other byte stays.
///
/// ```swift
/// var document = CSVDocument(file, isTabbed: false)
/// document.set("63", row: 1, column: 3)
/// let bytes = document.text
/// ```
public struct CSVDocument: Sendable {
  private struct Cell: Sendable {
    let text: String
    /// Its place in the file, quotes not included.
    let range: Range<Int>
    let isQuoted: Bool
  }

  private struct Row: Sendable {
    var cells: [Cell]
    /// Behind its last cell, its quote included, before the line's end.
    let end: Int
  }

  /// Whether the form is whole: every quote closed, every byte decoded.
  public let isWellFormed: Bool

  private let file: SourceFile
  private let separator: UInt8
  private var rows: [Row] = []
  private var edits: [Int: [Int: String]] = [:]
  private var added: [[String]] = []
  private var addedBelow: Int?
  private var addedHeads: [String] = []

  /// Takes a file apart; linear in its size.
  ///
  /// Blank lines are no rows.
  public init(_ file: SourceFile, isTabbed: Bool) {
    self.file = file
    separator = CSVGridReader.separator(of: file.bytes, isTabbed: isTabbed)
    var scanner = CSVScanner(separator: separator)
    var rows: [Row] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      func take(_ row: borrowing CSVRow) {
        guard !row.isBlank else { return }
        var cells: [Cell] = []
        for index in 0..<row.count {
          let range = row.range(index)
          cells.append(
            Cell(
              text: row.text(index), range: range, isQuoted: row.fields[index].form != .bare))
        }
        rows.append(Row(cells: cells, end: row.end))
      }
      scanner.scan(bytes) { take($0) }
      scanner.finish { take($0) }
    }
    self.rows = rows
    isWellFormed = scanner.faults.isEmpty && file.decodingFaults.isEmpty
  }

  /// How many rows there are, titles and heads among them; added ones are not counted.
  public var rowCount: Int { rows.count }

  /// The texts of a row's cells, as they were, without blanks at their ends.
  public func texts(ofRow row: Int) -> [String] {
    rows.indices.contains(row) ? rows[row].cells.map(\.text.trimmed) : []
  }

  /// The row that names the columns, below whatever titles stand above it.
  var headRow: Int {
    let names = UsualColumn.allCases.flatMap { [$0.names.chinese, $0.names.english] }
    let lines = rows.prefix(TableHeadFinder.depth).enumerated().map { index, row in
      row.cells.enumerated().map { column, cell in
        GridCell(content: .text(cell.text), range: cell.range, line: index + 1, column: column + 1)
      }
    }
    return lines.isEmpty ? 0 : TableHeadFinder(lines: lines, known: Set(names)).headLine()
  }

  /// The row and column, from 0, of the cell whose text begins at a place.
  public func cell(at place: TextPosition) -> (row: Int, column: Int)? {
    guard let offset = LineTable(file.bytes).offset(of: place) else { return nil }
    for (index, row) in rows.enumerated() where offset <= row.end {
      return row.cells.firstIndex { $0.range.lowerBound == offset }.map { (index, $0) }
    }
    return nil
  }

  /// The first row whose cells have all these names, units left aside.
  public func headRow(with names: [String]) -> Int? {
    rows.indices.first { row in
      let heads = heads(ofRow: row)
      return names.allSatisfy { heads.contains($0) }
    }
  }

  /// The names in a row of heads, without units.
  public func heads(ofRow row: Int) -> [String] {
    texts(ofRow: row).map { ColumnHead($0).name }
  }

  /// Changes a cell.
  ///
  /// - Returns: Whether there is such a cell.
  @discardableResult
  public mutating func set(_ text: String, row: Int, column: Int) -> Bool {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return false }
    edits[row, default: [:]][column] = text
    return true
  }

  /// Adds a column at the right; `head` is the row of heads, blank cells are added to rows below.
  public mutating func addColumn(_ name: String) {
    addedHeads.append(name)
  }

  /// Adds a row; missing cells are blank.
  ///
  /// - Parameters:
  ///   - cells: Its cells.
  ///   - row: The row that added ones stand below, such as the last before a row of totals; nil for
  ///     the last. All added rows stand below the same one.
  public mutating func add(row cells: [String], below row: Int? = nil) {
    added.append(cells)
    addedBelow = row
  }

  /// The text with all changes.
  ///
  /// - Parameters:
  ///   - headRow: The row of heads, where columns were added.
  ///   - values: The cells of added columns, by row.
  /// - Returns: The text in UTF-8.
  public func text(headRow: Int = 0, addedValues values: [Int: [String]] = [:]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(file.bytes.count + 256)
    var copied = 0
    for (index, row) in rows.enumerated() {
      for (column, text) in (edits[index] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let cell = row.cells[column]
        output.append(contentsOf: file.bytes[copied..<cell.range.lowerBound])
        if cell.isQuoted { Self.quote(text, &output) } else { write(text, &output) }
        copied = cell.range.upperBound
      }
      // What closes a table has cells of its own.
      if !addedHeads.isEmpty, index >= headRow, row.cells.count == rows[headRow].cells.count {
        output.append(contentsOf: file.bytes[copied..<row.end])
        copied = row.end
        for (place, head) in addedHeads.enumerated() {
          output.append(separator)
          let value = values[index].flatMap { $0.indices.contains(place) ? $0[place] : nil } ?? ""
          write(index == headRow ? head : value, &output)
        }
      }
      guard !added.isEmpty, index == addedBelow ?? rows.count - 1 else { continue }
      output.append(contentsOf: file.bytes[copied..<row.end])
      copied = row.end
      writeAdded(&output)
    }
    output.append(contentsOf: file.bytes[copied...])
    return output
  }

  /// The text with its changes, in the encoding it came in.
  ///
  /// - Throws: An error where the encoding has no place for a character.
  func encoded() throws(EncodingError) -> [UInt8] {
    try TextDecoder.encode(text(), as: file.encoding)
  }

  private func writeAdded(_ output: inout [UInt8]) {
    for row in added {
      output.append(contentsOf: lineEnd)
      for (column, text) in row.enumerated() {
        if column > 0 { output.append(separator) }
        write(text, &output)
      }
    }
  }

  /// The line end the file uses: that of its first row.
  private var lineEnd: [UInt8] {
    guard let end = rows.first?.end, end < file.bytes.count else { return [0x0A] }
    if file.bytes[end] == 0x0D {
      return end + 1 < file.bytes.count && file.bytes[end + 1] == 0x0A ? [0x0D, 0x0A] : [0x0D]
    }
    return [0x0A]
  }

  private func write(_ text: String, _ output: inout [UInt8]) {
    let needsQuotes = text.utf8.contains {
      $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return output.append(contentsOf: text.utf8) }
    output.append(0x22)
    Self.quote(text, &output)
    output.append(0x22)
  }

  private static func quote(_ text: String, _ output: inout [UInt8]) {
    for byte in text.utf8 {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
  }
}
