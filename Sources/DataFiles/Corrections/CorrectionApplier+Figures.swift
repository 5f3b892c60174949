import ReportModel
import SourceText

extension CorrectionApplier {
  mutating func correct(figures entries: [Entry], in data: inout DataSet) {
    let fields = SingleFigure.fileColumns
    let places = Dictionary(
      data.figures.indices.map { (data.figures[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    for (id, own) in entries.byRow {
      let index = places[id]
      guard index != nil || own.allSatisfy(\.isAddition) else {
        report(
          .unknownTarget(id, nearest: NearestNames.of(id, in: data.figures.map(\.id))), own[0])
        continue
      }
      let old = index.map { data.figures[$0] }
      var row = (old?.fileTexts ?? [id] + Array(repeating: "", count: fields.count - 1)).map {
        text in
        GridCell(
          content: .text(text), range: own[0].place.range, line: own[0].place.line,
          column: own[0].place.column)
      }
      for entry in own {
        guard let column = fields.firstIndex(of: entry.column), column > 0 else {
          report(
            .unknownTarget(
              "\(id).\(entry.column)", nearest: NearestNames.of(entry.column, in: fields)), entry)
          continue
        }
        check(entry, against: .text(row[column].text))
        row[column] = entry.value
        guard entry.column == "数值" else { continue }
        // A wording is that of one number.
        row[5].content = .text("")
        if let cell = entry.asWritten, !cell.isBlank { row[5] = cell }
        guard let cell = entry.qualifiers, !cell.isBlank else { continue }
        row[4] = cell
        if cell.text == DataCorrections.noQualifier { row[4].content = .text("") }
      }
      if let unit = old?.quantity?.unit { for entry in own { checkUnit(entry, unit) } }
      let heads = fields.map { name in
        GridCell(
          content: .text(name), range: row[0].range, line: row[0].line, column: row[0].column)
      }
      var reader = FigureReader(
        Grid(name: "指标", file: file, sheet: nil, head: heads, rows: CellRows([row])),
        schema: schema(of: id))
      var found: [String: DiagnosticPlace] = [:]
      let read = reader.read(places: &found)
      diagnostics += reader.judge.diagnostics
      guard var figure = read.first else { continue }
      // A number that was not corrected still comes from where it came from.
      if let old {
        for entry in own {
          guard let field = fields.firstIndex(of: entry.column), field > 0 else { continue }
          let isNumber = entry.column == "数值"
          note(
            entry, isNumber ? id : "\(id).\(entry.column)",
            isNumber ? figure.quantity.map { .quantity($0) } ?? .blank : .text(entry.value.text),
            over: isNumber
              ? old.quantity.map { .quantity($0) } ?? .blank : .text(old.fileTexts[field]),
            old.origin)
        }
        if !own.contains(where: { $0.column == "数值" }) { figure.origin = old.origin }
      }
      if let index { data.figures[index] = figure } else { data.figures.append(figure) }
    }
  }

  private func schema(of id: String) -> [String: DataSchema.Value] {
    guard var value = schema.figure(id: id) else { return [:] }
    value.isRequired = false
    return [id: value]
  }
}
