import ReportModel
import SectionTemplates

/// Puts together what a form holds, from schema, needs and the data of three periods.
struct ContentMaker {
  private let source: FormSource

  init(_ source: FormSource) {
    self.source = source
  }

  mutating func tables() -> [FormContent.Table] {
    let names =
      source.schema.tables.map(\.name) + source.data.tables.map(\.name)
      + source.needs.compactMap(\.table)
    return names.unique.compactMap { table($0) }
  }

  private func table(_ name: String) -> FormContent.Table? {
    let schema = source.schema.table(named: name)
    let own = source.data.table(named: name)
    let columns = columns(name, schema: schema, own: own)
    guard !columns.isEmpty else { return nil }
    let hasOwnRows = own.map { !$0.rows.isEmpty } ?? false
    let model = [own, source.previous?.table(named: name), source.lastYear?.table(named: name)]
      .compactMap { $0 }.first { !$0.rows.isEmpty }
    return FormContent.Table(
      name: name, columns: columns, isRequired: schema?.isRequired ?? false,
      hasOwnRows: hasOwnRows,
      rows: model.map { rows(of: $0, columns: columns, isOwn: hasOwnRows) } ?? [])
  }

  private func columns(
    _ name: String, schema: DataSchema.Table?, own: DataTable?
  ) -> [FormContent.Column] {
    let key = schema?.key ?? own?.keyColumn.flatMap { own?.columns[$0].name }
    var names = (schema?.columns ?? []).map(\.name)
    if let key, !names.contains(key) { names.insert(key, at: 0) }
    names += (own?.columns ?? []).map(\.name).filter { !RemarkColumn.contains($0) }
    // What a loop prints of a table that neither schema nor data describe.
    if names.isEmpty {
      names += source.needs.filter { $0.table == name }.compactMap(\.column)
    }
    var columns = names.unique.map { name in
      let value = schema?.column(named: name)
      let data = own?.column(named: name).flatMap { own?.columns[$0] }
      let type: ValueType = data?.isNumeric == true ? .number : .text
      let unit = data.map(\.unit.text) ?? ""
      return FormContent.Column(
        name: name, unit: unit.isEmpty ? value?.unit ?? "" : unit,
        schema: value ?? DataSchema.Value(type: type), isKey: name == (key ?? names.first))
    }
    if let index = columns.firstIndex(where: \.isKey), index > 0 {
      columns.insert(columns.remove(at: index), at: 0)
    }
    return columns
  }

  private func rows(
    of model: DataTable, columns: [FormContent.Column], isOwn: Bool
  ) -> [FormContent.Row] {
    let last = Earlier(source.previous?.table(named: model.name))
    let lastYear = Earlier(source.lastYear?.table(named: model.name))
    let owner = model.column(named: RemarkColumn.owner)
    let note = model.column(named: RemarkColumn.note)
    let places = columns.map { model.column(named: $0.name) }
    return model.rows.indices.map { index in
      let cells = model.rows[index]
      let key = model.key(ofRow: index) ?? ""
      var row = FormContent.Row(columns: columns.count)
      row.key = key
      for (place, column) in columns.enumerated() {
        if let cell = places[place], isOwn || !column.isNumeric {
          row.values[place] = cells[cell].value.fileText
        }
        guard column.isNumeric else { continue }
        row.last[place] = last.text(key, column.name)
        row.lastYear[place] = lastYear.text(key, column.name)
      }
      row.owner = owner.map { cells[$0].value.fileText } ?? last.text(key, RemarkColumn.owner)
      row.note = isOwn ? note.map { cells[$0].value.fileText } ?? "" : ""
      return row
    }
  }

  mutating func figures() -> [FormContent.Figure] {
    let own = Self.byID(source.data)
    let last = Self.byID(source.previous)
    let lastYear = Self.byID(source.lastYear)
    var ids = source.data.figures.map(\.id) + source.schema.figures.map(\.name)
    ids += source.needs.filter { $0.kind == .figure }.map(\.name)
    let schema = Dictionary(
      source.schema.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return ids.unique.map { id in
      let figure = own[id]
      let known = [figure, last[id], lastYear[id]].compactMap { $0 }
      let unit = known.compactMap(\.quantity?.unit.text).first { !$0.isEmpty }
      return FormContent.Figure(
        id: id, label: known.map(\.label).first { !$0.isEmpty } ?? "",
        unit: unit ?? schema[id]?.unit ?? "", schema: schema[id] ?? DataSchema.Value(type: .number),
        kind: figure?.kind ?? schema[id]?.kind ?? known.compactMap(\.kind).first,
        value: figure?.quantity?.number.description ?? "",
        qualifiers: figure?.quantity?.qualifiers.map(\.word).joined(separator: "、") ?? "",
        last: last[id]?.quantity?.printed ?? "", lastYear: lastYear[id]?.quantity?.printed ?? "",
        owner: known.map(\.owner).first { !$0.isEmpty } ?? "",
        asOf: figure?.asOf.isEmpty == false ? figure?.asOf ?? "" : source.asOf,
        note: figure?.note ?? "")
    }
  }

  mutating func narratives() -> [FormContent.Narrative] {
    var found: [String: String] = [:]
    var paths: [String] = []
    NarrativePath.walk(source.data.narrative) { path, text in
      paths.append(path)
      found[path] = text
    }
    var last: [String: String] = [:]
    NarrativePath.walk(source.previous?.narrative) { path, text in last[path] = text }
    for need in source.needs where need.kind == .narrative && need.uses.contains(where: \.isPrinted)
    {
      let path = NarrativePath.below(need.name).replacing("[]", with: "[1]")
      if found[path] == nil, !Self.isOpened(path, by: paths) { paths.append(path) }
    }
    return paths.unique.map {
      FormContent.Narrative(path: $0, text: found[$0] ?? "", last: last[$0] ?? "")
    }
  }

  /// Whether the data hold something at or below a path already.
  private static func isOpened(_ path: String, by paths: [String]) -> Bool {
    paths.contains { $0.hasPrefix(path + ".") || $0.hasPrefix(path + "[") }
  }

  private static func byID(_ data: DataSet?) -> [String: SingleFigure] {
    Dictionary(
      (data?.figures ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A table of an earlier period, its rows found by key.
private struct Earlier {
  private let table: DataTable?
  private let rows: [String: Int]

  init(_ table: DataTable?) {
    self.table = table
    rows = Dictionary(
      (table?.rows.indices ?? 0..<0).compactMap { row in table?.key(ofRow: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  func text(_ key: String, _ column: String) -> String {
    guard let table, let row = rows[key], let index = table.column(named: column) else { return "" }
    return table.rows[row][index].value.fileText
  }
}

/// Places in a narrative as people write them: `管理.党建`, `问题[2].标题`.
enum NarrativePath {
  /// A path without the word 叙述 at its head.
  static func below(_ name: String) -> String {
    name.hasPrefix("叙述.") ? String(name.dropFirst(3)) : name
  }

  /// Hands over every text with its path.
  static func walk(_ root: NarrativeNode?, _ body: (String, String) -> Void) {
    guard let root else { return }
    walk(root, path: "", body)
  }

  private static func walk(_ node: NarrativeNode, path: String, _ body: (String, String) -> Void) {
    switch node {
    case .text(let text, _): body(path, text)
    case .mapping(let members):
      for member in members {
        walk(member.node, path: path.isEmpty ? member.name : "\(path).\(member.name)", body)
      }
    case .sequence(let members):
      for (index, member) in members.enumerated() {
        walk(member, path: "\(path)[\(index + 1)]", body)
      }
    }
  }
}
