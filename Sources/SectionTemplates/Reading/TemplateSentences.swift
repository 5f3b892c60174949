import SourceText

/// Cuts a template into stretches that print whole sentences.
enum TemplateSentences {
  /// The stretches, in order; words are cut behind each 。 and each line break.
  static func split(_ template: SectionTemplate) -> [ArraySlice<TemplateNode>] {
    let bytes = template.source.bytes
    var nodes: [TemplateNode] = []
    var cuts: [Int] = [0]
    for node in template.nodes {
      if case .text(let range) = node {
        for piece in pieces(of: range, in: bytes) {
          nodes.append(.text(piece))
          if ends(bytes, piece) { cuts.append(nodes.count) }
        }
        continue
      }
      let isAtStart = cuts.last == nodes.count
      nodes.append(node)
      switch node {
      case .loop, .choice, .join:
        if endsSentence(node, bytes) { cuts.append(nodes.count) }
      case .slot(let slot):
        // Prose that stands where a sentence may begin is a sentence or more itself.
        if isAtStart, case .path(let path) = slot.expression.kind,
          path.first.map({ $0.name == "叙述" || $0.name == "narrative" }) == true
        {
          cuts.append(nodes.count)
        }
      default: continue
      }
    }
    if cuts.last != nodes.count { cuts.append(nodes.count) }
    return zip(cuts, cuts.dropFirst()).map { nodes[$0..<$1] }
  }

  private static func pieces(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let length = bytes[index] == 0x0A ? 1 : isFullStop(bytes, at: index) ? 3 : 0
      if length > 0 {
        pieces.append(start..<min(index + length, range.upperBound))
        start = index + length
      }
      index += max(length, 1)
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  private static func ends(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let last = bytes[range].last else { return false }
    return last == 0x0A || range.count >= 3 && isFullStop(bytes, at: range.upperBound - 3)
  }

  private static func isFullStop(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0x82
  }

  private static func endsSentence(_ node: TemplateNode, _ bytes: [UInt8]) -> Bool {
    let bodies: [[TemplateNode]] =
      switch node {
      case .loop(let loop): [loop.body]
      case .choice(let choice): choice.branches.map(\.body)
      case .join(let join): join.items.map(\.body)
      default: []
      }
    return !bodies.isEmpty
      && bodies.allSatisfy { body in
        guard let last = body.last(where: { if case .titleEnd = $0 { false } else { true } })
        else { return false }
        if case .text(let range) = last { return ends(bytes, range) }
        return endsSentence(last, bytes)
      }
  }
}
