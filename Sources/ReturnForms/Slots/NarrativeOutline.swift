import DataFiles
import ReportWorkspace

/// A narrative file on its way: texts under paths such as `问题[1].标题`.
struct NarrativeOutline {
  private indirect enum Node {
    case text(String)
    case mapping([(name: String, node: Node)])
    case sequence([Node])
  }

  private var root = Node.mapping([])

  /// Puts a text at a path; members that a list has no place for yet come last.
  mutating func add(_ path: String, _ text: String) {
    guard let steps = NarrativeStep.steps(path), !steps.isEmpty else { return }
    root = Self.adding(text, at: steps[...], to: root)
  }

  private static func adding(_ text: String, at steps: ArraySlice<NarrativeStep>, to node: Node)
    -> Node
  {
    guard let step = steps.first else { return .text(text) }
    let rest = steps.dropFirst()
    switch step {
    case .name(let name):
      var members: [(name: String, node: Node)] = []
      if case .mapping(let known) = node { members = known }
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index].node = adding(text, at: rest, to: members[index].node)
      } else {
        members.append((name, adding(text, at: rest, to: .text(""))))
      }
      return .mapping(members)
    case .member(let number):
      var members: [Node] = []
      if case .sequence(let known) = node { members = known }
      if members.indices.contains(number - 1) {
        members[number - 1] = adding(text, at: rest, to: members[number - 1])
      } else {
        members.append(adding(text, at: rest, to: .text("")))
      }
      return .sequence(members)
    }
  }

  /// The file's text.
  var yaml: [UInt8] {
    var text = ""
    guard case .mapping(let members) = root else { return [] }
    Self.write(members, indent: "", to: &text)
    return Array(text.utf8)
  }

  private static func write(
    _ members: [(name: String, node: Node)], indent: String, to text: inout String
  ) {
    for (name, node) in members {
      let key = YAMLText.key(name)
      switch node {
      case .text(let value): text += "\(indent)\(key): \(YAMLText.quoted(value))\n"
      case .mapping(let inner):
        text += "\(indent)\(key):\n"
        write(inner, indent: indent + "  ", to: &text)
      case .sequence(let items):
        text += "\(indent)\(key):\n"
        for item in items { write(item: item, indent: indent + "  ", to: &text) }
      }
    }
  }

  private static func write(item: Node, indent: String, to text: inout String) {
    switch item {
    case .text(let value): text += "\(indent)- \(YAMLText.quoted(value))\n"
    case .mapping(let members):
      var inner = ""
      write(members, indent: indent + "  ", to: &inner)
      text += "\(indent)- \(inner.dropFirst(indent.count + 2))"
    case .sequence(let items):
      text += "\(indent)-\n"
      for item in items { write(item: item, indent: indent + "  ", to: &text) }
    }
  }
}
