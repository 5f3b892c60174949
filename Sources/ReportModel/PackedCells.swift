/// Cells of many rows in little room: sixteen bytes a cell, and texts in bytes that all share.
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
    package let payload: Int64
    /// The line or row, from 1.
    package let line: Int32
    /// The column, from 1.
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
      guard range.count < 1 << 24, range.lowerBound < 1 << 38 else { return nil }
      self.init(
        .text, Int64(range.lowerBound) << 24 | Int64(range.count), line: line, column: column)
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

    /// Where the text of a slot that holds one lies.
    package var textRange: Range<Int> {
      let start = Int(payload >> 24)
      return start..<start + Int(payload & 0xFF_FFFF)
    }

    /// The day of a slot that holds one.
    package var day: CalendarDay? {
      CalendarDay(
        year: Int(payload >> 16), month: Int(payload >> 8 & 0xFF), day: Int(payload & 0xFF))
    }

    /// The index of a slot that holds one.
    package var index: Int { Int(payload) }
  }

  /// The cells of all rows, one row after the other.
  package private(set) var slots: [Slot] = []
  /// Where each row ends in ``slots``.
  private var ends: [Int] = []
  /// The bytes that texts lie in, in UTF-8.
  package var text: [UInt8]

  /// No rows yet; texts lie in `text`.
  package init(text: [UInt8] = []) {
    self.text = text
  }

  /// How many rows are ended.
  package var rowCount: Int { ends.count }

  /// Makes room beforehand.
  package mutating func reserve(rows: Int, cells: Int) {
    ends.reserveCapacity(rows)
    slots.reserveCapacity(cells)
  }

  /// Where the cells of a row are in ``slots``.
  package func range(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// Adds a cell to the row that is not ended yet.
  package mutating func append(_ slot: Slot) {
    slots.append(slot)
  }

  /// Adds all of a row's cells as they stand in others with the same texts.
  package mutating func append(contentsOf other: ArraySlice<Slot>) {
    slots.append(contentsOf: other)
  }

  /// Ends the row.
  package mutating func endRow() {
    ends.append(slots.count)
  }

  /// Puts another cell in the place of one.
  package mutating func replace(_ slot: Slot, at index: Int) {
    slots[index] = slot
  }

  /// Takes out a row.
  package mutating func remove(row: Int) {
    let range = range(ofRow: row)
    slots.removeSubrange(range)
    ends.remove(at: row)
    for later in row..<ends.count { ends[later] -= range.count }
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
