import DataFiles
import ReportModel
import SourceText

/// Compares what a workbook gives with what the data hold, cell by cell.
struct DataComparison {
  /// Whether a blank cell empties the value; otherwise it leaves it as it is.
  let blankClears: Bool
  private(set) var changes: [FormChange] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let data: DataSet
  private let content: FormContent

  init(_ data: DataSet, content: FormContent, blankClears: Bool) {
    self.data = data
    self.content = content
    self.blankClears = blankClears
  }

  // MARK: Tables

  mutating func compare(_ read: DataTable) {
    let own = data.table(named: read.name)
    let known = content.tables.first { $0.name == read.name }
    let rows = Dictionary(
      (own?.rows.indices ?? 0..<0).compactMap { row in own?.key(ofRow: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    let given = Dictionary(
      (known?.rows ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for row in read.rows.indices {
      guard let key = read.key(ofRow: row), !key.isEmpty else { continue }
      if let own, let ownRow = rows[key] {
        compare(read, row: row, key: key, with: own, row: ownRow)
      } else {
        add(read, row: row, key: key, given: given[key], known: known)
      }
    }
  }

  private mutating func compare(
    _ read: DataTable, row: Int, key: String, with own: DataTable, row ownRow: Int
  ) {
    for column in read.columns.indices where column != read.keyColumn {
      let name = read.columns[column].name
      guard isChangeable(name), let place = read.origin(row: row, column: column) else { continue }
      let ownColumn = own.column(named: name)
      let old = ownColumn.map { own.rows[ownRow][$0].value } ?? .blank
      guard let new = text(read.rows[row][column].value, like: old, at: place) else { continue }
      if new.isEmpty, !blankClears || ownColumn == nil { continue }
      guard !FormChange.isSame(old.fileText, new) else { continue }
      add(
        .cell(table: own.name, row: key, column: name), old.fileText, new, place, isAddition: false)
      clearWording(of: old, new, place) { wording in
        .cell(table: own.name, row: key, column: "\(name)\(wording)")
      }
    }
  }

  private mutating func add(
    _ read: DataTable, row: Int, key: String, given: FormContent.Row?, known: FormContent.Table?
  ) {
    var found: [FormChange] = []
    var isFilled = given == nil
    for column in read.columns.indices where column != read.keyColumn {
      let name = read.columns[column].name
      let new = read.rows[row][column].value.fileText
      guard isChangeable(name), !new.isEmpty, let place = read.origin(row: row, column: column)
      else {
        continue
      }
      let index = known?.columns.firstIndex { $0.name == name }
      let stood = name == RemarkColumn.note ? given?.note : index.map { given?.values[$0] ?? "" }
      // A row of the last period of which nothing was filled in is no row of this one.
      if stood.map({ !FormChange.isSame($0, new) }) ?? true { isFilled = true }
      found.append(
        FormChange(
          target: .cell(table: read.name, row: key, column: name), old: "", new: new,
          isAddition: true, place: place))
    }
    guard isFilled, let keyColumn = read.keyColumn,
      let place = read.origin(row: row, column: keyColumn)
    else { return }
    let keyChange = FormChange(
      target: .cell(table: read.name, row: key, column: read.columns[keyColumn].name), old: "",
      new: key, isAddition: true, place: place)
    changes += [keyChange] + found
    if let owner = given?.owner, !owner.isEmpty {
      changes.append(
        FormChange(
          target: .cell(table: read.name, row: key, column: RemarkColumn.owner), old: "",
          new: owner, isAddition: true, place: place))
    }
  }

  /// What the form shows for the eye is not read back, save the remark.
  private func isChangeable(_ column: String) -> Bool {
    blankClears || column == RemarkColumn.note || !RemarkColumn.contains(column)
  }

  // MARK: Single figures

  mutating func compare(_ read: [SingleFigure], heads: [String]) {
    let own = Dictionary(
      data.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let fields = blankClears ? heads : heads.filter { ["数值", "限定", "说明"].contains($0) }
    for figure in read {
      guard let old = own[figure.id] else {
        add(figure, heads: heads)
        continue
      }
      for field in fields where field != "指标" {
        guard let index = SingleFigure.fileColumns.firstIndex(of: field) else { continue }
        compare(figure, with: old, field: index)
      }
    }
  }

  private mutating func compare(_ read: SingleFigure, with old: SingleFigure, field: Int) {
    let name = SingleFigure.fileColumns[field]
    var new = read.fileTexts[field]
    let before = old.fileTexts[field]
    if name == "数值" {
      let value = read.quantity.map { DataValue.quantity($0) } ?? .blank
      let own = old.quantity.map { DataValue.quantity($0) } ?? .blank
      guard let text = text(value, like: own, at: read.origin) else { return }
      new = text
    }
    // A unit that stands with a number alone is not lost with it.
    if name == "单位" || name == "限定" || name == "写法", read.quantity == nil { return }
    if new.isEmpty, !blankClears { return }
    guard !FormChange.isSame(before, new), !Self.isSameList(before, new) else { return }
    add(.figure(read.id, field: name), before, new, read.origin, isAddition: false)
    if name == "数值" {
      let own = old.quantity.map { DataValue.quantity($0) } ?? .blank
      clearWording(of: own, new, read.origin) { .figure(read.id, field: $0) }
    }
  }

  private mutating func add(_ figure: SingleFigure, heads: [String]) {
    guard figure.quantity != nil else { return }
    for (field, text) in zip(SingleFigure.fileColumns, figure.fileTexts) where !text.isEmpty {
      add(.figure(figure.id, field: field), "", text, figure.origin, isAddition: true)
    }
  }

  /// Qualifiers are joined by `;` in files and by 、 in sheets.
  private static func isSameList(_ one: String, _ two: String) -> Bool {
    func members(_ text: String) -> [String] {
      text.split { $0 == ";" || $0 == "；" || $0 == "、" }.map { String($0).trimmedBlanks }
    }
    return members(one) == members(two)
  }

  // MARK: What they share

  /// A number written in a way of its own is not so any more once it changes.
  private mutating func clearWording(
    of old: DataValue, _ new: String, _ place: ValueOrigin, _ target: (String) -> FormChange.Target
  ) {
    guard case .quantity(let quantity) = old, let wording = quantity.asWritten else { return }
    add(target("写法"), wording, "", place, isAddition: false)
  }

  private mutating func add(
    _ target: FormChange.Target, _ old: String, _ new: String, _ place: ValueOrigin,
    isAddition: Bool
  ) {
    changes.append(
      FormChange(target: target, old: old, new: new, isAddition: isAddition, place: place))
  }

  /// The value in the unit the data hold it in; nil, and a fault, where it has none of that kind.
  private mutating func text(
    _ value: DataValue, like old: DataValue, at place: ValueOrigin
  ) -> String? {
    guard case .quantity(let quantity) = value, case .quantity(let own) = old,
      !quantity.unit.text.isEmpty, quantity.unit != own.unit
    else { return value.fileText }
    if let converted = quantity.converted(to: own.unit) { return converted.number.description }
    diagnostics.append(
      Diagnostic(
        "import-other-unit", at: place.diagnosticPlace,
        Message(
          zh: "“{0}”的单位是“{1}”,数据里是“{2}”", en: "“{0}” is in {1}; the data have it in {2}",
          place.path, quantity.unit.text, own.unit.text),
        remedy: Message(zh: "请按“{0}”重新填报", en: "give it in {0}", own.unit.text)))
    return nil
  }
}
