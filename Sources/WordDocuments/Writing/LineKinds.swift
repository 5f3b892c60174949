import BulletinSyntax

/// What the lines of a text are, asked for in text order.
struct LineKinds {
  private let nodes: [SyntaxNode]
  private var next = 0
  private static let kinds: Set<SyntaxKind> = [
    .title, .publication, .attachments, .signature, .signingDate, .sourceLine,
  ]

  init(_ tree: SyntaxTree) {
    nodes = tree.nodes.filter { Self.kinds.contains($0.kind) }
  }

  /// The kind of the line that begins at `offset`; a paragraph where it is nothing of its own.
  mutating func kind(at offset: Int) -> SyntaxKind {
    while next < nodes.count, nodes[next].end <= offset { next += 1 }
    guard next < nodes.count, nodes[next].range.contains(offset) else { return .paragraph }
    return nodes[next].kind
  }
}
