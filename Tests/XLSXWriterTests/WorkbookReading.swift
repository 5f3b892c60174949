import TestSupport
import Testing
import XLSXWriter

/// Whether workbooks can be read back by a program that is not ours.
let hasOpenpyxl = TestProcess.pythonWithOpenpyxl != nil

/// A workbook in a folder of its own.
struct WrittenWorkbook: ~Copyable {
  let folder = TemporaryFolder()
  var path: String { folder.path + "/book.xlsx" }

  /// Writes a workbook with the worksheet `表` and what `body` writes to it.
  init(
    options: WorkbookOptions = WorkbookOptions(),
    _ body: (borrowing Worksheet) throws(XLSXError) -> Void
  ) throws(XLSXError) {
    let book = try WorkbookFile(
      path: path, properties: DocumentProperties(created: 1_700_000_000), options: options)
    let sheet = try book.addWorksheet("表")
    try book.withWorksheet(sheet, body)
    try book.close()
  }

  private init() {}

  /// A workbook written as `body` does.
  static func of(
    _ body: (borrowing WorkbookFile) throws(XLSXError) -> Void
  ) throws(XLSXError) -> WrittenWorkbook {
    let written = WrittenWorkbook()
    let book = try WorkbookFile(
      path: written.path, properties: DocumentProperties(created: 1_700_000_000))
    try body(book)
    try book.close()
    return written
  }

  /// What a Python script prints about the workbook, line by line.
  ///
  /// The script finds the workbook as `book` and its first worksheet as `sheet`.
  func lines(_ script: String) -> [String] {
    printed(
      """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]

      """ + script)
  }

  /// The text of a part of the archive.
  func part(_ name: String) -> String {
    printed(
      """
      import sys, zipfile
      print(zipfile.ZipFile(sys.argv[1]).read("\(name)").decode("utf-8"))
      """
    ).joined(separator: "\n")
  }

  private func printed(_ script: String) -> [String] {
    folder.write(script, to: "script.py")
    guard let python = TestProcess.pythonWithOpenpyxl,
      let result = TestProcess.run(python, ["-X", "utf8", folder.path + "/script.py", path])
    else { return ["no Python"] }
    guard result.status == 0 else { return [result.error] }
    return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }
}

/// The failure that `body` ends with, or nil.
func failure(of body: () throws(XLSXError) -> Void) -> XLSXError? {
  do throws(XLSXError) {
    try body()
    return nil
  } catch {
    return error
  }
}

/// The kind of failure that writing to a worksheet ends with, or nil.
func failure(
  options: WorkbookOptions = WorkbookOptions(),
  _ body: (borrowing Worksheet) throws(XLSXError) -> Void
) -> XLSXError.Kind? {
  do throws(XLSXError) {
    _ = try WrittenWorkbook(options: options, body)
    return nil
  } catch {
    return error.kind
  }
}
