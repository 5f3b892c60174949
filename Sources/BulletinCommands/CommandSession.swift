public import SourceText

/// What the outside world is to a command: chosen by `main`, or by a test.
public struct CommandEnvironment: Sendable {
  /// The language of messages where `--lang` does not choose one.
  public var language: MessageLanguage
  /// Whether messages may be coloured.
  public var usesColor: Bool
  /// The width of the terminal in columns.
  public var width: Int

  /// Today, as `2023-07-25`.
  public var today: String
  /// Draws how far long work has come; nil where nobody watches.
  public var progress: CommandProgress?
  /// Takes what goes to standard output while a command is still at work, so that a long listing is
  /// never held whole; nil leaves all of it to ``CommandResult/output``.
  public var writesOutput: (@Sendable ([UInt8]) -> Void)?

  /// An environment; the usual one is English, plain and 100 columns wide.
  public init(
    language: MessageLanguage = .en, usesColor: Bool = false, width: Int = 100,
    today: String = "2000-01-01", progress: CommandProgress? = nil,
    writesOutput: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    self.progress = progress
    self.today = today
    self.writesOutput = writesOutput
    self.language = language
    self.usesColor = usesColor
    self.width = width
  }

  /// The language a locale name such as `zh_CN.UTF-8` asks for.
  public static func language(ofLocale name: String) -> MessageLanguage {
    name.lowercased().hasPrefix("zh") ? .zh : .en
  }
}

/// What a command printed, and how it ended.
public struct CommandResult: Sendable {
  /// What goes to standard output, or the last of it where the environment takes the rest.
  public var output: [UInt8] = []
  /// What goes to standard error.
  public var errors: [UInt8] = []
  /// 0 done, 1 findings or faults in what people wrote, 2 failure.
  public var exitCode: Int32 = 0
}

/// A command at work: prints into its result.
struct CommandSession {
  let environment: CommandEnvironment
  var language: MessageLanguage
  private(set) var result = CommandResult()

  init(_ environment: CommandEnvironment, language: MessageLanguage?) {
    self.environment = environment
    self.language = language ?? environment.language
  }

  /// How many bytes a long listing gathers before it prints them.
  static let pieceSize = 1 << 16

  /// Prints to standard output.
  mutating func print(_ bytes: [UInt8]) {
    if result.output.isEmpty {
      // Long listings are not copied.
      result.output = bytes
    } else {
      result.output.append(contentsOf: bytes)
    }
    if result.output.count >= Self.pieceSize, let write = environment.writesOutput {
      write(result.output)
      result.output.removeAll()
    }
  }

  /// Prints to standard error.
  mutating func printToErrors(_ bytes: [UInt8]) {
    result.errors.append(contentsOf: bytes)
  }

  /// Prints a line to standard output.
  mutating func print(_ message: Message) {
    result.output.append(contentsOf: message.text(in: language).utf8)
    result.output.append(0x0A)
  }

  /// Prints a line to standard error.
  mutating func note(_ message: Message) {
    result.errors.append(contentsOf: message.text(in: language).utf8)
    result.errors.append(0x0A)
  }

  /// Prints diagnostics to standard error, and lets them decide how the command ends.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found; an error among them ends the command with `code`.
  ///   - sources: The texts they point into.
  ///   - code: The exit code for an error.
  mutating func report(_ diagnostics: [Diagnostic], sources: [SourceFile], code: Int32 = 1) {
    guard !diagnostics.isEmpty else { return }
    let printer = DiagnosticPrinter(
      style: .text, language: language, color: environment.usesColor, width: environment.width)
    let (shown, left) = Self.firstOfEach(diagnostics)
    result.errors.append(contentsOf: printer.print(shown, sources: sources))
    for (id, count) in left.sorted(by: { $0.key < $1.key }) {
      note(
        Message(
          zh: "……另有 {0} 处同样的问题({1})", en: "… and {0} more of the same ({1})", "\(count)", id))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { fail(code) }
  }

  /// How many faults of one kind in one file are shown; a column of a million wrong cells is one
  /// mistake, and nobody reads on.
  static let mostOfAKind = 100

  /// The first faults of each kind in each file, and how many more there are by id.
  private static func firstOfEach(
    _ diagnostics: [Diagnostic]
  ) -> (shown: [Diagnostic], left: [String: Int]) {
    guard diagnostics.count > mostOfAKind else { return (diagnostics, [:]) }
    struct Kind: Hashable {
      let id: String
      let file: String
    }
    var counts: [Kind: Int] = [:]
    var left: [String: Int] = [:]
    let shown = diagnostics.filter { diagnostic in
      let kind = Kind(id: diagnostic.id, file: diagnostic.place.file)
      counts[kind, default: 0] += 1
      guard counts[kind, default: 0] > mostOfAKind else { return true }
      left[diagnostic.id, default: 0] += 1
      return false
    }
    return (shown, left)
  }

  /// Ends the command with at least this exit code.
  mutating func fail(_ code: Int32) {
    result.exitCode = max(result.exitCode, code)
  }
}
