import DataFiles
import ReportModel
public import ReportWorkspace
public import SourceText
import YAMLNodes

/// What an import writes: whole files, made before any is written.
public struct ChangePlan: Sendable {
  /// A file to write.
  public struct File: Sendable {
    /// Its path below the report folder.
    public let name: String
    /// Its new bytes.
    public let bytes: [UInt8]
  }

  /// The files, corrections last.
  public let files: [File]
  /// The changes that stand in `data/更正.csv` or `data/补正.csv`, because their file is not edited.
  public let corrected: [FormChange]

  private let folder: String

  /// Makes the files that hold a report's data with changes in them.
  ///
  /// CSV and TSV files keep their encoding, byte order mark, line ends, order of columns, and every cell
  /// that is not changed, byte for byte; so does a YAML narrative. What stands in other files is
  /// overridden: numbers in `data/更正.csv`, words, rows and narratives in `data/补正.csv`.
  ///
  /// - Parameters:
  ///   - changes: The changes, each cell once.
  ///   - report: The report.
  /// - Throws: An error where a file cannot be read, or has no place for a character.
  public init(_ changes: [FormChange], in report: ReportFolder) throws(WorkspaceError) {
    var planner = ChangePlanner(report)
    try planner.add(changes)
    files = planner.files
    corrected = planner.corrected
    folder = report.path
  }

