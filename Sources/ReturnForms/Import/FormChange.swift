public import ReportModel
import SourceText

/// A value that a returned workbook gives and the data do not hold yet.
public struct FormChange: Sendable, Hashable {
  /// What is changed.
  public enum Target: Sendable, Hashable {
    /// A field of a single figure: its id, and the column of `figures.csv`.
    case figure(String, field: String)
    /// A cell of a table, by the row's key and the column's name.
    case cell(table: String, row: String, column: String)
    /// A text, by its place in the narrative.
    case narrative(String)

    /// The name templates would ask for: `资助.幼儿园.金额`.
    public var path: String {
      switch self {
      case .figure(let id, "数值"): id
      case .figure(let id, let field): "\(id).\(field)"
      case .cell(let table, let row, let column): "\(table).\(row).\(column)"
      case .narrative(let path): "叙述.\(path)"
      }
    }
  }

  /// What is changed.
  public let target: Target
  /// What the data hold, as a data file writes it; empty where they hold nothing.
  public let old: String
  /// What the workbook gives.
  public let new: String
  /// Whether the row or member is not in the data at all.
  public let isAddition: Bool
  /// The cell of the workbook.
  public let place: ValueOrigin

  /// Whether two texts are one value: numbers whatever zeros they end in, texts whatever blanks are
  /// around them and however their lines end.
  static func isSame(_ one: String, _ two: String) -> Bool {
    if one == two { return true }
    if let first = ExactDecimal(one), let second = ExactDecimal(two) { return first == second }
    return plain(one) == plain(two)
  }

  private static func plain(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.trimmedBlanks.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
        output.append(0x0A)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension ValueOrigin {
  /// The place as diagnostics name it.
  var diagnosticPlace: DiagnosticPlace {
    .cell(file: file, sheet: sheet ?? "", reference: Self.letters(column) + String(line))
  }
}
