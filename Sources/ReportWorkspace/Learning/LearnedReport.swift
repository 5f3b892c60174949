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

  /// How a second period's text was aligned with the learnt one.
  public struct Comparison: Sendable, Equatable {
    /// Sentences that are the same, figures apart.
    public var stayed = 0
    /// Sentences of which a part is the same.
    public var reworded = 0
    /// Sentences that only the learnt text has.
    public var added = 0
    /// Sentences that only the second text has.
    public var gone = 0
    /// Figures that both have, with another value.
    public var changedFigures = 0
    /// Figures that both have, with the same value.
    public var sameFigures = 0
    /// Figures that only the learnt text has.
    public var newFigures = 0
    /// Figures that only the second text has.
    public var goneFigures = 0
    /// Whether there was wording in common.
    public var isOneSeries = true
    /// Whether the second text is of a later period, so that its values are not the last ones.
    public var isLater = false
  }

  /// The folder's files.
  public let files: [File]
  /// How many figures became rows of `figures.csv`.
  public let boundFigures: Int
  /// How many tables were made of repeated shapes.
  public let tableCount: Int
  /// How many figures are cells of these tables.
  public let tableFigures: Int
  /// How many figures stay words of a template, because a row could not print them again.
  public let literalFigures: Int
  /// How many stretches of prose became narratives.
  public let narrativeCount: Int
  /// How the second text was aligned; nil without one.
  public let comparison: Comparison?

  /// Makes the folder's files from a text; linear in its size.
  ///
  /// Parts become section templates, figures become rows of `figures.csv` with names from the words
  /// around them, items of one shape in a row become tables, publication data go to `report.yaml`. A
  /// part whose template would not give its bytes again, for whatever reason, keeps all its words and
  /// has no slots.
  ///
  /// - Parameters:
  ///   - source: The published text.
  ///   - other: Another period's text, whose values stand beside the learnt ones and whose wording
  ///     tells what stays from what is written anew each time.
  /// - Throws: An error where bytes of a text do not decode.
  public init(_ source: SourceFile, beside other: SourceFile? = nil) throws(WorkspaceError) {
    try Self.requireDecoded(source)
    if let other { try Self.requireDecoded(other) }
    let text = LearnedText(source)
    let alignment = other.map { PeriodAlignment(text, beside: LearnedText($0)) }
    var builder = LearnedReportBuilder(source, text: text, alignment: alignment)
    files = builder.build()
    boundFigures = builder.rows.count
    tableCount = builder.tables.count
    tableFigures = builder.tables.reduce(0) { $0 + $1.figureCount }
    literalFigures = builder.literalFigures
    narrativeCount = builder.narratives.count
    comparison = builder.comparison?.summary
  }

  private static func requireDecoded(_ source: SourceFile) throws(WorkspaceError) {
    guard let fault = source.decodingFaults.first else { return }
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
}
