public import ReportModel
public import SourceText
import YAMLNodes

/// Reads data files into tables, single figures and narratives, judged by a schema.
///
/// A file named `figures` or `指标`, or one with the columns 指标 and 数值, holds single figures; one
/// named `narrative` or `叙述` holds prose; one named `corrections` or `更正` overrides single figures and
/// cells of tables by their paths; any other is a table named after the file, in a workbook
/// with several sheets after the sheet.
///
/// What a column is follows from the schema, or else from its head and its cells:
/// - `金额(万元)` is the column 金额 in 万元. A 单位 column gives the unit of the one number column
///   that has none; the first column is never taken for it.
/// - `金额限定` and `金额写法` belong to 金额; so do 限定 and 写法 where it is the only number column.
/// - Columns the schema does not know are kept and warned of; without a schema for the table no
///   column is unknown, and one whose every cell is a number holds numbers.
public enum DataFileReader {
  /// Reads files.
  ///
  /// Every fault of every file is found in one run; what is faulty is left blank in the result.
  /// Linear in the size of the files.
  ///
  /// - Parameters:
  ///   - inputs: The files, in the order their faults are to be listed.
  ///   - schema: What the pack asks of them; an empty one judges only the form.
  /// - Returns: What was read, and the faults sorted by file and place; those of data that is
  ///   missing as a whole come last.
  public static func read(
    _ inputs: [DataInput], schema: DataSchema = DataSchema()
  ) -> (data: DataSet, diagnostics: [Diagnostic]) {
    var assembly = DataAssembly(schema: schema)
    for input in inputs { assembly.add(input) }
    var finder = PlaceFinder(inputs)
    return assembly.finish(
      folder: inputs.first.map { FileName($0.name).folder } ?? "data", finder: &finder)
  }
}

/// A data set on its way.
private struct DataAssembly {
  private let schema: DataSchema
  private let figureSchema: [String: DataSchema.Value]
  private var data = DataSet()
  private var diagnostics: [Diagnostic] = []
  private var figurePlaces: [String: DiagnosticPlace] = [:]
  private var figureFile: String?
  private var corrections: [DataCorrections] = []
  private var totals: [TotalRow] = []
  /// Names of tables whose file was there, readable or not.
  private var attempted: Set<String> = []

