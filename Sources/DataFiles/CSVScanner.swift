/// Takes comma- or tab-separated text (RFC 4180) apart, row by row, piece by piece.
///
/// The text is UTF-8 and may come in pieces of any size; only a row that a piece cuts is kept, so
/// memory stays flat however long the file is. Line ends are LF, CRLF or CR; a byte order mark is
/// skipped. A quote counts only where it begins a cell.
///
/// ```swift
/// var scanner = CSVScanner()
/// while let piece = next() {
///   piece.withUnsafeBufferPointer { bytes in
///     scanner.scan(bytes) { row in total = row.decimal(5).flatMap(total.adding) ?? total }
///   }
/// }
/// scanner.finish { row in … }
/// ```
public struct CSVScanner: ~Copyable {
  /// Something that breaks the form of the text.
  public struct Fault: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
      /// A quoted cell that is not closed before the text ends.
      case unclosedQuote
      /// Text between a closing quote and the next separator.
      case textAfterQuote
      /// A row of more than ``CSVScanner/longestRow`` bytes; reading stopped before it.
      case rowTooLong
    }

    /// What is wrong.
    public let kind: Kind
    /// Where: the opening quote, the text after the closing one, the row's start; in UTF-8 offsets.
    public let offset: Int
  }

  /// The most bytes a row may have; beyond that a quote is surely unclosed.
  public static let longestRow = 1 << 24

  /// The most faults within rows that are kept; beyond that they are only counted.
  public static let mostFaults = 10_001

  /// What is wrong so far, in the text's order; within rows no more than ``mostFaults``.
  public private(set) var faults: [Fault] = []
  /// How many faults there are so far, those that are not kept too.
  public private(set) var faultCount = 0

  private let separator: UInt8
  /// The start of a row that the last piece cut.
  private var pending: [UInt8] = []
  private var fields: [CSVField] = []
  /// The offset in the whole text at which the next row begins.
  private var offset = 0
  private var line = 1
  /// The column at which the next row begins: 1, unless a lone CR ended the row before.
  private var column = 1
  private var hasBegun = false
  private var isStopped = false

  /// A scanner; `separator` is an ASCII character, usually a comma or a tab.
  public init(separator: UInt8 = UInt8(ascii: ",")) {
    self.separator = separator
    fields.reserveCapacity(64)
  }

  /// Takes the next piece and hands over each row that is complete; linear in the piece.
  ///
  /// - Throws: What `body` throws; the scanner must not be used after that.
  public mutating func scan<Failure: Error>(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (borrowing CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    try scan(piece, isLast: false, body)
  }

  /// Hands over the last row where the text does not end with a line break.
  ///
  /// - Throws: What `body` throws.
  public mutating func finish<Failure: Error>(
    _ body: (borrowing CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    try scan(UnsafeBufferPointer(start: nil, count: 0), isLast: true, body)
  }

  private mutating func scan<Failure: Error>(
    _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ body: (borrowing CSVRow) throws(Failure) -> Void
  ) throws(Failure) {
    guard !isStopped else { return }
    if pending.isEmpty {
      let used = try rows(in: piece, isLast: isLast, body)
      pending.append(contentsOf: piece[used...])
    } else {
      pending.append(contentsOf: piece)
      let joined = pending
      var used = 0
      // The copy shares its storage; `pending` is not touched until the rows are done.
      try joined.withUnsafeBufferPointer { bytes throws(Failure) in
        used = try rows(in: bytes, isLast: isLast, body)
      }
      pending = used < joined.count ? Array(joined[used...]) : []
    }
    if pending.count > Self.longestRow {
      note(.rowTooLong, at: offset)
      isStopped = true
      pending = []
    }
  }

  /// Hands over the rows in `bytes` and returns how many bytes they took.
  private mutating func rows<Failure: Error>(
    in bytes: UnsafeBufferPointer<UInt8>, isLast: Bool,
    _ body: (borrowing CSVRow) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var start = 0
    if !hasBegun {
      guard bytes.count >= 3 || isLast else { return 0 }
      hasBegun = true
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        start = 3
        offset = 3
      }
    }
    while start < bytes.count {
      let faultsBefore = (kept: faults.count, all: faultCount)
      guard let end = row(base, from: start, count: bytes.count, isLast: isLast) else {
        // The row is scanned again, with the next piece.
        faults.removeLast(faults.count - faultsBefore.kept)
        faultCount = faultsBefore.all
        break
      }
      let (rowLine, rowColumn, rowOffset) = (line, column, offset)
      try fields.withUnsafeBufferPointer { fields throws(Failure) in
        try body(
          CSVRow(
            base: base, start: start, fields: fields, offset: rowOffset, line: rowLine,
            column: rowColumn))
      }
      column = base[end - 1] == 0x0D ? rowColumn + scalars(base, from: start, to: end) : 1
      line += lineBreaks(base, from: start, to: end)
      offset += end - start
      start = end
    }
    return start
  }

  /// Finds the cells of the row at `start`; nil where the row may go on beyond the bytes.
  private mutating func row(
    _ base: UnsafePointer<UInt8>, from start: Int, count: Int, isLast: Bool
  ) -> Int? {
    fields.removeAll(keepingCapacity: true)
    var index = start
    while true {
      if index < count, base[index] == UInt8(ascii: "\"") {
        guard let end = quotedCell(base, at: index, start: start, count: count, isLast: isLast)
        else { return nil }
        index = end
      } else {
        let cell = index
        index = end(of: base, from: index, count: count)
        fields.append(CSVField(start: cell, end: index, form: .bare))
      }
      guard index < count else { return isLast ? count : nil }
      let byte = base[index]
      index += 1
      if byte == separator { continue }
      guard byte == 0x0D else { return index }
      if index < count { return base[index] == 0x0A ? index + 1 : index }
      return isLast ? index : nil
    }
  }

  /// Takes the quoted cell whose quote stands at `quote`; returns the index of what follows it.
  private mutating func quotedCell(
    _ base: UnsafePointer<UInt8>, at quote: Int, start: Int, count: Int, isLast: Bool
  ) -> Int? {
    var form = CSVField.Form.quoted
    var index = quote + 1
    while true {
      while index < count, base[index] != UInt8(ascii: "\"") { index += 1 }
      guard index < count else {
        guard isLast else { return nil }
        note(.unclosedQuote, at: offset + quote - start)
        fields.append(CSVField(start: quote + 1, end: count, form: .unclosed))
        return count
      }
      guard index + 1 < count else {
        guard isLast else { return nil }
        break
      }
      guard base[index + 1] == UInt8(ascii: "\"") else { break }
      form = .quotedWithQuotes
      index += 2
    }
    let rest = end(of: base, from: index + 1, count: count)
    if rest > index + 1 {
      note(.textAfterQuote, at: offset + index + 1 - start)
    }
    fields.append(CSVField(start: quote + 1, end: index, form: form))
    return rest
  }

  private mutating func note(_ kind: Fault.Kind, at offset: Int) {
    faultCount += 1
    if faults.count < Self.mostFaults || kind != .textAfterQuote {
      faults.append(Fault(kind: kind, offset: offset))
    }
  }

  /// The index of the next separator or line end.
  private func end(of base: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    var index = start
    while index < count {
      let byte = base[index]
      // Most bytes of a table are digits and Chinese: one comparison passes them.
      if byte <= 0x2C || separator > 0x2C,
        byte == separator || byte == 0x0A || byte == 0x0D
      {
        break
      }
      index += 1
    }
    return index
  }

  private func scalars(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    for index in start..<end where base[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// How many LF the row holds; only quoted cells can hold more than the one at its end.
  private func lineBreaks(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    guard end > start else { return 0 }
    var count = base[end - 1] == 0x0A ? 1 : 0
    for field in fields where field.form != .bare {
      for index in field.start..<min(field.end, end) where base[index] == 0x0A { count += 1 }
      // An unclosed cell's last LF was counted as the row's end above.
      if field.end == end, end > field.start, base[end - 1] == 0x0A { count -= 1 }
    }
    return count
  }
}

/// Where a cell stands in the bytes at hand.
struct CSVField {
  enum Form {
    case bare
    case quoted
    /// Quoted, and holding quotes, which are written twice.
    case quotedWithQuotes
    /// Begun with a quote that is not closed; it reaches to the text's end.
    case unclosed
  }

  /// Without the quotes around it.
  let start: Int
  let end: Int
  let form: Form
}
