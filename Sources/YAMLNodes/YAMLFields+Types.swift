import SourceText

/// What a node may be asked to be.
enum YAMLKind {
  case text, wholeNumber, truth, sequence, mapping

  var name: (zh: String, en: String) {
    switch self {
    case .text: ("文字", "a text")
    case .wholeNumber: ("整数", "a whole number")
    case .truth: (" true 或 false(是、否)", "true or false")
    case .sequence: ("列表([甲, 乙],或每行一个“- 甲”)", "a list ([a, b], or “- a” a line)")
    case .mapping: ("映射(每行一个“名称: 值”)", "a mapping (“name: value” a line)")
    }
  }
}

extension YAMLFields {
  /// A member that is a single value, as its text; a number or truth value is its own text.
  public mutating func text(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> String? {
    guard let member = member(chinese, english, required: required) else { return nil }
    return text(member.node, path: member.path)
  }

  /// A node that is a single value, as its text; anything else is reported.
  public mutating func text(_ node: YAMLNode, path: String) -> String? {
    if case .scalar(let text, _) = node.content { return text }
    reportKind(of: node, path: path, expected: .text)
    return nil
  }

  /// A member that is a whole number in ASCII digits.
  public mutating func integer(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> Int? {
    guard let member = member(chinese, english, required: required) else { return nil }
    if case .scalar(let text, _) = member.node.content, let value = Int(text) { return value }
    reportKind(of: member.node, path: member.path, expected: .wholeNumber)
    return nil
  }

  /// A member that is true or false: also yes, no, on, off, 是, 否.
  public mutating func boolean(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> Bool? {
    guard let member = member(chinese, english, required: required) else { return nil }
    if case .scalar(let text, .plain) = member.node.content {
      switch text.lowercased() {
      case "true", "yes", "on", "是": return true
      case "false", "no", "off", "否": return false
      default: break
      }
    }
    reportKind(of: member.node, path: member.path, expected: .truth)
    return nil
  }

  /// The members of a list; a missing list is empty.
  public mutating func list(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> [YAMLNode] {
    guard let member = member(chinese, english, required: required) else { return [] }
    if case .sequence(let members) = member.node.content { return members }
    reportKind(of: member.node, path: member.path, expected: .sequence)
    return []
  }

  /// A list of single values; a single value alone is a list of one.
  public mutating func texts(
    _ chinese: String, _ english: String, required: Bool = false
  ) -> [String] {
    guard let member = member(chinese, english, required: required) else { return [] }
    switch member.node.content {
    case .scalar(let text, _): return [text]
    case .sequence(let members):
      return members.enumerated().compactMap { index, node in
        text(node, path: "\(member.path)[\(index + 1)]")
      }
    case .mapping:
      reportKind(of: member.node, path: member.path, expected: .sequence)
      return []
    }
  }

  /// A member that is a mapping, read through `body`; nil where it is missing.
  public mutating func mapping<Value>(
    _ chinese: String, _ english: String, required: Bool = false,
    _ body: (inout YAMLFields) -> Value
  ) -> Value? {
    guard let member = member(chinese, english, required: required) else { return nil }
    return read(member, body)
  }

  /// A list of mappings, each read through `body`.
  public mutating func mappings<Value>(
    _ chinese: String, _ english: String, required: Bool = false,
    _ body: (inout YAMLFields) -> Value
  ) -> [Value] {
    list(chinese, english, required: required).enumerated().map { index, node in
      read(node, path: "\(chinese)[\(index + 1)]", body)
    }
  }

  /// Reports that a node is not of the kind asked for.
  mutating func reportKind(of node: YAMLNode, path: String, expected: YAMLKind) {
    let found = Self.found(node)
    let (zh, en) = expected.name
    var remedy: Message?
    if case .scalar(let text, _) = node.content {
      if text.contains("：") {
        remedy = Message(
          zh: "请把全角冒号“：”改为半角“: ”", en: "write “: ” in place of the full-width “：”")
      } else if expected == .mapping, text.contains(":") {
        remedy = Message(zh: "冒号后面要有空格", en: "a blank must follow the colon")
      }
    }
    // A long value is shown by its first line; the place tells the rest.
    let end = min(node.range.upperBound, node.range.lowerBound + 60)
    let range = node.range.lowerBound..<(isScalar(node) ? node.range.upperBound : end)
    report(
      "yaml-wrong-type", at: range,
      path.isEmpty
        ? Message(
          zh: "文件内容应是{1},这里是{2}", en: "the file should be {0}, this is {3}", en, zh, found.zh,
          found.en)
        : Message(
          zh: "“{0}”应是{2},这里是{3}", en: "“{0}” should be {1}, this is {4}", path, en, zh,
          found.zh, found.en),
      remedy: remedy)
  }

  private func isScalar(_ node: YAMLNode) -> Bool {
    if case .scalar = node.content { true } else { false }
  }

  private static func found(_ node: YAMLNode) -> (zh: String, en: String) {
    switch node.content {
    case .scalar(let text, _):
      let start = String(text.unicodeScalars.prefix(20).map(Character.init))
      let cut = start.unicodeScalars.count < text.unicodeScalars.count ? "…" : ""
      return ("“\(start)\(cut)”", "“\(start)\(cut)”")
    case .sequence: return ("列表", "a list")
    case .mapping: return ("映射", "a mapping")
    }
  }
}
