import OfficePackages
import ReportModel

/// A sheet's cells that hold anything, row by row, with what bears on reading them.
struct XLSXSheet {
  /// Cells merged into one.
  struct Merge: Equatable {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>

    /// Reads `A1:C2`; nil for anything else, and for a single cell.
    init?(_ reference: String) {
      let corners = reference.split(separator: ":")
      guard corners.count == 2, let first = CellReference(String(corners[0])),
        let last = CellReference(String(corners[1])), first.row <= last.row,
        first.column <= last.column, first != last
      else { return nil }
      rows = first.row...last.row
      columns = first.column...last.column
    }

    func contains(row: Int, column: Int) -> Bool {
      rows.contains(row) && columns.contains(column)
    }
  }

  /// The rows that hold anything; cells that hold nothing are left out.
  var rows = CellRows([])
  var merges: [Merge] = []
  /// The numbers of hidden rows that hold anything.
  var hiddenRows: [Int] = []
  /// The cells that hold a formula.
  var formulas: Set<Place> = []

  /// A cell by its row and column, from 1.
  struct Place: Hashable {
    let row: Int
    let column: Int
  }
}

/// Hands a sheet's elements to a builder.
final class XLSXSheetHandler: XMLPartHandler {
  // Behind a pointer: a class's own property would be checked for overlapping access at each of
  // the millions of calls.
  private let builder: UnsafeMutablePointer<XLSXSheetBuilder>

  init(_ builder: XLSXSheetBuilder) {
    self.builder = .allocate(capacity: 1)
    self.builder.initialize(to: builder)
  }

  deinit {
    builder.deinitialize(count: 1)
    builder.deallocate()
  }

  /// The sheet so far.
  var sheet: XLSXSheet { builder.pointee.sheet }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    builder.pointee.start(name, attributes)
  }

  override func end(_ name: XMLName) {
    builder.pointee.end(name)
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    builder.pointee.text(bytes)
  }
}

/// Collects the cells of a sheet.
struct XLSXSheetBuilder {
  private(set) var sheet = XLSXSheet()

  private let strings: XLSXStrings
  private let formats: [XLSXNumberFormat]
  private let from1904: Bool

  /// How a cell says what its value is.
  private enum Kind {
    case number, shared, text, boolean, error, day
  }

  private var row = 0
  private var rowIsHidden = false
  private var rowIsEmpty = true
  private var column = 0
  private var kind = Kind.number
  private var style = 0
  private var hasFormula = false
  private var isInText = false
  private var isInHint = false
  private var buffer: [UInt8] = []

  init(strings: XLSXStrings, formats: [XLSXNumberFormat], from1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.from1904 = from1904
    sheet.rows = CellRows(text: strings.bytes, isText: false)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isLetter("c") {
      startCell(attributes)
    } else if name.isLetter("v") {
      isInText = true
    } else if name.isLetter("f") {
      hasFormula = true
    } else if name.isLetter("t") {
      isInText = !isInHint
    } else if "row" ~= name {
      row = attributes.integer("r") ?? row + 1
      rowIsHidden = attributes.flag("hidden")
      column = 0
    } else if "rPh" ~= name {
      isInHint = true
    } else if "mergeCell" ~= name, let merge = attributes["ref"].flatMap(XLSXSheet.Merge.init) {
      sheet.merges.append(merge)
    }
  }