  init(schema: DataSchema) {
    self.schema = schema
    figureSchema = Dictionary(
      schema.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ input: DataInput) {
    var found: [Diagnostic] = []
    let name = FileName(input.name)
    if name.namesFigures { figureFile = figureFile ?? input.name }
    switch input {
    case .text(let file):
      attempted.insert(name.stem)
      add(file, name: name, into: &found)
      diagnostics.append(contentsOf: found.sortedByPlace)
    case .workbook(_, let bytes):
      add(workbook: bytes, name: input.name)
    }
  }

  private mutating func add(workbook bytes: [UInt8], name: String) {
    let results = WorkbookGridReader(file: name, schema: schema).read(bytes)
    if results.allSatisfy({ $0.grid == nil }) { attempted.insert(FileName(name).stem) }
    for result in results {
      var found = result.diagnostics
      if let grid = result.grid { add(grid, isFigures: result.isFigures, into: &found) }
      diagnostics.append(contentsOf: found.sortedByPlace)
    }
  }

  mutating func finish(
    folder: String, finder: inout PlaceFinder
  ) -> (data: DataSet, diagnostics: [Diagnostic]) {
    // What is corrected counts: for sums and relations, and for what is missing.
    correct(&finder)
    for total in totals {
      guard let table = data.table(named: total.table) else { continue }
      for fault in total.faults(in: table) { insert(fault) }
    }
    reportMissingTables(folder: folder)
    reportMissingFigures(folder: folder)
    let judge = CheckJudge(data, checks: schema.checks)
    for check in schema.checks {
      if let fault = judge.fault(of: check, &finder) { diagnostics.append(fault) }
    }
    data.tables.sort { $0.name < $1.name }
    return (data, diagnostics)
  }

  private mutating func correct(_ finder: inout PlaceFinder) {
    for own in corrections {
      let outcome = own.apply(to: &data, totals: &totals, schema: schema)
      let replaced = Set(outcome.replaced.map { PlaceStart(finder.place(of: $0)) })
      diagnostics.removeAll { $0.severity != .info && replaced.contains(PlaceStart($0.place)) }
      diagnostics += outcome.diagnostics
    }
  }

  /// Puts a fault found late among those of its file, by place.
  private mutating func insert(_ fault: Diagnostic) {
    let own = diagnostics.indices.filter { diagnostics[$0].place.file == fault.place.file }
    let next = own.first { diagnostics[$0].place.order > fault.place.order }
    diagnostics.insert(fault, at: next ?? own.last.map { $0 + 1 } ?? diagnostics.count)
  }

  private mutating func add(_ file: SourceFile, name: FileName, into found: inout [Diagnostic]) {
    switch name.ending {
    case "yaml", "yml", "json":
      addYAML(file, name: name, into: &found)
    case "csv", "tsv", "txt", "tab", "":
      if let fault = TextCheck.fault(of: file) {
        found.append(fault)
        return
      }
      var reader = CSVGridReader(
        file,
        known: schema.knownNames(
          ofTable: name.stem, isFigures: name.namesFigures || name.namesCorrections))
      let grid = reader.read(name: name.stem, isTabbed: ["tsv", "tab"].contains(name.ending))
      found.append(contentsOf: reader.diagnostics)
      if let grid { add(grid, isFigures: name.namesFigures, into: &found) }
    default:
      found.append(DataFault.unknownFormat(name.ending).diagnostic(at: .file(file.name)))
    }
  }

  private mutating func addYAML(
    _ file: SourceFile, name: FileName, into found: inout [Diagnostic]
  ) {
    let result = YAMLReader.read(file)
    found.append(contentsOf: result.diagnostics)
    guard let root = result.root else { return }
    if name.namesNarrative {
      var reader = NarrativeReader(file)
      if let node = reader.read(root) {
        if data.narrative == nil {
          data.narrative = node
        } else {
          found.append(
            DataFault.tableTwice(name.stem, other: "narrative.yaml").diagnostic(
              at: .file(file.name)))
        }
      }
      found.append(contentsOf: reader.diagnostics)
      return
    }
    if case .mapping(let entries) = root.content, entries.isEmpty {
      found.append(DataFault.emptyFile.diagnostic(at: .file(file.name)))
      return
    }
    var reader = YAMLGridReader(file)
    let grid = reader.read(
      root, name: name.stem, holdsFigures: name.namesFigures || name.namesCorrections)
    found.append(contentsOf: reader.diagnostics)
    if let grid { add(grid, isFigures: name.namesFigures, into: &found) }
  }

  private mutating func add(_ grid: Grid, isFigures: Bool, into found: inout [Diagnostic]) {
    if FileName(grid.file).namesCorrections {
      corrections.append(DataCorrections(grid))
      return
    }
    let tableSchema = schema.table(named: grid.name)
    if isFigures || (tableSchema == nil && FigureReader.fits(grid.head)) {
      figureFile = figureFile ?? grid.file
      var reader = FigureReader(grid, schema: figureSchema)
      data.figures.append(contentsOf: reader.read(places: &figurePlaces))
      found.append(contentsOf: reader.judge.diagnostics)
      return
    }
    if let other = data.table(named: grid.name) {
      found.append(
        DataFault.tableTwice(grid.name, other: other.file).diagnostic(at: .file(grid.file)))
      return
    }
    attempted.insert(grid.name)
    var reader = TableReader(grid, schema: tableSchema)
    data.tables.append(reader.read())
    if let total = reader.total { totals.append(total) }
    found.append(contentsOf: reader.diagnostics)
  }

  private mutating func reportMissingTables(folder: String) {
    let own = data.tables.map(\.name).filter { schema.table(named: $0) == nil }
    for table in schema.tables where table.isRequired && !attempted.contains(table.name) {
      diagnostics.append(
        DataFault.missingTable(table.name, nearest: NearestNames.of(table.name, in: own))
          .diagnostic(at: .file("\(folder)/\(table.name).csv")))
    }
  }

  private mutating func reportMissingFigures(folder: String) {
    let own = Set(data.figures.map(\.id))
    let missing = schema.figures.filter {
      $0.value.isRequired && figurePlaces[$0.name] == nil && !own.contains($0.name)
    }
    guard let figureFile else {
      if !missing.isEmpty {
        diagnostics.append(
          DataFault.missingTable("figures", nearest: []).diagnostic(
            at: .file("\(folder)/figures.csv")))
      }
      return
    }
    // Where nothing at all was read from the file, its own fault says why.
    guard !figurePlaces.isEmpty || diagnostics.isEmpty else { return }
    for figure in missing {
      diagnostics.append(
        DataFault.missingFigure(figure.name, unit: figure.value.unit ?? "")
          .diagnostic(at: .file(figureFile)))
    }
  }
}

/// Whether a file is text at all: one fault for the file, however many bytes are odd.
enum TextCheck {
  static func fault(of file: SourceFile) -> Diagnostic? {
    if let first = file.decodingFaults.first {
      return DataFault.undecodable(runs: file.decodingFaultCount, encoding: file.encoding)
        .diagnostic(at: .text(file: file.name, range: first.offset..<first.offset + 3))
    }
    let odd = file.bytes.withUnsafeBufferPointer { bytes in
      bytes.firstIndex { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    }
    guard let odd else { return nil }
    return DataFault.binary(file.bytes[odd]).diagnostic(
      at: .text(file: file.name, range: odd..<odd + 1))
  }
}

extension DataSchema {
  /// The names that tell a table's head from the titles above it.
  func knownNames(ofTable name: String, isFigures: Bool) -> Set<String> {
    var known = Set(table(named: name)?.columns.map(\.name) ?? [])
    if DataCorrections.stems.contains(name) { known.formUnion(DataCorrections.columns) }
    if isFigures || known.isEmpty {
      known.formUnion(UsualColumn.allCases.flatMap { [$0.names.chinese, $0.names.english] })
    }
    return known
  }
}

extension FileName {
  /// The path without its last part; `data` where there is none.
  fileprivate var folder: String { parent.isEmpty ? "data" : parent }
}

extension [Diagnostic] {
  /// The diagnostics of one file by place, those of one place as they were found.
  var sortedByPlace: [Diagnostic] {
    enumerated()
      .sorted { ($0.element.place.order, $0.offset) < ($1.element.place.order, $1.offset) }
      .map(\.element)
  }
}

/// Where a place begins: a cell, or the text of one.
private struct PlaceStart: Hashable {
  private let file: String
  private let start: String

  init(_ place: DiagnosticPlace) {
    switch place {
    case .file(let file): (self.file, start) = (file, "")
    case .text(let file, let range): (self.file, start) = (file, "\(range.lowerBound)")
    case .cell(let file, let sheet, let reference):
      (self.file, start) = (file, "\(sheet)!\(reference)")
    }
  }
}

extension DiagnosticPlace {
  /// Where the place stands in its file, as a number that rises.
  fileprivate var order: Int {
    switch self {
    case .file: -1
    case .text(_, let range): range.lowerBound
    case .cell(_, _, let reference): CellReference(reference)?.order ?? 0
    }
  }
}
