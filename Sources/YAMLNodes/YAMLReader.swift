public import SourceText

/// Reads YAML 1.1, and JSON as the part of it that it is, into nodes with places.
public enum YAMLReader {
  /// A file as nodes, with what is wrong in it.
  public struct Result: Sendable {
    /// The file's value; nil where a fault of syntax hides it.
    ///
    /// Of members with the same name the first is kept. A file without a value is an empty mapping.
    public let root: YAMLNode?
    /// The faults, in the file's order.
    public let diagnostics: [Diagnostic]
  }

  /// How large a file's value may grow.
  public struct Limits: Sendable {
    /// How deep sequences and mappings may lie in each other.
    public var depth: Int
    /// How many nodes the file may hold, those that aliases repeat counted each time.
    public var nodes: Int

    /// Limits; the usual ones are far above what people write.
    public init(depth: Int = 64, nodes: Int = 1_000_000) {
      self.depth = depth
      self.nodes = nodes
    }
  }

  /// Reads a file; linear in its size.
  ///
  /// Aliases (`*name`) stand for what their anchor (`&name`) holds, within `limits`. Tags other
  /// than `!!str` and more than one document in a file are faults.
  public static func read(_ file: SourceFile, limits: Limits = Limits()) -> Result {
    if let fault = undecodable(file) { return Result(root: nil, diagnostics: [fault]) }
    var composer = YAMLComposer(file: file, limits: limits)
    do throws(YAMLStop) {
      let root = try composer.document()
      return Result(root: root, diagnostics: composer.diagnostics.sortedByOffset)
    } catch {
      // A bracket where a name belongs is most often the same slip that stopped the reading.
      let before = composer.diagnostics.filter { $0.id != "yaml-key-not-text" }
      return Result(root: nil, diagnostics: (before + [error.diagnostic]).sortedByOffset)
    }
  }

  private static func undecodable(_ file: SourceFile) -> Diagnostic? {
    guard let first = file.decodingFaults.first else { return nil }
    return Diagnostic(
      "yaml-undecodable", at: .text(file: file.name, range: first.offset..<first.offset + 3),
      Message(
        zh: "这里起有 {0} 处字节不是 {1} 文字,整个文件没有读取",
        en: "{0} run(s) of bytes from here on are not {1} text; the file was not read",
        String(file.decodingFaultCount), file.encoding.rawValue),
      remedy: Message(
        zh: "请用记事本打开,另存为 UTF-8 编码", en: "open it in an editor and save it as UTF-8"))
  }
}

/// The one fault after which a file cannot be read on.
struct YAMLStop: Error {
  let diagnostic: Diagnostic
}

extension [Diagnostic] {
  /// The diagnostics in text order, those at one place as they were found.
  var sortedByOffset: [Diagnostic] {
    func offset(_ diagnostic: Diagnostic) -> Int {
      if case .text(_, let range) = diagnostic.place { range.lowerBound } else { 0 }
    }
    return enumerated()
      .sorted { (offset($0.element), $0.offset) < (offset($1.element), $1.offset) }
      .map(\.element)
  }
}