  mutating func end(_ name: XMLName) {
    if name.isLetter("c") {
      endCell()
    } else if name.isLetter("v") || name.isLetter("t") {
      isInText = false
    } else if "row" ~= name {
      guard !rowIsEmpty else { return }
      sheet.rows.endRow()
      if rowIsHidden { sheet.hiddenRows.append(row) }
      rowIsEmpty = true
    } else if "rPh" ~= name {
      isInHint = false
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { buffer.append(contentsOf: bytes) }
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column += 1
    kind = .number
    style = 0
    hasFormula = false
    buffer.removeAll(keepingCapacity: true)
    attributes.forEach { name, value in
      switch name {
      case UInt8(ascii: "r"):
        if let reference = CellReference(utf8: value) { column = reference.column }
      case UInt8(ascii: "s"):
        style = wholeNumber(value) ?? 0
      case UInt8(ascii: "t"):
        kind = Self.kind(value)
      default: break
      }
    }
  }

  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> Kind {
    switch (value.first, value.count) {
    case (UInt8(ascii: "s"), 1): .shared
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): .text
    case (UInt8(ascii: "b"), _): .boolean
    case (UInt8(ascii: "e"), _): .error
    case (UInt8(ascii: "d"), _): .day
    default: .number
    }
  }

  private mutating func endCell() {
    if hasFormula { sheet.formulas.insert(XLSXSheet.Place(row: row, column: column)) }
    if kind == .shared, !buffer.isEmpty {
      addShared()
    } else if kind == .text, !buffer.isEmpty {
      if buffer.contains(UInt8(ascii: "_")) {
        sheet.rows.append(newText: XLSXText.decode(buffer).utf8, line: row, column: column)
      } else {
        sheet.rows.append(newText: buffer, line: row, column: column)
      }
      rowIsEmpty = false
    } else if kind == .number, !buffer.isEmpty, addPlainNumber() {
      rowIsEmpty = false
    } else if let content = content() {
      add(content)
    }
  }

  /// Adds a number or a day as it nearly always is; false where it must be looked at.
  private mutating func addPlainNumber() -> Bool {
    let format = formats.indices.contains(style) ? formats[style] : .plain
    let slot = buffer.withUnsafeBufferPointer { bytes -> PackedCells.Slot? in
      switch format {
      case .plain, .percent:
        return XLSXNumber.decimal(bytes).flatMap {
          PackedCells.Slot($0, isPercent: format == .percent, line: row, column: column)
        }
      case .date where !from1904:
        return wholeNumber(bytes).flatMap { $0 > 60 ? CalendarDay(daysSince1899: $0) : nil }
          .flatMap { PackedCells.Slot($0, line: row, column: column) }
      default: return nil
      }
    }
    guard let slot else { return false }
    sheet.rows.append(slot)
    return true
  }

  private mutating func add(_ content: GridCell.Content) {
    sheet.rows.append(GridCell(content: content, range: 0..<0, line: row, column: column))
    rowIsEmpty = false
  }

  private mutating func addShared() {
    guard let index = buffer.withUnsafeBufferPointer({ wholeNumber($0) }),
      let range = strings.range(index)
    else { return add(.error("#" + String(decoding: buffer, as: UTF8.self))) }
    guard !range.isEmpty else { return }
    sheet.rows.append(text: range, line: row, column: column)
    rowIsEmpty = false
  }

  /// What the cell holds that is no text; nil where it holds nothing.
  private func content() -> GridCell.Content? {
    if buffer.isEmpty {
      return hasFormula && kind != .text ? .uncalculated : nil
    }
    switch kind {
    case .number:
      return buffer.withUnsafeBufferPointer { number($0) }
        ?? .text(String(decoding: buffer, as: UTF8.self))
    case .shared, .text: return nil
    case .boolean: return .boolean(buffer != [0x30])
    case .error: return .error(String(decoding: buffer, as: UTF8.self))
    case .day:
      let text = String(decoding: buffer, as: UTF8.self)
      let midnight = text.hasSuffix("T00:00:00") ? String(text.prefix(10)) : text
      return CalendarDay(midnight).map { .day($0) } ?? .text(text)
    }
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>) -> GridCell.Content? {
    let format = formats.indices.contains(style) ? formats[style] : .plain
    switch format {
    case .plain: return XLSXNumber.decimal(bytes).map { .number($0, isPercent: false) }
    case .percent: return XLSXNumber.decimal(bytes).map { .number($0, isPercent: true) }
    case .date, .dateTime, .time:
      return XLSXNumber.moment(bytes, format: format, from1904: from1904)
    }
  }
}
