import ReportModel
public import SourceText

/// Writes values back into data files.
///
/// CSV and TSV keep their encoding, byte order mark, line ends, quotes and order; only the cells
/// change. What cannot be edited so, workbooks and YAML, is overridden by a row of ``corrections``.
public enum DataFileWriter {
  /// The file, below the report folder, whose rows override values of other files.
  ///
  /// It has the columns of single figures; 指标 is the path a template names the value by.
  public static let corrections = "data/更正.csv"

  /// Whether values of a file are changed in place.
  public static func canEdit(_ file: String) -> Bool {
    ["csv", "tsv", "txt", "tab", ""].contains(FileName(file).ending)
  }

  /// A file with some of its values changed, as it is written to the disk.
  ///
  /// - Parameters:
  ///   - changes: The changes, each to a cell of this file.
  ///   - file: The file.
  /// - Returns: The file's new bytes, and the changes that it has no place for: the cell is not
  ///   there, or a qualifier is to be written and there is no column 限定, or 写法 and no such column.
  public static func apply(
    _ changes: [ValueChange], to file: SourceFile
  ) -> (bytes: [UInt8]?, failed: [ValueChange]) {
    let isTabbed = ["tsv", "tab"].contains(FileName(file.name).ending)
    var document = CSVDocument(file, isTabbed: isTabbed)
    guard document.isWellFormed else { return (nil, changes) }
    let row = document.headRow
    let head = document.texts(ofRow: row).map { ColumnHead($0).name }
    let failed = changes.filter { !apply($0, to: &document, head: head, row) }
    return ((try? document.encoded()), failed)
  }

  private static func apply(
    _ change: ValueChange, to document: inout CSVDocument, head: [String], _ headRow: Int
  ) -> Bool {
    let place = TextPosition(line: change.origin.line, column: change.origin.column)
    guard let cell = document.cell(at: place), cell.row > headRow,
      head.indices.contains(cell.column)
    else {
      return false
    }
    let qualifiers = companion(.qualifier, of: head[cell.column], in: head)
    let wording = companion(.asWritten, of: head[cell.column], in: head)
    if change.qualifiers?.isEmpty == false, qualifiers == nil { return false }
    if !change.asWritten.isEmpty, wording == nil { return false }
    guard document.set(change.number.description, row: cell.row, column: cell.column) else {
      return false
    }
    if let words = change.qualifiers, let qualifiers,
      !document.set(words.joined(separator: ";"), row: cell.row, column: qualifiers)
    {
      return false
    }
    return wording.map { document.set(change.asWritten, row: cell.row, column: $0) } ?? true
  }

  /// The column that holds a value column's qualifiers or wordings.
  private static func companion(_ kind: UsualColumn, of column: String, in head: [String]) -> Int? {
    head.firstIndex { name in
      UsualColumn.companion(name).map { $0.column == column && $0.kind == kind } ?? false
    } ?? head.firstIndex { UsualColumn($0) == kind }
  }

  /// The corrections file with some changes added, as it is written to the disk.
  ///
  /// - Parameters:
  ///   - changes: The changes; a path that the file has already is changed in its row.
  ///   - file: The file as it is; nil where there is none yet.
  ///   - note: The remark for a new row, from the change.
  /// - Returns: The file's new bytes; nil where the file there cannot be edited.
  public static func addCorrections(
    _ changes: [ValueChange], to file: SourceFile?, note: (ValueChange) -> String
  ) -> [UInt8]? {
    let file = file ?? SourceFile(name: corrections, text: "指标,数值,限定,写法,说明\n")
    var document = CSVDocument(file, isTabbed: false)
    guard document.isWellFormed, document.rowCount > 0 else { return nil }
    let headRow = document.headRow
    let head = document.texts(ofRow: headRow).map { UsualColumn(ColumnHead($0).name) }
    guard let id = head.firstIndex(of: .id), let value = head.firstIndex(of: .value) else {
      return nil
    }
    var rows: [String: Int] = [:]
    for row in 0..<document.rowCount where row > headRow {
      let texts = document.texts(ofRow: row)
      guard texts.indices.contains(id), rows[texts[id]] == nil else { continue }
      rows[texts[id]] = row
    }
    for change in changes {
      let texts: [UsualColumn: String] = [
        .id: change.origin.path, .value: change.number.description,
        .qualifier: (change.qualifiers ?? []).joined(separator: ";"),
        .asWritten: change.asWritten, .note: note(change),
      ]
      guard let row = rows[change.origin.path] else {
        document.add(row: head.map { $0.flatMap { texts[$0] } ?? "" })
        continue
      }
      for (column, usual) in head.enumerated() {
        guard let usual, usual != .note, usual != .id, let text = texts[usual],
          column == value || usual != .qualifier || change.qualifiers != nil
        else { continue }
        document.set(text, row: row, column: column)
      }
    }
    return try? document.encoded()
  }
}
