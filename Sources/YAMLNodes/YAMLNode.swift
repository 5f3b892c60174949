/// A value of a YAML or JSON file with its place.
public struct YAMLNode: Sendable, Hashable {
  /// What a node is.
  public indirect enum Content: Sendable, Hashable {
    /// A single value as its text; what it means is decided by who asks for it.
    case scalar(String, ScalarStyle)
    /// Members in order.
    case sequence([YAMLNode])
    /// Named members in the file's order, no name twice.
    case mapping([Entry])
  }

  /// How a scalar is written.
  public enum ScalarStyle: Sendable, Hashable {
    /// Bare, as `2023年上半年` or `true`.
    case plain
    /// In single or double quotes: a text for certain.
    case quoted
    /// A block after `|` or `>`: a text for certain.
    case block
  }

  /// A named member of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public let key: String
    /// Where the name stands, in UTF-8 offsets.
    public let keyRange: Range<Int>
    /// What it names.
    public let value: YAMLNode

    /// A member from its parts.
    public init(key: String, keyRange: Range<Int>, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// What the node is.
  public let content: Content
  /// Where it stands in the file, in UTF-8 offsets; quotes and brackets are included.
  public let range: Range<Int>

  /// A node from its parts.
  public init(_ content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// Whether the node is a bare nothing: `~`, `null` or no text at all.
  public var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value of a mapping's member; nil where there is none, or where this is no mapping.
  public subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Where the text of a scalar begins: after the opening quote, if there is one.
  ///
  /// For a block it is the place of the `|` or `>`.
  public var textStart: Int {
    guard case .scalar(_, .quoted) = content else { return range.lowerBound }
    return range.lowerBound + 1
  }
}
