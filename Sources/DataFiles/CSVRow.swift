public import ReportModel
public import SourceText

/// A row of a ``CSVScanner``: its cells with their places, borrowed for the time of the call.
///
/// Cells are numbered from 0; a number the row does not have gives an empty cell.
public struct CSVRow: ~Copyable {
  let base: UnsafePointer<UInt8>
  let start: Int
  let fields: UnsafeBufferPointer<CSVField>
  /// Where the row begins, in UTF-8 offsets of the whole text.
  public let offset: Int
  /// The line the row begins on, from 1; only LF ends a line.
  public let line: Int
  /// The column the row begins on: 1, unless a lone CR ended the row before.
  let column: Int

  /// How many cells the row has.
  public var count: Int { fields.count }

  /// Whether every cell is empty, as on a blank line.
  public var isBlank: Bool {
    fields.allSatisfy { $0.start == $0.end }
  }

  /// Whether the row ends within a quote that is never closed, and so holds more than a row.
  public var isUnclosed: Bool { fields.last?.form == .unclosed }

  /// A cell's text.
  public func text(_ cell: Int) -> String {
    guard fields.indices.contains(cell) else { return "" }
    let bytes = raw(cell)
    guard fields[cell].form == .quotedWithQuotes else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      output.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Gives `body` a cell's bytes; quotes within a quoted cell are still doubled.
  public func withBytes<Value, Failure: Error>(
    _ cell: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try body(raw(cell))
  }

  /// A cell as a plain decimal; nil for anything else.
  ///
  /// What is plain says `ExactDecimal`. No text is made on the way.
  public func decimal(_ cell: Int) -> ExactDecimal? {
    ExactDecimal(utf8: raw(cell))
  }

  /// A cell as a day, `2023-06-30`; nil for anything else.
  public func day(_ cell: Int) -> CalendarDay? {
    CalendarDay(utf8: raw(cell))
  }

  /// Where a cell's text stands in the whole text, in UTF-8 offsets, without quotes around it.
  public func range(_ cell: Int) -> Range<Int> {
    guard fields.indices.contains(cell) else { return end..<end }
    let field = fields[cell]
    return field.start - start + offset..<field.end - start + offset
  }

  /// A cell's line and column; linear in what stands before it in the row.
  public func position(_ cell: Int) -> TextPosition {
    let target = fields.indices.contains(cell) ? fields[cell].start : end - offset + start
    var line = line
    var column = column
    for index in start..<target {
      if base[index] == 0x0A {
        line += 1
        column = 1
      } else if base[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TextPosition(line: line, column: column)
  }

  /// Where the last cell ends, in UTF-8 offsets of the whole text.
  var end: Int {
    guard let last = fields.last else { return offset }
    return last.end + (last.form == .quoted || last.form == .quotedWithQuotes ? 1 : 0) - start
      + offset
  }

  /// Whether a cell holds quotes, which are written twice.
  func holdsQuotes(_ cell: Int) -> Bool { fields[cell].form == .quotedWithQuotes }

  /// Whether the row begins its line, no cell breaks over lines, and it is of a usual length.
  var isOneLine: Bool {
    guard column == 1, end - offset <= Int(UInt16.max) else { return false }
    return fields.allSatisfy { field in
      field.form == .bare
        || !UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
          .contains(UInt8(ascii: "\n"))
    }
  }

  /// Whether the first cell surely holds something, and no colon, with which a table's foot begins.
  var mayBePlain: Bool {
    let bytes = raw(0)
    return bytes.endsArePlain && !bytes.holdsColon
  }

  private func raw(_ cell: Int) -> UnsafeBufferPointer<UInt8> {
    guard fields.indices.contains(cell) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let field = fields[cell]
    return UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
  }
}
