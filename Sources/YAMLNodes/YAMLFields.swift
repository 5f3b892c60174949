public import SourceText

/// Reads the members of a mapping by name and type, and collects what is wrong.
///
/// Each member has a Chinese and an English name; either may be written, not both. A member nobody
/// asked for is reported with the nearest names when the mapping is done.
///
/// ```swift
/// var diagnostics: [Diagnostic] = []
/// let bureau = YAMLFields.read(root, in: file.name, into: &diagnostics) { fields in
///   Bureau(name: fields.text("单位", "name", required: true) ?? "")
/// }
/// ```
public struct YAMLFields {
  /// A member as it was found.
  public struct Member {
    /// The name as written.
    public let key: String
    /// The path from the file's root, for messages: `校对.规则`.
    public let path: String
    /// Where the name stands.
    public let keyRange: Range<Int>
    /// Its value.
    public let node: YAMLNode
  }

  /// The file's name, for places.
  public let file: String
  /// What is wrong so far.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The mapping's own place.
  public let range: Range<Int>

  private let path: String
  private let entries: [YAMLNode.Entry]
  private var asked: [(chinese: String, english: String)] = []
  private var takesAll = false

  private init(_ node: YAMLNode, in file: String, path: String) {
    self.file = file
    self.path = path
    range = node.range
    if case .mapping(let entries) = node.content {
      self.entries = entries
    } else {
      entries = []
      if !node.isNull { reportKind(of: node, path: path, expected: .mapping) }
    }
  }

  /// Reads a mapping through `body`, then reports the members that `body` did not ask for.
  ///
  /// What is no mapping is reported, and `body` sees an empty one, in which every required member
  /// is missing without being reported again.
  public static func read<Value>(
    _ node: YAMLNode, in file: String, path: String = "", into diagnostics: inout [Diagnostic],
    _ body: (inout YAMLFields) -> Value
  ) -> Value {
    var fields = YAMLFields(node, in: file, path: path)
    let wasBroken = !fields.diagnostics.isEmpty
    let value = body(&fields)
    if wasBroken {
      diagnostics.append(fields.diagnostics[0])
    } else {
      fields.reportUnknown()
      diagnostics.append(contentsOf: fields.diagnostics.sortedByOffset)
    }
    return value
  }

  /// The member of either name, if it is there and not empty.
  ///
  /// - Parameters:
  ///   - chinese: The Chinese name, which messages show.
  ///   - english: The English name.
  ///   - required: Whether to report the member where it is missing.
  /// - Returns: The member; nil where it is missing or empty.
  public mutating func member(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> Member? {
    asked.append((chinese, english))
    let found = entries.filter { $0.key.isSame(as: chinese) || $0.key.isSame(as: english) }
    guard let entry = found.first else {
      if required { reportMissing(chinese, english, at: range) }
      return nil
    }
    for twin in found.dropFirst() {
      report(
        "yaml-twin-keys", at: twin.keyRange,
        Message(
          zh: "“{0}”和“{1}”是同一项,写了两次", en: "“{0}” and “{1}” are the same member, written twice",
          entry.key, twin.key),
        remedy: Message(zh: "请只留一个", en: "keep only one of them"))
    }
    if entry.value.isNull {
      if required { reportMissing(chinese, english, at: entry.keyRange) }
      return nil
    }
    return Member(
      key: entry.key, path: path.isEmpty ? entry.key : "\(path).\(entry.key)",
      keyRange: entry.keyRange, node: entry.value)
  }

  /// All members, whatever their names; none of them is then unknown.
  public mutating func allMembers() -> [Member] {
    takesAll = true
    return entries.map {
      Member(
        key: $0.key, path: path.isEmpty ? $0.key : "\(path).\($0.key)", keyRange: $0.keyRange,
        node: $0.value)
    }
  }

  /// Takes a member as known without reading it.
  public mutating func ignore(_ chinese: String, _ english: String) {
    asked.append((chinese, english))
  }

  /// Reports a fault of the file at a place of its own.
  public mutating func report(
    _ id: String, _ severity: Severity = .error, at range: Range<Int>, _ message: Message,
    remedy: Message? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(
      Diagnostic(
        id, severity, at: .text(file: file, range: range), message, remedy: remedy, notes: notes))
  }

  /// Reads a member's value as a mapping of its own.
  public mutating func read<Value>(
    _ member: Member, _ body: (inout YAMLFields) -> Value
  ) -> Value {
    YAMLFields.read(member.node, in: file, path: member.path, into: &diagnostics, body)
  }

  /// Reads a node below this mapping as a mapping of its own.
  public mutating func read<Value>(
    _ node: YAMLNode, path: String, _ body: (inout YAMLFields) -> Value
  ) -> Value {
    YAMLFields.read(node, in: file, path: path, into: &diagnostics, body)
  }

  private mutating func reportMissing(_ chinese: String, _ english: String, at range: Range<Int>) {
    // A mapping's own range may be the whole file; its head is place enough.
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 1)
    let isEmptyValue = range != self.range
    report(
      "yaml-missing-key", at: isEmptyValue ? range : head,
      isEmptyValue
        ? Message(zh: "“{0}”没有值", en: "“{0}” has no value", chinese)
        : path.isEmpty
          ? Message(
            zh: "缺少“{0}”(英文名 {1})", en: "“{0}” ({1}) is missing", chinese, english)
          : Message(
            zh: "“{2}”缺少“{0}”(英文名 {1})", en: "“{0}” ({1}) is missing in “{2}”", chinese,
            english, path),
      remedy: Message(zh: "请写上“{0}: …”", en: "write “{0}: …”", chinese))
  }

  private mutating func reportUnknown() {
    guard !takesAll else { return }
    func isKnown(_ key: String) -> Bool {
      asked.contains { key.isSame(as: $0.chinese) || key.isSame(as: $0.english) }
    }
    for entry in entries where !isKnown(entry.key) {
      let names = asked.flatMap { [$0.chinese, $0.english] }
      let nearest = NearestNames.of(entry.key, in: Set(names).sorted())
      report(
        "yaml-unknown-key", at: entry.keyRange,
        path.isEmpty
          ? Message(zh: "不认得“{0}”这一项", en: "unknown member “{0}”", entry.key)
          : Message(
            zh: "“{1}”里没有“{0}”这一项", en: "unknown member “{0}” in “{1}”", entry.key, path),
        remedy: nearest.isEmpty
          ? Message(
            zh: "可以写的有:{0}", en: "possible members: {0}",
            asked.map(\.chinese).joined(separator: "、"))
          : Message(
            zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
    }
  }
}
