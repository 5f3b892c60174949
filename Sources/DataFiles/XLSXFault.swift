import OfficePackages
import SourceText

/// Why a workbook cannot be read.
enum XLSXFault: Error, Equatable {
  /// The old binary format, or a workbook locked with a password: both begin alike.
  case oldOrLocked
  /// An archive, but not of a workbook.
  case noWorkbook
  /// A package that cannot be read.
  case package(PackageFault)

  var dataFault: DataFault {
    let resave = Message(
      zh: "请用 Excel 或 WPS 打开,另存为 .xlsx 后再试",
      en: "open it in Excel or LibreOffice and save it as .xlsx again")
    switch self {
    case .package(.broken(let words)):
      return DataFault(
        "data-xlsx-broken",
        Message(
          zh: "工作簿已损坏,或不是 .xlsx 文件({0})", en: "the workbook is broken, or no .xlsx file ({0})",
          words),
        remedy: resave)
    case .oldOrLocked:
      return DataFault(
        "data-xlsx-old-or-locked",
        Message(
          zh: "这是旧格式(.xls)或加了密码的工作簿",
          en: "this is a workbook of the old format (.xls), or locked with a password"),
        remedy: Message(
          zh: "请去掉密码,另存为 .xlsx", en: "remove the password and save it as .xlsx"))
    case .noWorkbook:
      return DataFault(
        "data-xlsx-no-workbook",
        Message(zh: "文件里没有工作簿", en: "the file holds no workbook"), remedy: resave)
    case .package(.malformed(let part, let line, let words)):
      return DataFault(
        "data-xlsx-malformed",
        Message(
          zh: "工作簿的部件 {0} 第 {1} 行读不懂({2})",
          en: "the workbook's part {0} cannot be read at line {1} ({2})",
          part, String(line), words), remedy: resave)
    case .package(.documentType(let part)):
      return DataFault(
        "data-xlsx-entities",
        Message(
          zh: "工作簿的部件 {0} 里有文档类型声明,正常的工作簿没有,没有读取",
          en:
            "the workbook's part {0} has a document type declaration, as no workbook has; it was not read",
          part), remedy: resave)
    case .package(.tooLarge(let limit)):
      return DataFault(
        "data-xlsx-too-large",
        Message(
          zh: "工作簿解压后超过 {0} MB,没有读取",
          en: "the workbook inflates to more than {0} MB; it was not read",
          String(limit >> 20)),
        remedy: Message(
          zh: "请删去不用的工作表和格式,或另存为 CSV", en: "remove unused sheets and formats, or save it as CSV"))
    }
  }
}
