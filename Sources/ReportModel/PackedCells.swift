/// Cells of many rows in little room, and texts in bytes that all share.
///
/// A cell takes sixteen bytes. Of a text file whose rows stand on a line each it takes eight: where its
/// text lies says all, its column is counted when it is asked for.
///
/// What does not fit is kept by the owner in a list of its own, and the cell holds its index.
package struct PackedCells: Sendable {
  /// What a cell holds in its sixteen bytes.
  package enum Kind: UInt8, Sendable {
    case blank, text, number, percent, day, other
  }

  /// A cell.
  package struct Slot: Sendable {
    /// A number's digits; where a text lies; a day; or an index in the owner's list.
    fileprivate let payload: Int64
    /// The line or row, from 1; 0 where only ``PackedCells/position(ofRow:at:)`` knows.
    package let line: Int32
    /// The column, from 1; 0 where only ``PackedCells/position(ofRow:at:)`` knows.
    package let column: UInt16
    /// What it holds.
    package let kind: Kind
    fileprivate let scale: UInt8

    fileprivate init?(_ kind: Kind, _ payload: Int64, scale: UInt8 = 0, line: Int, column: Int) {
      guard let line = Int32(exactly: line), let column = UInt16(exactly: column) else {
        return nil
      }
      self.payload = payload
      self.line = line
      self.column = column
      self.kind = kind
      self.scale = scale
    }

    fileprivate init(unplacedText payload: Int64) {
      self.payload = payload
      line = 0
      column = 0
      kind = .text
      scale = 0
    }

    /// A slot that holds an index of the owner's list.
    package init(other index: Int) {
      payload = Int64(index)
      line = 0
      column = 0
      kind = .other
      scale = 0
    }

    /// A number; nil where it does not fit.
    package init?(_ number: ExactDecimal, isPercent: Bool = false, line: Int, column: Int) {
      guard let digits = Int64(exactly: number.significand),
        let scale = UInt8(exactly: number.scale)
      else { return nil }
      self.init(
        isPercent ? .percent : .number, digits, scale: scale, line: line, column: column)
    }

    /// A text that lies in the bytes all share; nil where it does not fit.
    package init?(text range: Range<Int>, line: Int, column: Int) {
      guard let payload = Self.payload(range) else { return nil }
      self.init(.text, payload, line: line, column: column)
    }

    fileprivate static func payload(_ range: Range<Int>) -> Int64? {
      guard range.count < 1 << 24, range.lowerBound < 1 << 38 else { return nil }
      return Int64(range.lowerBound) << 24 | Int64(range.count)
    }

    /// A day; nil where its place does not fit.
    package init?(_ day: CalendarDay, line: Int, column: Int) {
      self.init(
        .day, Int64(day.year << 16 | day.month << 8 | day.day), line: line, column: column)
    }

    /// Nothing; nil where its place does not fit.
    package init?(blankAtLine line: Int, column: Int) {
      self.init(.blank, 0, line: line, column: column)
    }

    /// The number of a slot that holds one.
    package var number: ExactDecimal {
      ExactDecimal(significand: Int128(payload), scale: Int(scale)) ?? ExactDecimal(0)
    }

    /// The number of hundredths where the slot holds a number that is shown in percent.
    package var percentage: ExactDecimal {
      number.scaled(byPowerOfTen: 2)?.normalized ?? number
    }

    /// Where the text of a slot that holds one lies.
    package var textRange: Range<Int> {
      let start = Int(payload >> 24)
      return start..<start + Int(payload & 0xFF_FFFF)
    }

    /// Whether the slot surely holds nothing.
    package var isEmpty: Bool {
      kind == .blank || (kind == .text && payload & 0xFF_FFFF == 0)
    }

    /// The day of a slot that holds one.
    package var day: CalendarDay? {
      CalendarDay(
        year: Int(payload >> 16), month: Int(payload >> 8 & 0xFF), day: Int(payload & 0xFF))
    }

    /// The index of a slot that holds one.
    package var index: Int { Int(payload) }
  }

  /// The cells of all rows, one row after the other, where they take sixteen bytes.
  private var slots: [Slot] = []
  /// The cells where they take eight bytes: where each text lies, or the complement of an index in
  /// the owner's list.
  private var texts: [Int64] = []
  /// The line of each row, where cells take eight bytes.
  private var lines: [Int32] = []
  /// Whether cells take eight bytes: all are texts, and each row stands on a line of its own.
  package private(set) var isNarrow: Bool
  /// How many cells every row has, as long as all have the same number.
  private var width = 0
  /// How many rows are ended.
  package private(set) var rowCount = 0
  /// Where each row ends, once their numbers of cells differ.
  private var ends: [Int] = []
  /// The bytes that texts lie in, in UTF-8.
  package var text: [UInt8]

  /// No rows yet; texts lie in `text`.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - isNarrow: Whether only texts will come, of rows on a line each, until ``widen()``.
  package init(text: [UInt8] = [], isNarrow: Bool = false) {
    self.text = text
    self.isNarrow = isNarrow
  }

  /// How many cells there are.
  package var count: Int { isNarrow ? texts.count : slots.count }

  /// Makes room beforehand.
  package mutating func reserve(rows: Int, cells: Int) {
    if isNarrow {
      texts.reserveCapacity(cells)
      lines.reserveCapacity(rows)
    } else {
      slots.reserveCapacity(cells)
    }
  }

  // MARK: Building

  /// Adds a cell to the row that is not ended yet.
  package mutating func append(_ slot: Slot) {
    if isNarrow {
      if slot.kind == .other { return texts.append(~slot.payload) }
      widen()
    }
    slots.append(slot)
  }

  /// Adds a text of a row on a line of its own; false, and nothing done, where it does not fit.
  package mutating func append(narrowText range: Range<Int>) -> Bool {
    guard isNarrow, let payload = Slot.payload(range) else { return false }
    texts.append(payload)
    return true
  }

  /// Adds a cell of another row to the row that is not ended yet.
  package mutating func append(cellAt place: Int, of other: PackedCells) {
    if isNarrow, other.isNarrow {
      texts.append(other.texts[place])
    } else {
      append(other.slot(at: place))
    }
  }

  /// Ends the row; `line` is where it stands, and is asked for where cells are narrow.
  package mutating func endRow(line: Int = 0) {
    if isNarrow { lines.append(Int32(truncatingIfNeeded: line)) }
    let end = count
    if rowCount == 0 { width = end }
    if ends.isEmpty, end != (rowCount + 1) * width {
      ends = (0..<rowCount).map { ($0 + 1) * width }
      ends.append(end)
    } else if !ends.isEmpty {
      ends.append(end)
    }
    rowCount += 1
  }

  /// Gives each cell its place, for rows that break over lines and cells that are no texts.
  ///
  /// Linear in the text.
  package mutating func widen() {
    guard isNarrow else { return }
    slots.reserveCapacity(texts.count)
    for row in 0..<rowCount {
      for place in range(ofRow: row) {
        let position = position(ofRow: row, at: place)
        slots.append(
          texts[place] < 0
            ? Slot(other: Int(~texts[place]))
            : Slot(.text, texts[place], line: position.line, column: position.column)
              ?? Slot(unplacedText: texts[place]))
      }
    }
    // Cells of a row that is not ended yet have no place so far.
    for text in texts[slots.count...] {
      slots.append(text < 0 ? Slot(other: Int(~text)) : Slot(unplacedText: text))
    }
    isNarrow = false
    texts = []
    lines = []
  }

  /// Puts another cell in the place of one.
  package mutating func replace(_ slot: Slot, at place: Int) {
    widen()
    slots[place] = slot
  }

  /// Takes out the last row.
  package mutating func removeLastRow() {
    guard rowCount > 0 else { return }
    let range = range(ofRow: rowCount - 1)
    if isNarrow {
      texts.removeSubrange(range)
      lines.removeLast()
    } else {
      slots.removeSubrange(range)
    }
    rowCount -= 1
    if !ends.isEmpty { ends.removeLast() }
  }

  // MARK: Reading

  /// Where the cells of a row are.
  package func range(ofRow row: Int) -> Range<Int> {
    guard !ends.isEmpty else { return row * width..<(row + 1) * width }
    return (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// The line of a row where cells are narrow, else 0.
  package func line(ofRow row: Int) -> Int { isNarrow ? Int(lines[row]) : 0 }

  /// A cell.
  package func slot(at place: Int) -> Slot {
    guard isNarrow else { return slots[place] }
    let payload = texts[place]
    return payload < 0 ? Slot(other: Int(~payload)) : Slot(unplacedText: payload)
  }

  /// The line and column of a cell that the owner does not keep in its list; linear in what stands
  /// before it on its line.
  package func position(ofRow row: Int, at place: Int) -> (line: Int, column: Int) {
    guard isNarrow else { return (Int(slots[place].line), Int(slots[place].column)) }
    guard texts[place] >= 0 else { return (Int(lines[row]), 1) }
    let start = Int(texts[place] >> 24)
    let column = text.withUnsafeBufferPointer { bytes in
      var column = 1
      var index = min(start, bytes.count) - 1
      while index >= 0, bytes[index] != 0x0A {
        if bytes[index] & 0xC0 != 0x80 { column += 1 }
        index -= 1
      }
      return column
    }
    return (Int(lines[row]), column)
  }

  /// Gives `body` the bytes of a text.
  package func withText<Value>(
    _ slot: Slot, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[slot.textRange])) }
  }

  /// A text.
  package func string(_ slot: Slot) -> String {
    withText(slot) { String(decoding: $0, as: UTF8.self) }
  }
}
