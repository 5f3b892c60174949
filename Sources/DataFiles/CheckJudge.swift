import ReportModel
import SourceText

/// Judges what a schema says must agree.
///
/// Only exact figures are judged: where a value is missing or only about right (余, 近), nothing is
/// said, because its absence is a fault of its own and its size is not known.
struct CheckJudge {
  /// A value and the cells it was made of.
  private struct Sum {
    var quantity: Quantity
    var origins: [ValueOrigin]
  }

  private enum Fault: Error {
    /// There is nothing to judge.
    case open
    /// Two values cannot be added.
    case units(Quantity, Quantity)
  }

  private let data: DataSet
  private let rows: [String: [String: Int]]

  init(_ data: DataSet, checks: [DataCheck]) {
    self.data = data
    var rows: [String: [String: Int]] = [:]
    for check in checks {
      for term in check.left.terms + check.right.terms {
        guard case .cell(let name, _, _) = term.subject, rows[name] == nil,
          let table = data.table(named: name)
        else { continue }
        rows[name] = Dictionary(
          table.rows.indices.compactMap { row in table.key(ofRow: row).map { ($0, row) } },
          uniquingKeysWith: { first, _ in first })
      }
    }
    self.rows = rows
  }

  /// What is wrong with a check, at the place of its first cell; nil where it holds or is open.
  func fault(of check: DataCheck, _ finder: inout PlaceFinder) -> Diagnostic? {
    do throws(Fault) {
      let left = try sum(check.left, unit: nil)
      let right = try sum(check.right, unit: left.quantity.unit)
      guard let difference = left.quantity.number.subtracting(right.quantity.number) else {
        return nil
      }
      guard !check.holds(left.quantity.number, right.quantity.number),
        let first = (left.origins + right.origins).first
      else { return nil }
      let gap = Quantity(
        (difference.magnitude ?? difference).normalized, unit: left.quantity.unit)
      return DataFault.checkFails(
        check, left: left.quantity.printed, right: right.quantity.printed, gap: gap.printed
      ).diagnostic(at: finder.place(of: first), notes: notes(of: check, &finder))
    } catch {
      guard case .units(let one, let other) = error else { return nil }
      guard let first = firstOrigin(of: check) else { return nil }
      return DataFault.checkUnits(check, one.printed, other.printed).diagnostic(
        at: finder.place(of: first), notes: notes(of: check, &finder))
    }
  }

  /// A side's value; numbers without a unit take the one at hand.
  private func sum(_ side: DataCheck.Side, unit: MeasureUnit?) throws(Fault) -> Sum {
    var unit = unit
    var total = ExactDecimal(0)
    var origins: [ValueOrigin] = []
    for term in side.terms {
      let value: Sum
      if case .number(let number) = term.subject {
        value = Sum(quantity: Quantity(number, unit: unit ?? MeasureUnit("")), origins: [])
      } else {
        value = try self.value(of: term)
      }
      let target = unit ?? value.quantity.unit
      guard let converted = value.quantity.converted(to: target) else {
        throw .units(Quantity(total, unit: target), value.quantity)
      }
      guard
        let next = term.isSubtracted
          ? total.subtracting(converted.number) : total.adding(converted.number)
      else { throw .open }
      total = next
      unit = target
      origins += value.origins
    }
    return Sum(
      quantity: Quantity(total.normalized, unit: unit ?? MeasureUnit("")), origins: origins)
  }

  private func value(of term: DataCheck.Term) throws(Fault) -> Sum {
    switch term.subject {
    case .number(let number):
      return Sum(quantity: Quantity(number), origins: [])
    case .figure(let id):
      guard let figure = data.figure(id: id), let quantity = figure.quantity else { throw .open }
      return try exact(quantity, figure.origin)
    case .cell(let name, let key, let columnName):
      guard let table = data.table(named: name), let row = rows[name]?[key],
        let column = table.column(named: columnName),
        case .quantity(let quantity) = table.rows[row][column].value,
        let origin = table.origin(row: row, column: column)
      else { throw .open }
      return try exact(quantity, origin)
    case .column(let name, let columnName):
      return try sum(ofColumn: columnName, in: name)
    }
  }

  private func sum(ofColumn columnName: String, in name: String) throws(Fault) -> Sum {
    guard let table = data.table(named: name), let column = table.column(named: columnName) else {
      throw .open
    }
    var sum: Sum?
    for row in table.rows.indices {
      guard case .quantity(let quantity) = table.rows[row][column].value,
        let origin = table.origin(row: row, column: column)
      else { continue }
      let value = try exact(quantity, origin)
      guard var total = sum else {
        sum = value
        continue
      }
      guard let converted = quantity.converted(to: total.quantity.unit) else {
        throw .units(total.quantity, quantity)
      }
      guard let next = total.quantity.number.adding(converted.number) else { throw .open }
      total.quantity = Quantity(next, unit: total.quantity.unit)
      total.origins.append(origin)
      sum = total
    }
    guard let sum else { throw .open }
    return sum
  }

  private func exact(_ quantity: Quantity, _ origin: ValueOrigin) throws(Fault) -> Sum {
    guard quantity.qualifiers.isEmpty else { throw .open }
    return Sum(quantity: quantity, origins: [origin])
  }

  private func firstOrigin(of check: DataCheck) -> ValueOrigin? {
    for term in check.left.terms + check.right.terms {
      if let value = try? value(of: term), let origin = value.origins.first { return origin }
    }
    return nil
  }

  /// Each value of the check with its cells.
  private func notes(of check: DataCheck, _ finder: inout PlaceFinder) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    for term in check.left.terms + check.right.terms {
      guard let value = try? value(of: term), let first = value.origins.first else { continue }
      let name =
        switch term.subject {
        case .figure(let id): id
        case .cell(let table, let row, let column): "\(table).\(row).\(column)"
        case .column(let table, let column): "Σ\(table).\(column)"
        case .number: ""
        }
      let last = value.origins[value.origins.count - 1]
      let message =
        value.origins.count == 1
        ? Message(zh: "{0} = {1}", en: "{0} = {1}", name, value.quantity.printed)
        : Message(
          zh: "{0} = {1}({2} 格,到 {3})", en: "{0} = {1} ({2} cells, down to {3})", name,
          value.quantity.printed, "\(value.origins.count)", last.place)
      notes.append(Diagnostic.Note(message, at: finder.place(of: first)))
    }
    return notes
  }
}

/// Turns the origins of values into places that can be shown; a text's lines are counted at the
/// first question about it.
struct PlaceFinder {
  private let files: [String: SourceFile]
  private var lines: [String: LineTable] = [:]

  init(_ inputs: [DataInput]) {
    files = Dictionary(
      inputs.compactMap { input in
        if case .text(let file) = input { (file.name, file) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
  }

  mutating func place(of origin: ValueOrigin) -> DiagnosticPlace {
    if let sheet = origin.sheet {
      return .cell(
        file: origin.file, sheet: sheet,
        reference: ValueOrigin.letters(origin.column) + String(origin.line))
    }
    guard let file = files[origin.file] else { return .file(origin.file) }
    let table = lines[origin.file] ?? LineTable(file.bytes)
    lines[origin.file] = table
    guard
      let start = table.offset(of: TextPosition(line: origin.line, column: origin.column))
    else { return .file(origin.file) }
    var end = start
    while end < file.bytes.count, !Self.endsCell(file.bytes[end]) { end += 1 }
    return .text(file: origin.file, range: start..<end)
  }

  private static func endsCell(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
  }
}
