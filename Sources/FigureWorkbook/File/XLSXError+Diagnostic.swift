public import SourceText
public import XLSXWriter

extension XLSXError {
  /// The failure to write a workbook as people are told of it.
  ///
  /// - Parameters:
  ///   - path: The workbook's path.
  ///   - remedy: What to do.
  /// - Returns: The diagnostic, at the cell or sheet where the failure names one.
  public func diagnostic(path: String, remedy: Message) -> Diagnostic {
    let place: DiagnosticPlace =
      if let sheet {
        .cell(file: path, sheet: sheet, reference: cell?.a1 ?? "A1")
      } else {
        .file(path)
      }
    return Diagnostic(
      "workbook-not-written", at: place,
      Message(zh: "工作簿没有写成:{0}", en: "the workbook was not written: {1}", chinese, english),
      remedy: remedy)
  }
}
