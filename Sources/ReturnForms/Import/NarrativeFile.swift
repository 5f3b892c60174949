import DataFiles
import ReportModel
import ReportWorkspace
import SourceText
import YAMLNodes

/// Changes texts in a YAML narrative, every other byte left as it is.
enum NarrativeFile {
  /// Changes texts at places.
  ///
  /// A text that is not on one line of its own is not changed, nor one that is not there: such places
  /// are given back. What comes out is read again before it counts.
  static func edited(
    _ file: SourceFile, _ texts: [(path: String, text: String)]
  ) -> (bytes: [UInt8]?, rest: Set<String>) {
    guard let root = YAMLReader.read(file).root else { return (nil, Set(texts.map(\.path))) }
    var edits: [(range: Range<Int>, text: String)] = []
    var rest: Set<String> = []
    var wanted = flat(root)
    for (path, text) in texts {
      guard let steps = NarrativeStep.steps(path), let node = node(at: steps, in: root),
        case .scalar = node.content, !file.bytes[node.range].contains(0x0A)
      else {
        rest.insert(path)
        continue
      }
      edits.append((node.range, text))
      wanted[path] = text
    }
    guard !edits.isEmpty else { return (nil, rest) }
    var bytes = file.bytes
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let start = edit.range.lowerBound
      // An empty value stands right behind its colon.
      let needsBlank = edit.range.isEmpty && start > 0 && bytes[start - 1] != 0x20
      bytes.replaceSubrange(
        edit.range, with: Array(((needsBlank ? " " : "") + YAMLText.quoted(edit.text)).utf8))
    }
    let again = YAMLReader.read(
      SourceFile(name: file.name, text: String(decoding: bytes, as: UTF8.self)))
    guard let made = again.root, flat(made) == wanted else {
      return (nil, Set(texts.map(\.path)))
    }
    return (bytes, rest)
  }

  /// The files that texts come from, by their place.
  static func origins(_ node: NarrativeNode?) -> [String: String] {
    var origins: [String: String] = [:]
    func walk(_ node: NarrativeNode, _ path: String) {
      switch node {
      case .text(_, let origin): origins[path] = origin.file
      case .mapping(let members):
        for member in members {
          walk(member.node, path.isEmpty ? member.name : "\(path).\(member.name)")
        }
      case .sequence(let members):
        for (index, member) in members.enumerated() { walk(member, "\(path)[\(index + 1)]") }
      }
    }
    if let node { walk(node, "") }
    return origins
  }

  private static func node(at steps: [NarrativeStep], in root: YAMLNode) -> YAMLNode? {
    var node = root
    for step in steps {
      switch (step, node.content) {
      case (.name(let name), .mapping(let entries)):
        guard let entry = entries.first(where: { $0.key == name }) else { return nil }
        node = entry.value
      case (.member(let number), .sequence(let members)):
        guard members.indices.contains(number - 1) else { return nil }
        node = members[number - 1]
      default: return nil
      }
    }
    return node
  }

  /// Every text by its place.
  private static func flat(_ root: YAMLNode) -> [String: String] {
    var texts: [String: String] = [:]
    func walk(_ node: YAMLNode, _ path: String) {
      switch node.content {
      case .scalar(let text, _): texts[path] = node.isNull ? "" : text
      case .mapping(let entries):
        for entry in entries {
          walk(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)")
        }
      case .sequence(let members):
        for (index, member) in members.enumerated() { walk(member, "\(path)[\(index + 1)]") }
      }
    }
    walk(root, "")
    return texts
  }
}
