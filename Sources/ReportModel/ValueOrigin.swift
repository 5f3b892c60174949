/// Where a value came from, down to the cell.
public struct ValueOrigin: Sendable, Hashable {
  /// The data file, as a path below the report folder: `data/资助.csv`.
  public var file: String
  /// The sheet, for a workbook.
  public var sheet: String?
  /// The line or row, from 1.
  public var line: Int
  /// The column: of the line in characters for a text file, of the sheet for a workbook; from 1.
  public var column: Int
  /// The name a template asks for: `资助.幼儿园.金额`.
  public var path: String

  /// An origin from its parts.
  public init(file: String, sheet: String? = nil, line: Int, column: Int, path: String) {
    self.file = file
    self.sheet = sheet
    self.line = line
    self.column = column
    self.path = path
  }

  /// By the place alone, which tells nearly all apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(column)
    hasher.combine(file.utf8.count)
  }

  /// The place as people read it: `data/资助.csv:4:3`, or `资助.xlsx!Sheet1!C4`.
  public var place: String {
    guard let sheet else { return "\(file):\(line):\(column)" }
    return "\(file)!\(sheet)!\(Self.letters(column))\(line)"
  }

  /// The letters of a sheet's column: 1 is A, 27 is AA.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      let digit = (rest - 1) % 26
      letters.append(Character(Unicode.Scalar(UInt8(65 + digit))))
      rest = (rest - 1) / 26
    }
    return String(letters.reversed())
  }
}
