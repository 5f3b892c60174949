import ReportModel
import SourceText

/// What is found while a layout is made that no workbook can hold exactly.
struct LayoutFaults {
  private(set) var diagnostics: [Diagnostic] = []

  /// How many significant digits a spreadsheet keeps.
  static let mostDigits = 15
  /// How many UTF-16 units a cell holds.
  static let mostUnits = 32_767
  /// How many rows a worksheet has.
  static let mostRows = 1_048_576

  /// Whether a spreadsheet keeps the number as it is; so it does what is missing.
  static func isExact(_ number: ExactDecimal?) -> Bool {
    number.map { $0.significantDigits <= mostDigits } ?? true
  }

  /// Notes a number that a spreadsheet would round.
  mutating func check(_ number: ExactDecimal, at origin: ValueOrigin) {
    guard number.significantDigits > Self.mostDigits else { return }
    tooManyDigits(number, what: origin.path, place: origin.place, file: origin.file)
  }

  /// Notes a number that a spreadsheet would round, which stands in no data file.
  mutating func check(
    _ number: ExactDecimal, what: @autoclosure () -> String, place: @autoclosure () -> String,
    file: String
  ) {
    guard number.significantDigits > Self.mostDigits else { return }
    tooManyDigits(number, what: what(), place: place(), file: file)
  }

  /// Notes a sum that does not fit.
  mutating func sumTooLarge(column: String, of table: DataTable) {
    diagnostics.append(
      Diagnostic(
        "workbook-sum-too-large", at: .file(table.file),
        Message(
          zh: "“{0}.{1}”的合计超过 15 位有效数字,工作簿不能准确保存",
          en: "the sum of “{0}.{1}” has over 15 significant digits, more than a workbook keeps",
          table.name, column),
        remedy: Message(
          zh: "换用较大的单位,如以万元代替元", en: "use a larger unit, such as 万元 for 元")))
  }

  /// Notes a text that no cell can hold.
  mutating func check(_ text: String, at origin: ValueOrigin) {
    if text.utf8.count > Self.mostUnits, text.utf16.count > Self.mostUnits {
      diagnostics.append(
        Diagnostic(
          "workbook-text-too-long", at: .file(origin.file),
          Message(
            zh: "“{0}”({1})有 {2} 个字符,工作簿的一个单元格最多 32767 个",
            en: "“{0}” ({1}) has {2} characters; a cell of a workbook holds 32,767", origin.path,
            origin.place, "\(text.utf16.count)"),
          remedy: Message(zh: "缩短或分成几格", en: "shorten it, or spread it over several cells")))
    }
    guard let bad = text.unicodeScalars.first(where: Self.isUnwritable) else { return }
    diagnostics.append(
      Diagnostic(
        "workbook-bad-character", at: .file(origin.file),
        Message(
          zh: "“{0}”({1})含有工作簿容不下的控制字符 {2}",
          en: "“{0}” ({1}) holds the control character {2}, which no workbook can hold",
          origin.path, origin.place, "U+" + String(bad.value, radix: 16, uppercase: true)),
        remedy: Message(zh: "从数据文件里删去它", en: "take it out of the data file")))
  }

  /// Notes a table with more rows than a worksheet.
  mutating func tooManyRows(_ table: DataTable) {
    diagnostics.append(
      Diagnostic(
        "workbook-too-many-rows", at: .file(table.file),
        Message(
          zh: "“{0}”有 {1} 行,一张工作表最多 1048576 行", en: "“{0}” has {1} rows; a worksheet has 1,048,576",
          table.name, "\(table.rows.count)"),
        remedy: Message(zh: "把表分成几张", en: "split the table")))
  }

  private mutating func tooManyDigits(
    _ number: ExactDecimal, what: String, place: String, file: String
  ) {
    diagnostics.append(
      Diagnostic(
        "workbook-too-many-digits", at: .file(file),
        Message(
          zh: "“{0}”({1})的数值 {2} 有 {3} 位有效数字,工作簿只能准确保存 15 位",
          en: "“{0}” ({1}) is {2}, which has {3} significant digits; a workbook keeps 15 exactly",
          what, place, number.description, "\(number.significantDigits)"),
        remedy: Message(
          zh: "换用较大的单位,或把它作为文字填写", en: "use a larger unit, or give it as a text")))
  }

  private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
