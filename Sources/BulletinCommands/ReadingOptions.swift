import ArgumentParser
import ReportWorkspace
import SourceText
import WordDocuments

/// How the texts a command names are read.
struct ReadingOptions: ParsableArguments {
  @Option(help: "The encoding of the texts, instead of recognising it. 指定编码。")
  var encoding: String?

  @Option(
    help:
      "Tracked changes of Word documents: accepted (as if all were) or original (before them). 修订:接受后或修订前。"
  )
  var changes = Changes.accepted

  enum Changes: String, CaseIterable, ExpressibleByArgument {
    case accepted, original

    // The library's own way to list them is slow for a cold start.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  /// The encoding to take; nil to recognise it.
  var textEncoding: TextEncoding? { encoding.flatMap { TextEncoding(name: $0) } }

  /// Which side of tracked changes is the text.
  var documentChanges: WordDocument.Changes { changes == .original ? .original : .accepted }

  func validate() throws {
    guard let encoding, TextEncoding(name: encoding) == nil else { return }
    throw ValidationError(
      "unknown encoding \(encoding); use UTF-8, UTF-16LE, UTF-16BE or GB18030")
  }

  /// The text of a file, or of standard input as `-`.
  func source(_ path: String) throws(WorkspaceError) -> SourceFile {
    try TextInputs.source(path, encoding: textEncoding, changes: documentChanges)
  }
}