  /// What would be wrong with the data once the files are written, and is not now: sums that no longer
  /// agree, above all.
  ///
  /// - Parameter report: The report the plan was made for.
  /// - Returns: The errors, and the new texts they point into.
  public func newFaults(in report: ReportFolder) -> (faults: [Diagnostic], sources: [SourceFile]) {
    var contents = Dictionary(
      report.dataFiles.compactMap { name in (try? report.bytes(of: name)).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    let before = Set(Self.faults(contents, report.schema).faults.map(\.message))
    for file in files { contents[file.name] = file.bytes }
    let after = Self.faults(contents, report.schema)
    return (after.faults.filter { !before.contains($0.message) }, after.sources)
  }

  /// The errors of data files, save those of what is not there yet.
  private static func faults(
    _ contents: [String: [UInt8]], _ schema: DataSchema
  ) -> (faults: [Diagnostic], sources: [SourceFile]) {
    let missing: Set<String> = ["data-blank-required", "data-missing-figure", "data-missing-table"]
    let correctionName = "data/\(DataCorrections.fileName)"
    var sources: [SourceFile] = []
    let inputs = contents.sorted { $0.key < $1.key }.filter { $0.key != correctionName }
      .map { DataInput(name: $0.key, raw: $0.value) }
    for case .text(let file) in inputs { sources.append(file) }
    var (data, faults) = DataFileReader.read(inputs, schema: schema)
    if let raw = contents[correctionName] {
      let file = SourceFile(name: correctionName, raw: raw)
      sources.append(file)
      faults += DataCorrections(file).apply(to: &data, schema: schema)
    }
    return (faults.filter { $0.severity == .error && !missing.contains($0.id) }, sources)
  }

  /// Writes the files, each whole or not at all.
  ///
  /// - Throws: An error at the first that cannot be written; those before it are.
  public func write() throws(WorkspaceError) {
    do throws(FileError) {
      for file in files {
        let path = "\(folder)/\(file.name)"
        try LocalFiles.makeFolder(LocalFiles.parent(of: path))
        try LocalFiles.write(file.bytes, to: path)
      }
    } catch {
      throw WorkspaceError(error)
    }
  }
}

/// Sorts changes by file and makes each file's new bytes.
private struct ChangePlanner {
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
    let (numbers, others) = splitNumbers(corrected)
    if !numbers.isEmpty, let file = try overrides(numbers) {
      files.append(file)
      if !others.isEmpty { files.append(try CorrectionFile(report).file(adding: others)) }
    } else if !corrected.isEmpty {
      files.append(try CorrectionFile(report).file(adding: corrected))
    }
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

  // MARK: Values of files that are not edited

  /// Numbers that stand in the data already, and all else.
  private func splitNumbers(
    _ changes: [FormChange]
  ) -> (numbers: [FormChange], others: [FormChange]) {
    let figures = Dictionary(
      report.data.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [String: [String: Int]] = [:]
    for table in report.data.tables { rows[table.name] = Self.rows(of: table) }
    func isNumber(_ change: FormChange) -> Bool {
      guard !change.isAddition, ExactDecimal(change.new) != nil else { return false }
      switch change.target {
      case .figure(let id, let field):
        guard field == "数值", let origin = figures[id]?.origin else { return false }
        return !origin.file.hasSuffix(DataCorrections.fileName)
      case .cell(let name, let key, let column):
        guard let table = report.data.table(named: name), let row = rows[name]?[key],
          let index = table.column(named: column), table.columns[index].isNumeric
        else { return false }
        let file = table.rows[row][index].overridingFile ?? ""
        return !file.hasSuffix(DataCorrections.fileName)
      case .narrative: return false
      }
    }
    return (changes.filter(isNumber), changes.filter { !isNumber($0) })
  }

  /// The file that overrides numbers; nil where the one that is there cannot be edited.
  private func overrides(_ changes: [FormChange]) throws(WorkspaceError) -> ChangePlan.File? {
    let name = DataFileWriter.corrections
    var source: SourceFile?
    if report.dataFiles.contains(name) {
      source = SourceFile(name: name, raw: try report.bytes(of: name))
    }
    var places: [String: String] = [:]
    let values = changes.compactMap { change -> ValueChange? in
      guard let number = ExactDecimal(change.new) else { return nil }
      var origin = change.place
      origin.path = change.target.path
      places[origin.path] = change.place.place
      return ValueChange(origin: origin, number: number)
    }
    return DataFileWriter.addCorrections(values, to: source) { places[$0.origin.path] ?? "" }
      .map { ChangePlan.File(name: name, bytes: $0) }
  }

  // MARK: Single figures

  private static func isOverride(_ file: String) -> Bool {
    file.hasSuffix(DataCorrections.fileName) || file == DataFileWriter.corrections
  }

  private mutating func addFigures(_ changes: [FormChange]) throws(WorkspaceError) {
    let own = Dictionary(
      report.data.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let main = report.data.figures.first { !Self.isOverride($0.origin.file) }
    guard let main else {
      add(RowFile.figures(changes), to: "data/figures.csv")
      return
    }
    var byFile: [(name: String, changes: [FormChange])] = []
    for change in changes {
      guard case .figure(let id, _) = change.target else { continue }
      let origin = own[id]?.origin ?? main.origin
      if Self.isOverride(origin.file) || origin.sheet != nil {
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
      if origins[path]?.hasSuffix(DataCorrections.fileName) == true {
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

/// The text in the encoding of the file it replaces.
///
/// - Throws: An error where the encoding has no place for a character.
func encoded(_ bytes: [UInt8], like file: SourceFile) throws(WorkspaceError) -> [UInt8] {
  do throws(EncodingError) {
    return try TextDecoder.encode(bytes, as: file.encoding)
  } catch {
    throw WorkspaceError([
      Diagnostic(
        "import-not-encodable", at: .file(file.name),
        Message(
          zh: "{0} 编码里没有填报的某个字", en: "{0} has no place for a character that was filled in",
          file.encoding.rawValue),
        remedy: Message(zh: "先把数据文件另存为 UTF-8", en: "save the data file as UTF-8 first"))
    ])
  }
}

/// A CSV file of the report, edited.
private struct CSVFile {
  private let name: String
  private let source: SourceFile
  private var document: CSVDocument
  private var headRow = 0
  private var heads: [String] = []
  private var addedValues: [Int: [String]] = [:]
  private var addedColumns: [String] = []

  /// Nil for a file of another kind.
  init?(_ name: String, in report: ReportFolder) throws(WorkspaceError) {
    guard [".csv", ".tsv", ".txt", ".tab"].contains(where: { name.hasSuffix($0) }) else {
      return nil
    }
    self.name = name
    source = SourceFile(name: name, raw: try report.bytes(of: name))
    guard source.decodingFaults.isEmpty else { return nil }
    document = CSVDocument(source, isTabbed: name.hasSuffix(".tsv") || name.hasSuffix(".tab"))
  }

  /// Makes changes given by row and column; gives back those there is no place for.
  ///
  /// Added rows stand below the last of the rows whose keys are `known` to hold data: a row of totals
  /// and what closes the table stay below.
  mutating func apply(
    _ changes: [(row: String, column: String, change: FormChange)], key: String,
    known: [String], units: [String: String]
  ) -> [FormChange] {
    guard let headRow = headRow(key) else { return changes.map(\.change) }
    self.headRow = headRow
    heads = document.heads(ofRow: headRow)
    guard let keyColumn = Self.column(key, in: heads) else { return changes.map(\.change) }
    var rows: [String: Int] = [:]
    for row in headRow + 1..<max(document.rowCount, headRow + 1) {
      let texts = document.texts(ofRow: row)
      if texts.indices.contains(keyColumn) {
        rows[texts[keyColumn]] = rows[texts[keyColumn]] ?? row
      }
    }
    var rest: [FormChange] = []
    var added: [(key: String, cells: [String: String])] = []
    var addedPlaces: [String: Int] = [:]
    for (row, column, change) in changes {
      if let index = rows[row] {
        if !set(change.new, row: index, column: column, units: units) { rest.append(change) }
        continue
      }
      let index = addedPlaces[row] ?? added.count
      if index == added.count {
        addedPlaces[row] = index
        added.append((row, [:]))
      }
      added[index].cells[column] = change.new
      if place(of: column) == nil { addColumn(column, units: units) }
    }
    let last = known.compactMap { rows[$0] }.max() ?? headRow
    for row in added {
      var cells = Array(repeating: "", count: heads.count + addedColumns.count)
      for (column, text) in row.cells {
        if let index = place(of: column) { cells[index] = text }
      }
      document.add(row: cells, below: last)
    }
    return rest
  }

  /// The new bytes.
  ///
  /// - Throws: An error where the encoding has no place for a character.
  func written() throws(WorkspaceError) -> ChangePlan.File {
    let text = document.text(headRow: headRow, addedValues: addedValues)
    return ChangePlan.File(name: name, bytes: try encoded(text, like: source))
  }

  private func headRow(_ key: String) -> Int? {
    let english = ["指标": "id"][key]
    return document.headRow(with: [key]) ?? english.flatMap { document.headRow(with: [$0]) }
  }

  private mutating func set(
    _ text: String, row: Int, column: String, units: [String: String]
  ) -> Bool {
    if let index = place(of: column), index < heads.count {
      // A row that is cut short has no such cell.
      guard document.texts(ofRow: row).indices.contains(index) else { return false }
      document.set(text, row: row, column: index)
      return true
    }
    // Nothing is emptied that is not there.
    guard !text.isEmpty else { return true }
    guard document.texts(ofRow: row).count == heads.count else { return false }
    addColumn(column, units: units)
    guard let place = addedColumns.firstIndex(of: column) else { return false }
    var values = addedValues[row] ?? []
    while values.count < addedColumns.count { values.append("") }
    values[place] = text
    addedValues[row] = values
    return true
  }

  private mutating func addColumn(_ name: String, units: [String: String]) {
    guard !addedColumns.contains(name) else { return }
    addedColumns.append(name)
    document.addColumn(units[name] ?? name)
  }

  private func place(of column: String) -> Int? {
    Self.column(column, in: heads)
      ?? addedColumns.firstIndex(of: column).map { heads.count + $0 }
  }

  /// A column by its name, by the English one, or, for 金额写法, as 写法 alone.
  private static func column(_ name: String, in heads: [String]) -> Int? {
    if let index = heads.firstIndex(of: name) { return index }
    let english = [
      "指标": "id", "名称": "label", "数值": "value", "单位": "unit", "限定": "qualifier",
      "写法": "as_written", "口径": "kind", "截至": "as_of", "责任科室": "owner", "来源": "source",
      "说明": "note",
    ]
    if let other = english[name] {
      return heads.firstIndex {
        $0.lowercased() == other || (other == "as_written" && $0.lowercased() == "as written")
      }
    }
    guard name.hasSuffix("写法"), name != "写法" else { return nil }
    return column("写法", in: heads)
  }
}
