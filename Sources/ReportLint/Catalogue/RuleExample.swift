public import SourceText

/// A text that shows a rule at work; in a bad one, ⟦ and ⟧ stand around each place.
public struct RuleExample: Sendable, ExpressibleByStringLiteral {
  /// The text with its marks.
  public let marked: String
  /// The text once the rule's fixes are applied; nil where it has none.
  public let fixed: String?
  /// The file, where the example is about more than a text; then nothing is marked.
  public let file: SourceFile?
  private let settings: LintConfiguration
  /// Rows that a bureau adds to a list; put in only when asked for, since all rules are described at
  /// every start.
  private var register: (list: WordList, rows: [WordRow])?
  /// The data that go with it, for a rule which needs them.
  let data: ExampleData?

  /// An example from its marked text.
  public init(
    _ marked: String, fixed: String? = nil, configuration: LintConfiguration = LintConfiguration()
  ) {
    self.marked = marked
    self.fixed = fixed
    file = nil
    settings = configuration
    data = nil
  }

  /// An example with rows that a bureau adds to a list of words.
  init(_ marked: String, _ rows: [WordRow], in list: WordList) {
    self.init(marked)
    register = (list, rows)
  }

  /// An example with the data it is judged by.
  init(_ marked: String, data: ExampleData) {
    self.marked = marked
    fixed = nil
    file = nil
    settings = LintConfiguration()
    self.data = data
  }

  /// An example from a file's bytes; `caption` is what is shown of it.
  public init(raw: [UInt8], caption: String) {
    marked = caption
    fixed = nil
    file = SourceFile(name: "example", raw: raw)
    settings = LintConfiguration()
    data = nil
  }

  /// An example from a Word document's text and what it carries besides.
  public init(document: SourceDocument, text: String) {
    marked = text
    fixed = nil
    file = SourceFile(name: "example", utf8: Array(text.utf8), document: document)
    settings = LintConfiguration()
    data = nil
  }

  /// An example from its marked text.
  public init(stringLiteral marked: String) {
    self.init(marked)
  }

  /// Settings the example needs.
  public var configuration: LintConfiguration {
    guard let register else { return settings }
    var configuration = settings
    configuration.lexicon = configuration.lexicon.adding(register.rows, to: register.list)
    return configuration
  }

  /// The text without marks, and the marked ranges in UTF-8 offsets.
  public var unmarked: (text: String, ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧":
        ranges.append((start ?? bytes.count)..<bytes.count)
        start = nil
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), ranges)
  }
}
