/// How much a diagnostic matters.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth knowing; nothing is wrong for certain.
  case info
  /// Likely wrong, or against a norm.
  case warning
  /// Wrong by arithmetic, by the calendar, or for want of something required.
  case error

  /// Orders by weight, `info` lowest.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Where a diagnostic points.
public enum DiagnosticPlace: Sendable, Hashable {
  /// A range of UTF-8 offsets in a text file.
  case text(file: String, range: Range<Int>)
  /// A cell of a workbook, such as `C4` on `Sheet1`.
  case cell(file: String, sheet: String, reference: String)
  /// A file or folder as a whole.
  case file(String)

  /// The file's name as it is shown.
  public var file: String {
    switch self {
    case .text(let file, _), .cell(let file, _, _), .file(let file): file
    }
  }
}

/// A fault in what people wrote, as a plain value.
///
/// The id never depends on the wording. A complete message says where, what was found, what was
/// expected and what to do; the last goes into ``remedy``.
public struct Diagnostic: Sendable, Hashable {
  /// A further place or fact that explains the diagnostic.
  public struct Note: Sendable, Hashable {
    /// What the note says.
    public let message: Message
    /// Where it points, if anywhere.
    public let place: DiagnosticPlace?

    /// The text of a row, for a note that tells it.
    public private(set) var rowText: String?

    /// A note, with a place where it has one.
    public init(_ message: Message, at place: DiagnosticPlace? = nil) {
      self.message = message
      self.place = place
    }

    /// A note that tells the text of a row, which no line can be shown of.
    public init(row text: String) {
      self.init(Message(zh: "本行:{0}", en: "the row: {0}", text))
      rowText = text
    }
  }

  /// The stable id, such as `data-not-a-number` or `STR003`.
  public var id: String
  /// How much it matters.
  public var severity: Severity
  /// Where it is.
  public var place: DiagnosticPlace
  /// What was found and what was expected.
  public var message: Message
  /// What to do about it.
  public var remedy: Message?
  /// Further places and facts.
  public var notes: [Note]
  /// Changes that would mend it.
  public var fixes: [Fix]

  /// The text of the row that a cell of a workbook stands in; nil where no note tells it.
  public var rowText: String? {
    notes.lazy.compactMap(\.rowText).first
  }

  /// A diagnostic from its parts.
  public init(
    _ id: String, _ severity: Severity = .error, at place: DiagnosticPlace, _ message: Message,
    remedy: Message? = nil, notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.id = id
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
    self.notes = notes
    self.fixes = fixes
  }
}

/// A change to a text that mends a fault.
public struct Fix: Sendable, Hashable {
  /// How far a fix may be trusted.
  public enum Safety: String, Sendable {
    /// Cannot change what the text says.
    case safe
    /// Right in most cases; a person must look.
    case needsReview
    /// Shown, never applied.
    case displayOnly
  }

  /// One replacement.
  public struct Edit: Sendable, Hashable {
    /// What is replaced, in UTF-8 offsets.
    public let range: Range<Int>
    /// What takes its place.
    public let replacement: String

    /// A replacement of `range`.
    public init(_ range: Range<Int>, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// How far the fix may be trusted.
  public let safety: Safety
  /// The replacements, in text order, none overlapping.
  public let edits: [Edit]

  /// A fix from its edits.
  public init(_ safety: Safety, _ edits: [Edit]) {
    self.safety = safety
    self.edits = edits
  }
}

/// Faults that stopped an operation: all that were found, never only the first.
public struct DiagnosticError: Error, Sendable {
  /// What was found; at least one is an error.
  public let diagnostics: [Diagnostic]

  /// An error that carries `diagnostics`.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// An error that carries one diagnostic.
  public init(_ diagnostic: Diagnostic) {
    diagnostics = [diagnostic]
  }
}
