import DataFiles
import ReportModel
import ReportWorkspace
import SourceText
import YAMLNodes

/// Sorts changes by file and makes each file's new bytes.
struct ChangePlanner {
  private let report: ReportFolder
  private let content: FormContent
  private(set) var files: [ChangePlan.File] = []
  private(set) var corrected: [FormChange] = []

  init(_ report: ReportFolder) {
    self.report = report
    content = FormContent(FormSource(report))
  }

  mutating func add(_ changes: [FormChange]) throws(WorkspaceError) {
    var figures: [FormChange] = []
    var narratives: [FormChange] = []
    var tables: [(name: String, changes: [FormChange])] = []
    for change in changes {
      switch change.target {
      case .figure: figures.append(change)
      case .narrative: narratives.append(change)
      case .cell(let table, _, _):
        if let index = tables.firstIndex(where: { $0.name == table }) {
          tables[index].changes.append(change)
        } else {
          tables.append((table, [change]))
        }
      }
    }
    for (name, changes) in tables { try addTable(name, changes) }
    if !figures.isEmpty { try addFigures(figures) }
    if !narratives.isEmpty { try addNarratives(narratives) }
    if !corrected.isEmpty { files.append(try corrections()) }
  }

  /// The file of corrections with what is corrected now.
  private func corrections() throws(WorkspaceError) -> ChangePlan.File {
    let name = DataCorrections.file
    var source: SourceFile?
    if report.dataFiles.contains(name) {
      source = SourceFile(name: name, raw: try report.bytes(of: name))
    }
    guard let bytes = DataCorrections.adding(corrected.map(DataCorrection.init), to: source) else {
      throw WorkspaceError([
        Diagnostic(
          "import-corrections", at: .file(name),
          Message(zh: "更正文件的形式不对,不能添加", en: "the file of corrections cannot be added to"),
          remedy: Message(
            zh: "第一行写:{0}", en: "its first line is: {0}",
            DataCorrections.columns.joined(separator: ",")))
      ])
    }
    return ChangePlan.File(name: name, bytes: bytes)
  }

  // MARK: Tables

  private mutating func addTable(_ name: String, _ changes: [FormChange]) throws(WorkspaceError) {
    guard let table = report.data.table(named: name) else {
      let columns = content.tables.first { $0.name == name }?.columns ?? []
      add(RowFile.table(changes, columns: columns), to: "data/\(name).csv")
      return
    }
    // A cell that is corrected already has its value in the corrections.
    let (own, others) = Self.split(changes, by: table)
    corrected += others
    guard !own.isEmpty else { return }
    let key = table.keyColumn.map { table.columns[$0].name }
    guard table.sheet == nil, let key, var file = try CSVFile(table.file, in: report) else {
      corrected += own
      return
    }
    let rest = file.apply(
      own.map { change in
        guard case .cell(_, let row, let column) = change.target else { return ("", "", change) }
        return (row, column, change)
      }, key: key, known: table.rows.indices.compactMap { table.key(ofRow: $0) },
      units: Dictionary(
        content.tables.first { $0.name == name }?.columns.map {
          ($0.name, $0.head)
        } ?? [], uniquingKeysWith: { first, _ in first }))
    corrected += rest
    if rest.count < own.count { files.append(try file.written()) }
  }

  /// The changes of cells that come from the table's own file, and those of overridden ones.
  private static func split(
    _ changes: [FormChange], by table: DataTable
  ) -> (own: [FormChange], corrected: [FormChange]) {
    guard table.rows.contains(where: { $0.contains { $0.overridingFile != nil } }) else {
      return (changes, [])
    }
    let rows = Self.rows(of: table)
    func isCorrected(_ change: FormChange) -> Bool {
      guard case .cell(_, let key, let name) = change.target, let row = rows[key],
        let column = table.column(named: name) ?? table.keyColumn
      else { return false }
      return table.rows[row][column].overridingFile != nil
    }
    return (changes.filter { !isCorrected($0) }, changes.filter(isCorrected))
  }

  private static func rows(of table: DataTable) -> [String: Int] {
    Dictionary(
      table.rows.indices.compactMap { row in table.key(ofRow: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Single figures

  private mutating func addFigures(_ changes: [FormChange]) throws(WorkspaceError) {
    let own = Dictionary(
      report.data.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let main = report.data.figures.first { !DataCorrections.isFile($0.origin.file) }
    guard let main else {
      add(RowFile.figures(changes), to: "data/figures.csv")
      return
    }
    var byFile: [(name: String, changes: [FormChange])] = []
    for change in changes {
      guard case .figure(let id, _) = change.target else { continue }
      let origin = own[id]?.origin ?? main.origin
      if DataCorrections.isFile(origin.file) || origin.sheet != nil {
        corrected.append(change)
      } else if let index = byFile.firstIndex(where: { $0.name == origin.file }) {
        byFile[index].changes.append(change)
      } else {
        byFile.append((origin.file, [change]))
      }
    }
    for (name, changes) in byFile {
      guard var file = try CSVFile(name, in: report) else {
        corrected += changes
        continue
      }
      let rest = file.apply(
        changes.map { change in
          guard case .figure(let id, let field) = change.target else { return ("", "", change) }
          return (id, field, change)
        }, key: "指标", known: Array(own.keys), units: [:])
      corrected += rest
      if rest.count < changes.count { files.append(try file.written()) }
    }
  }

  // MARK: Narratives

  private mutating func addNarratives(_ changes: [FormChange]) throws(WorkspaceError) {
    let names = [
      "data/narrative.yaml", "data/narrative.yml", "data/叙述.yaml", "data/narrative.json",
    ]
    let file = report.dataFiles.first { names.contains($0) }
    guard let file else {
      var outline = NarrativeOutline()
      for narrative in content.narratives {
        outline.add(narrative.path, narrative.text)
      }
      for change in changes {
        if case .narrative(let path) = change.target { outline.add(path, change.new) }
      }
      add(outline.yaml, to: "data/narrative.yaml")
      return
    }
    let source = SourceFile(name: file, raw: try report.bytes(of: file))
    let origins = NarrativeFile.origins(report.data.narrative)
    var own: [(path: String, text: String, change: FormChange)] = []
    for change in changes {
      guard case .narrative(let path) = change.target else { continue }
      if origins[path].map(DataCorrections.isFile) == true {
        corrected.append(change)
      } else {
        own.append((path, change.new, change))
      }
    }
    let (bytes, rest) = NarrativeFile.edited(source, own.map { ($0.path, $0.text) })
    corrected += own.filter { rest.contains($0.path) }.map(\.change)
    guard let bytes else { return }
    files.append(
      ChangePlan.File(name: file, bytes: try encoded(bytes, like: source)))
  }

  private mutating func add(_ bytes: [UInt8], to name: String) {
    files.append(ChangePlan.File(name: name, bytes: bytes))
  }
}

extension DataCorrection {
  /// A change as a correction.
  init(_ change: FormChange) {
    let (table, row, column): (String, String, String) =
      switch change.target {
      case .figure(let id, let field): (DataCorrections.figures, id, field)
      case .cell(let table, let row, let column): (table, row, column)
      case .narrative(let path): (DataCorrections.narrative, path, "内容")
      }
    self.init(
      table: table, row: row, column: column, value: change.new, original: change.old,
      isAddition: change.isAddition, source: change.place.place)
  }
}
