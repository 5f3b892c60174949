public import SourceText

/// Changes cells of a comma- or tab-separated text and leaves every other byte as it is.
///
/// Byte order mark, line ends, quotes, blank lines and the order of rows and columns stay.
public struct CSVEditor: Sendable {
  /// A cell of the text.
  private struct Cell {
    let text: String
    /// Where it stands with its quotes, in UTF-8 offsets.
    let range: Range<Int>
    /// Where its text begins: behind the opening quote, where there is one.
    let start: Int
    let isQuoted: Bool
  }

  private let file: SourceFile
  private let separator: UInt8
  private var rows: [[Cell]] = []
  private var edits: [Int: (cell: Cell, text: String)] = [:]
  private var added: [[String]] = []

  /// An editor of a text; nil where its form is broken.
  ///
  /// Linear in its size.
  ///
  /// - Parameters:
  ///   - file: The text.
  ///   - isTabbed: Whether its name says that tabs part the cells.
  public init?(_ file: SourceFile, isTabbed: Bool = false) {
    guard file.decodingFaults.isEmpty else { return nil }
    self.file = file
    separator = CSVGridReader.separator(of: file.bytes, isTabbed: isTabbed)
    var scanner = CSVScanner(separator: separator)
    var rows: [[Cell]] = []
    file.bytes.withUnsafeBufferPointer { bytes in
      scanner.scan(bytes) { row in rows.append(Self.cells(of: row)) }
      scanner.finish { row in rows.append(Self.cells(of: row)) }
    }
    guard scanner.faults.isEmpty else { return nil }
    self.rows = rows.filter { row in row.contains { !$0.text.isBlank } }
  }

  private static func cells(of row: borrowing CSVRow) -> [Cell] {
    var cells: [Cell] = []
    for index in 0..<row.count {
      let inner = row.range(index)
      let isQuoted = row.fields[index].form != .bare
      cells.append(
        Cell(
          text: row.text(index),
          range: isQuoted ? inner.lowerBound - 1..<inner.upperBound + 1 : inner,
          start: inner.lowerBound, isQuoted: isQuoted))
    }
    return cells
  }

  /// How many rows hold anything, the head included.
  public var rowCount: Int { rows.count }

  /// The row that names the columns, below whatever titles stand above it.
  var headRow: Int {
    let names = UsualColumn.allCases.flatMap { [$0.names.chinese, $0.names.english] }
    let lines = rows.prefix(TableHeadFinder.depth).enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        GridCell(content: .text(cell.text), range: cell.range, line: row + 1, column: column + 1)
      }
    }
    return lines.isEmpty ? 0 : TableHeadFinder(lines: lines, known: Set(names)).headLine()
  }

  /// The texts of a row's cells, as they were before any change.
  public func texts(ofRow row: Int) -> [String] {
    rows.indices.contains(row) ? rows[row].map(\.text) : []
  }

  /// The row and column, from 0, of the cell whose text begins at a place.
  public func cell(at place: TextPosition) -> (row: Int, column: Int)? {
    guard let offset = LineTable(file.bytes).offset(of: place) else { return nil }
    for (row, cells) in rows.enumerated() {
      guard let last = cells.last, offset <= last.range.upperBound else { continue }
      return cells.firstIndex { $0.start == offset }.map { (row, $0) }
    }
    return nil
  }

  /// Gives a cell another text; false where the row has no such cell.
  public mutating func set(row: Int, column: Int, to text: String) -> Bool {
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return false }
    let cell = rows[row][column]
    edits[cell.range.lowerBound] = text == cell.text ? nil : (cell, text)
    return true
  }

  /// Adds a row at the end.
  public mutating func append(_ texts: [String]) {
    added.append(texts)
  }

  /// The text with its changes, in UTF-8; linear in its size.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(file.bytes.count + 64)
    var next = 0
    for (offset, edit) in edits.sorted(by: { $0.key < $1.key }) {
      output += file.bytes[next..<offset]
      write(edit.text, isQuoted: edit.cell.isQuoted, to: &output)
      next = edit.cell.range.upperBound
    }
    output += file.bytes[next...]
    guard !added.isEmpty else { return output }
    let lineEnd = lineEnd
    if let last = output.last, last != 0x0A, last != 0x0D { output += lineEnd }
    for texts in added {
      for (index, text) in texts.enumerated() {
        if index > 0 { output.append(separator) }
        write(text, isQuoted: false, to: &output)
      }
      output += lineEnd
    }
    return output
  }

  /// The text with its changes, in the encoding it came in.
  ///
  /// - Throws: An error where the encoding has no place for a character.
  public func encoded() throws(EncodingError) -> [UInt8] {
    try TextDecoder.encode(bytes, as: file.encoding)
  }

  /// The line end that the text's first line has.
  private var lineEnd: [UInt8] {
    guard let index = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return [0x0A]
    }
    guard file.bytes[index] == 0x0D else { return [0x0A] }
    return file.bytes[(index + 1)...].first == 0x0A ? [0x0D, 0x0A] : [0x0D]
  }

  private func write(_ text: String, isQuoted: Bool, to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard
      isQuoted
        || text.utf8.contains(where: {
          $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D
        })
    else {
      output += text.utf8
      return
    }
    output.append(quote)
    for byte in text.utf8 {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}
