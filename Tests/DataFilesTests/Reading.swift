import DataFiles
import ReportModel
import SourceText
import Testing
import YAMLNodes

/// Data read for a test, its faults as `file:line:column id message`.
struct Reading {
  let data: DataSet
  let diagnostics: [Diagnostic]
  private let files: [String: SourceFile]

  /// Reads text files, given as name and text, by a schema written in YAML.
  init(_ texts: KeyValuePairs<String, String>, schema: String = "") {
    let files = texts.map { SourceFile(name: $0.key, text: $0.value) }
    self.init(files.map(DataInput.text), files: files, schema: schema)
  }

  init(_ inputs: [DataInput], files: [SourceFile] = [], schema: String = "") {
    let (found, faults) = Self.schema(schema)
    #expect(faults == [])
    (data, diagnostics) = DataFileReader.read(inputs, schema: found)
    self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A schema from YAML, and what is wrong with it.
  static func schema(_ text: String) -> (DataSchema, [String]) {
    let file = SourceFile(name: "pack.yaml", text: text)
    let result = YAMLReader.read(file)
    guard let root = result.root else { return (DataSchema(), ["not YAML"]) }
    var diagnostics = result.diagnostics
    let schema = YAMLFields.read(root, in: file.name, into: &diagnostics) {
      DataSchema(from: &$0)
    }
    let table = LineTable(file.bytes)
    return (
      schema, diagnostics.map { place($0.place, table) + " \($0.id) \($0.message.text(in: .zh))" }
    )
  }

  /// The faults with their messages.
  func faults(_ language: MessageLanguage = .zh) -> [String] {
    diagnostics.map { "\(place($0.place)) \($0.id) \($0.message.text(in: language))" }
  }

  /// What to do about each fault.
  func remedies(_ language: MessageLanguage = .zh) -> [String] {
    diagnostics.map { $0.remedy?.text(in: language) ?? "" }
  }

  /// Where a diagnostic points.
  func place(_ place: DiagnosticPlace) -> String {
    Self.place(place, files[place.file].map { LineTable($0.bytes) })
  }

  private static func place(_ place: DiagnosticPlace, _ lines: LineTable?) -> String {
    switch place {
    case .file(let file): return file
    case .cell(let file, let sheet, let reference): return "\(file)!\(sheet)!\(reference)"
    case .text(let file, let range):
      guard let position = lines?.position(of: range.lowerBound) else { return file }
      return "\(file):\(position.line):\(position.column)"
    }
  }

  /// A table as lines of cells joined by `|`, the head first.
  func table(_ name: String) -> [String] {
    guard let table = data.table(named: name) else { return [] }
    let head = table.columns.map { $0.head + ($0.isNumeric ? "#" : "") + ($0.addsUp ? "Σ" : "") }
    let rows = table.rows.map { row in row.map { Self.shown($0.value) }.joined(separator: "|") }
    return [head.joined(separator: "|")] + rows
  }

  private static func shown(_ value: DataValue) -> String {
    switch value {
    case .blank: ""
    case .text(let text): text
    case .list(let members): "[\(members.joined(separator: ","))]"
    case .quantity(let quantity): quantity.printed
    }
  }
}
