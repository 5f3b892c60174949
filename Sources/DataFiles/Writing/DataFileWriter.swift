import ReportModel
public import SourceText

/// Writes values back into data files.
///
/// CSV and TSV keep their encoding, byte order mark, line ends, quotes and order; only the cells
/// change. What cannot be edited so, workbooks and YAML, is overridden by a row of ``DataCorrections``.
public enum DataFileWriter {
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
}
