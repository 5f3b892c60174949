import DataFiles
import ReportWorkspace
import SourceText

/// A CSV file of the report, edited.
struct CSVFile {
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
