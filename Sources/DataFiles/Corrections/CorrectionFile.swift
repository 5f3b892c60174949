import ReportModel
public import SourceText

/// A value for `data/更正.csv`.
public struct DataCorrection: Sendable, Hashable {
  /// The table; 指标 for single figures, 叙述 for narratives.
  public var table: String
  /// The row's key, the figure's id or the place in the narrative.
  public var row: String
  /// The column.
  public var column: String
  /// The value that counts.
  public var value: String
  /// The words that qualify a number; nil where they stay.
  public var qualifiers: [String]?
  /// How number and unit are written; empty for the usual way.
  public var asWritten = ""
  /// The value it stands over.
  public var original: String
  /// Whether the row or member is not there yet.
  public var isAddition: Bool
  /// Where it comes from.
  public var source: String

  /// A correction from its parts.
  public init(
    table: String, row: String, column: String, value: String, original: String = "",
    isAddition: Bool = false, source: String = ""
  ) {
    self.table = table
    self.row = row
    self.column = column
    self.value = value
    self.original = original
    self.isAddition = isAddition
    self.source = source
  }

  /// A new number, at the table, row and column that its path means in the data.
  public init(_ change: ValueChange, among targets: CorrectionTargets, source: String) {
    let target = targets.target(ofPath: change.origin.path)
    self.init(
      table: target?.table ?? "", row: target?.row ?? change.origin.path,
      column: target?.column ?? "", value: change.number.description, source: source)
    qualifiers = change.qualifiers
    asWritten = change.asWritten
  }

  fileprivate var cells: [String: String] {
    [
      "表": table, "行": row, "列": column, "更正为": value,
      "限定": qualifiers.map { $0.isEmpty ? DataCorrections.noQualifier : $0.joined(separator: ";") }
        ?? "", "写法": asWritten, "原值": original,
      "操作": isAddition ? DataCorrections.addition : "", "来源": source,
    ]
  }
}

extension DataCorrections {
  /// The file of corrections with some added, as it is written to the disk.
  ///
  /// A correction of what is corrected already changes its row. A file of the short form gets all
  /// columns.
  ///
  /// - Parameters:
  ///   - corrections: The corrections.
  ///   - file: The file as it is; nil where there is none yet.
  /// - Returns: The file's new bytes; nil where the one there cannot be edited.
  public static func adding(_ corrections: [DataCorrection], to file: SourceFile?) -> [UInt8]? {
    guard let file, !file.bytes.isEmpty else {
      var csv = CSVWriter(columns: columns)
      for correction in corrections { csv.row(columns.map { correction.cells[$0] ?? "" }) }
      return csv.bytes
    }
    var document = CSVDocument(file, isTabbed: false)
    guard document.isWellFormed, document.rowCount > 0 else { return nil }
    guard let headRow = document.headRow(with: ["表", "行", "列"]) else {
      return widened(document, file).flatMap { adding(corrections, to: $0) }
    }
    let heads = document.heads(ofRow: headRow).map { valueHeads.contains($0) ? "更正为" : $0 }
    guard let value = heads.firstIndex(of: "更正为") else { return nil }
    let key = ["表", "行", "列"].map { heads.firstIndex(of: $0) ?? 0 }
    var rows: [[String]: Int] = [:]
    for row in headRow + 1..<max(document.rowCount, headRow + 1) {
      let texts = document.texts(ofRow: row)
      guard let last = key.max(), last < texts.count else { continue }
      rows[key.map { texts[$0] }] = row
    }
    for correction in corrections {
      let cells = correction.cells
      let names = [correction.table, correction.row, correction.column]
      let path = names.filter { $0 != figures && !$0.isEmpty }
      // Rows made from the short form have the whole name for their row.
      let whole = names[0] == figures ? names[1] : path.joined(separator: ".")
      guard let row = rows[names] ?? rows[["", whole, ""]] else {
        document.add(row: heads.map { cells[$0] ?? "" })
        continue
      }
      for (column, head) in heads.enumerated() {
        guard let text = cells[head], column == value || ["限定", "写法", "来源"].contains(head),
          head != "限定" || correction.qualifiers != nil
        else { continue }
        document.set(text, row: row, column: column)
      }
    }
    return try? document.encoded()
  }

  /// A file of the short form with all columns; nil where it is none.
  private static func widened(_ document: CSVDocument, _ file: SourceFile) -> SourceFile? {
    let headRow = document.headRow
    let head = document.texts(ofRow: headRow).map { UsualColumn(ColumnHead($0).name) }
    guard let id = head.firstIndex(of: .id), let value = head.firstIndex(of: .value) else {
      return nil
    }
    var csv = CSVWriter(columns: columns)
    for row in headRow + 1..<max(document.rowCount, headRow + 1) {
      let texts = document.texts(ofRow: row)
      guard texts.count > max(id, value) else { continue }
      func text(_ usual: UsualColumn) -> String {
        head.firstIndex(of: usual).flatMap { $0 < texts.count ? texts[$0] : nil } ?? ""
      }
      csv.row([
        "", texts[id], "", texts[value], text(.qualifier), text(.asWritten), "", "", text(.source),
        text(.note),
      ])
    }
    return SourceFile(name: file.name, utf8: csv.bytes, encoding: file.encoding)
  }
}
