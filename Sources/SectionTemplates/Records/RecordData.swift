import ReportModel

/// A record as data like a report's own, for what is worked out from several values.
struct RecordData {
  private let shape: RecordShape
  private let record: Record
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ shape: RecordShape, _ record: Record, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.shape = shape
    self.record = record
    self.bytes = bytes
  }

  /// A context with the record's texts as settings, its numbers as figures, its lists as tables.
  func context(schema: DataSchema) -> TemplateContext {
    var settings: [String: String] = [:]
    var figures: [SingleFigure] = []
    for (index, name) in shape.fields.enumerated() {
      switch value(record.fields[index], unit: shape.units[index]) {
      case .text(let text): settings[name] = text
      case .quantity(let quantity): figures.append(figure(name, quantity))
      case .list, .blank: figures.append(figure(name, nil))
      }
    }
    var tables: [DataTable] = []
    for (index, list) in shape.lists.enumerated() where record.lists[index].count >= 0 {
      tables.append(table(list, record.lists[index]))
    }
    return TemplateContext(
      settings: settings, data: DataSet(tables: tables, figures: figures), schema: schema)
  }

  private func figure(_ name: String, _ quantity: Quantity?) -> SingleFigure {
    SingleFigure(
      id: name, label: name, quantity: quantity,
      origin: ValueOrigin(file: name, line: 1, column: 1, path: name))
  }

  private func table(_ list: RecordShape.List, _ rows: Record.Rows) -> DataTable {
    let width = list.columns.count
    let cells = (0..<rows.count).map { row in
      (0..<width).map { column in
        DataCell(
          value(record.cells[rows.first + row * width + column], unit: list.units[column]),
          line: row + 1, column: column + 1)
      }
    }
    let columns = list.columns.enumerated().map { index, name in
      DataColumn(
        name: name, unit: MeasureUnit(String(decoding: list.units[index], as: UTF8.self)))
    }
    return DataTable(
      name: list.name, file: list.name, columns: columns, rows: cells, keyColumn: nil)
  }

  private func value(_ value: Record.Value, unit: [UInt8]) -> DataValue {
    let range = Int(value.start)..<Int(value.end)
    switch value.kind {
    case .missing: return .blank
    case .text: return .text(String(decoding: bytes[range], as: UTF8.self))
    case .unescaped: return .text(String(decoding: record.unescaped[range], as: UTF8.self))
    // A condition holds for a number that is not zero.
    case .yes: return .quantity(Quantity(ExactDecimal(1)))
    case .no: return .quantity(Quantity(ExactDecimal(0)))
    case .number:
      guard let number = ExactDecimal(utf8: bytes[range]) else { return .blank }
      return .quantity(
        Quantity(number, unit: MeasureUnit(String(decoding: unit, as: UTF8.self))))
    }
  }
}
