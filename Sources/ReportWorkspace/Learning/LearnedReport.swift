public import SourceText

/// A report folder made from a published text: drafting it gives the text again, byte for byte.
public struct LearnedReport: Sendable {
  /// A file of the folder.
  public struct File: Sendable, Equatable {
    /// The path below the folder.
    public let path: String
    /// The contents.
    public let bytes: [UInt8]
  }

  /// The folder's files.
  public let files: [File]
  /// How many figures became rows of `figures.csv`.
  public let boundFigures: Int
  /// How many figures stay words of a template, because a row could not print them again.
  public let literalFigures: Int

  /// Makes the folder's files from a text; linear in its size.
  ///
  /// Parts become section templates, figures become rows of `figures.csv` with names from the words
  /// around them, publication data go to `report.yaml`. A part whose template would not give its
  /// bytes again, for whatever reason, keeps all its words and has no slots.
  ///
  /// - Parameter source: The published text.
  /// - Throws: An error where bytes of the text do not decode.
  public init(_ source: SourceFile) throws(WorkspaceError) {
    if let fault = source.decodingFaults.first {
      throw WorkspaceError(
        [
          Diagnostic(
            "SRC001", at: .text(file: source.name, range: fault.offset..<fault.offset + 3),
            Message(
              zh: "第 {0} 字节起不能按 {1} 解码,不能照原样学习",
              en: "the bytes from offset {0} do not decode as {1}",
              "\(fault.rawOffset)", source.encoding.rawValue),
            remedy: Message(
              zh: "用 --encoding 指定编码,或修复文件",
              en: "name the encoding with --encoding, or mend the file"))
        ], sources: [source])
    }
    var builder = LearnedReportBuilder(source)
    files = builder.build()
    boundFigures = builder.rows.count
    literalFigures = builder.literalFigures
  }
}
