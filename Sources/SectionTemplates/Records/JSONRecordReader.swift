import SourceText

/// Reads records, each a JSON object (RFC 8259), into the places their template asks for.
///
/// Only what is asked for is kept; the rest is checked for being JSON and passed over. Numbers keep
/// their digits as written; one with an exponent is refused, because it would not print as a
/// decimal. Of two members of one name the last counts. Data files are read through `YAMLNodes`,
/// which keeps the place of every node; here nothing is kept but offsets into the bytes.
struct JSONRecordReader {
  /// What is wrong with a record, and where.
  struct Fault: Error {
    let offset: Int
    let message: Message
  }

  private let keys: RecordKeys
  /// How deep values may nest.
  private static let deepest = 64

  init(_ shape: RecordShape) {
    keys = RecordKeys(shape)
  }

  /// Reads the record that is a stretch of `bytes`.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into record: inout Record
  ) throws(Fault) {
    var scanner = JSONScanner(bytes, range)
    try object(0, row: nil, &scanner, into: &record, depth: 0)
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw scanner.fault(zh: "记录后面有多余的内容", en: "something follows the record")
    }
  }

  /// An object of the key set `set`; `row` is the first cell of the row it fills, nil for fields.
  private func object(
    _ set: Int, row: Int?, _ scanner: inout JSONScanner, into record: inout Record, depth: Int
  ) throws(Fault) {
    guard scanner.take(0x7B) else {
      throw scanner.fault(zh: "这里应是 {…}", en: "an object {…} is expected here")
    }
    guard !scanner.take(0x7D) else { return }
    var hint = keys.first(of: set)
    while true {
      scanner.skipBlanks()
      let name = try scanner.string(into: &record)
      guard scanner.take(0x3A) else {
        throw scanner.fault(zh: "名称后面应有冒号", en: "a colon must follow the name")
      }
      if let known = index(of: name, in: set, hint: hint, scanner, record) {
        hint = known + 1
        try member(keys[known], row: row, &scanner, into: &record, depth: depth + 1)
      } else {
        try skip(&scanner, into: &record, depth: depth + 1)
      }
      if scanner.take(0x2C) { continue }
      guard scanner.take(0x7D) else {
        throw scanner.fault(zh: "这里应有“,”或“}”", en: "“,” or “}” is expected here")
      }
      return
    }
  }

  @inline(__always)
  private func index(
    of name: Record.Value, in set: Int, hint: Int, _ scanner: JSONScanner, _ record: Record
  ) -> Int? {
    guard name.kind == .unescaped else {
      return keys.index(of: scanner.bytes(of: name), in: set, hint: hint)
    }
    return record.unescaped[Int(name.start)..<Int(name.end)].withUnsafeBufferPointer {
      keys.index(of: $0, in: set, hint: hint)
    }
  }

  private func member(
    _ target: RecordKeys.Target, row: Int?, _ scanner: inout JSONScanner,
    into record: inout Record, depth: Int
  ) throws(Fault) {
    switch target {
    case .value(let index):
      let value = try value(&scanner, into: &record)
      if let row { record.cells[row + index] = value } else { record.fields[index] = value }
    case .list(let index, let width, let set):
      try list(index, width: width, set: set, &scanner, into: &record, depth: depth)
    case .object(let set):
      scanner.skipBlanks()
      if scanner.peek == 0x6E {
        _ = try scanner.word("null", .missing)
      } else {
        try object(set, row: nil, &scanner, into: &record, depth: depth)
      }
    }
  }

  private func list(
    _ index: Int, width: Int, set: Int, _ scanner: inout JSONScanner, into record: inout Record,
    depth: Int
  ) throws(Fault) {
    guard scanner.take(0x5B) else {
      // No list at all, which a template may ask about.
      if scanner.peek == 0x6E {
        _ = try scanner.word("null", .missing)
        record.lists[index] = Record.Rows()
        return
      }
      throw scanner.fault(zh: "这里应是列表 […]", en: "a list […] is expected here")
    }
    var rows = Record.Rows(count: 0, first: record.cells.count)
    if !scanner.take(0x5D) {
      while true {
        let row = record.cells.count
        for _ in 0..<width { record.cells.append(Record.Value()) }
        try object(set, row: row, &scanner, into: &record, depth: depth + 1)
        rows.count += 1
        if scanner.take(0x2C) { continue }
        guard scanner.take(0x5D) else {
          throw scanner.fault(zh: "这里应有“,”或“]”", en: "“,” or “]” is expected here")
        }
        break
      }
    }
    record.lists[index] = rows
  }

  private func value(
    _ scanner: inout JSONScanner, into record: inout Record
  ) throws(Fault) -> Record.Value {
    scanner.skipBlanks()
    switch scanner.peek {
    case 0x22: return try scanner.string(into: &record)
    case 0x74: return try scanner.word("true", .yes)
    case 0x66: return try scanner.word("false", .no)
    case 0x6E: return try scanner.word("null", .missing)
    case 0x7B, 0x5B:
      throw scanner.fault(
        zh: "这里应是文字或数值", en: "a text or a number is expected here")
    default: return try scanner.number()
    }
  }

  /// Passes over a value of any kind.
  private func skip(
    _ scanner: inout JSONScanner, into record: inout Record, depth: Int
  ) throws(Fault) {
    guard depth <= Self.deepest else {
      throw scanner.fault(zh: "嵌套超过 64 层", en: "values nest more than 64 deep")
    }
    scanner.skipBlanks()
    switch scanner.peek {
    case 0x7B:
      _ = scanner.take(0x7B)
      guard !scanner.take(0x7D) else { return }
      while true {
        scanner.skipBlanks()
        _ = try scanner.string(into: &record)
        guard scanner.take(0x3A) else {
          throw scanner.fault(zh: "名称后面应有冒号", en: "a colon must follow the name")
        }
        try skip(&scanner, into: &record, depth: depth + 1)
        if scanner.take(0x2C) { continue }
        guard scanner.take(0x7D) else {
          throw scanner.fault(zh: "这里应有“,”或“}”", en: "“,” or “}” is expected here")
        }
        return
      }
    case 0x5B:
      _ = scanner.take(0x5B)
      guard !scanner.take(0x5D) else { return }
      while true {
        try skip(&scanner, into: &record, depth: depth + 1)
        if scanner.take(0x2C) { continue }
        guard scanner.take(0x5D) else {
          throw scanner.fault(zh: "这里应有“,”或“]”", en: "“,” or “]” is expected here")
        }
        return
      }
    default: _ = try value(&scanner, into: &record)
    }
  }
}
