import BulletinSyntax
import SourceText
import TestSupport
import Testing

struct TreeGoldenTests {
  static let names = ["bulletin", "webpage", "gongwen", "table"]

  @Test(arguments: names)
  func treesAreAsRecorded(_ name: String) throws {
    let path = GoldenFile.path(name)
    let bytes = try #require(TestFile.bytes(path + ".txt"))
    let tree = SyntaxTree.parse(SourceFile(name: name, raw: bytes))
    LosslessTests.expectTiling(bytes)
    GoldenFile.expect(Self.dump(tree.detailed()), at: path + ".tree")
  }

  @Test(arguments: names)
  func inlineNodesTileTheirParagraphs(_ name: String) throws {
    let bytes = try #require(TestFile.bytes(GoldenFile.path(name) + ".txt"))
    let plain = SyntaxTree.parse(SourceFile(name: name, raw: bytes))
    let tree = plain.detailed()
    LosslessTests.expectNesting(tree)
    #expect(tree.leaves.map(\.range) == plain.leaves.map(\.range))
    for (kind, parts) in [(SyntaxKind.paragraph, SyntaxKind.sentence), (.sentence, .clause)] {
      for (index, node) in tree.nodes.enumerated() where node.kind == kind {
        var end = node.start
        for part in tree.nodes[index..<node.next] where part.kind == parts {
          #expect(part.start == end)
          end = part.end
        }
        #expect(end == node.end)
      }
    }
  }

  /// One node a line: kind, level, range, text.
  static func dump(_ tree: SyntaxTree) -> String {
    var output = ""
    var ends: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let end = ends.last, index >= end { ends.removeLast() }
      let text = VisibleText.escape(tree.source.text(in: node.range))
      let level = node.level > 0 ? " \(node.level)" : ""
      let short =
        text.unicodeScalars.count > 40 ? String(text.unicodeScalars.prefix(39)) + "…" : text
      output += String(repeating: "  ", count: ends.count)
      output += "\(node.kind)\(level) \(node.start)..<\(node.end) \(short)\n"
      if node.next > index + 1 { ends.append(node.next) }
    }
    return output
  }
}
