import YAMLNodes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Checks JSON against the part of JSON Schema 2020-12 that the project's schemas use.
///
/// A keyword it does not know is a fault too, so that no schema asks for what is not checked.
struct SchemaCheck {
  private(set) var faults: [String] = []

  static func faults(of value: YAMLNode, against schema: YAMLNode) -> [String] {
    var check = SchemaCheck()
    check.check(value, schema, at: "$")
    return check.faults
  }

  private mutating func check(_ value: YAMLNode, _ schema: YAMLNode, at path: String) {
    guard case .mapping(let keywords) = schema.content else {
      return faults.append("\(path): no schema")
    }
    for keyword in keywords {
      let argument = keyword.value
      switch keyword.key {
      case "$schema", "title", "description": break
      case "type": expect(type(of: value) == text(argument), path, keyword.key)
      case "required":
        for name in list(argument).compactMap(text) {
          expect(value[name] != nil, path, "required \(name)")
        }
      case "properties": checkMembers(of: value, argument, at: path)
      case "items":
        for (index, item) in list(value).enumerated() {
          check(item, argument, at: "\(path)[\(index)]")
        }
      case "enum": expect(list(argument).contains { text($0) == text(value) }, path, "enum")
      case "minimum": expect((number(value) ?? .min) >= (number(argument) ?? .max), path, "minimum")
      case "minLength":
        let count = text(value)?.unicodeScalars.count ?? 0
        expect(count >= (number(argument) ?? .max), path, keyword.key)
      case "pattern": expect(matches(text(value) ?? "\n", text(argument) ?? ""), path, "pattern")
      default: faults.append("\(path): unknown keyword \(keyword.key)")
      }
    }
  }

  /// Members may be added, but the schema has to be told of them.
  private mutating func checkMembers(of value: YAMLNode, _ members: YAMLNode, at path: String) {
    guard case .mapping(let entries) = value.content else { return }
    for entry in entries {
      if let schema = members[entry.key] {
        check(entry.value, schema, at: "\(path).\(entry.key)")
      } else {
        faults.append("\(path): \(entry.key) is not in the schema")
      }
    }
  }

  private mutating func expect(_ holds: Bool, _ path: String, _ what: String) {
    if !holds { faults.append("\(path): \(what)") }
  }

  private func type(of value: YAMLNode) -> String {
    switch value.content {
    case .mapping: "object"
    case .sequence: "array"
    case .scalar("true", .plain), .scalar("false", .plain): "boolean"
    case .scalar(_, .plain): number(value) == nil ? "other" : "integer"
    case .scalar: "string"
    }
  }

  private func text(_ node: YAMLNode) -> String? {
    if case .scalar(let text, _) = node.content { text } else { nil }
  }

  private func number(_ node: YAMLNode) -> Int? {
    if case .scalar(let text, .plain) = node.content { Int(text) } else { nil }
  }

  private func list(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { items } else { [] }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    var compiled = regex_t()
    guard regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB) == 0 else { return false }
    defer { regfree(&compiled) }
    return regexec(&compiled, text, 0, nil, 0) == 0
  }
}
