import BulletinSyntax
import SourceText
import TestSupport
import Testing

struct LosslessTests {
  static let samples: [String] = [
    "", "\n", "\r\n", "\u{FEFF}", "一、", "一、\n", "1.", "（", "（一", "（一）", "一是", "第一章", "甲乙",
    "某局2030年工作总结\n\n某县人民政府 发布时间: 2030-01-02 10:00\n\n一、总体\n\n1.做了。一是好。再好。二是多。\n",
    "甲\r\n乙\r\n一、丙\r\n\r\n（一）丁\r\n戊。\r\n", "\u{FEFF}题目总结\n一、甲\n　　乙。\n附件：1.丙\n2.丁\n打印 来源:某局",
  ]

  @Test(arguments: samples)
  func leavesTileTheText(_ text: String) {
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count { Self.expectTiling(Array(bytes[..<cut])) }
  }

  @Test(.enabled(if: RealTexts.areHere))
  func leavesTileRealTexts() {
    for name in RealTexts.names {
      let bytes = RealTexts.source(name).bytes
      Self.expectTiling(bytes)
      Self.expectTiling([0xEF, 0xBB, 0xBF] + bytes)
      Self.expectTiling(Array(bytes.dropLast()))
      Self.expectTiling(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    }
  }

  static func expectTiling(_ bytes: [UInt8]) {
    let source = SourceFile(name: "text", raw: bytes, encoding: .utf8)
    let tree = SyntaxTree.parse(source)
    #expect(tree.bytes == source.bytes)
    // One expectation a text: thousands of texts are looked at.
    var end = 0
    let gap = tree.leaves.first { leaf in
      defer { end = leaf.end }
      return leaf.start != end || leaf.end <= leaf.start
    }
    #expect(gap == nil && end == source.bytes.count, "after \(end) in \(source.text.prefix(200))")
    expectNesting(tree)
  }

  /// Expects each node to lie inside the one that holds it, behind the one before.
  static func expectNesting(_ tree: SyntaxTree) {
    var open: [(end: Int, next: Int)] = [(tree.source.bytes.count, tree.nodes.count)]
    var faults: [SyntaxNode] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, last.next <= index { open.removeLast() }
      guard let parent = open.last else { continue }
      if node.end > parent.end || node.next > parent.next || node.next <= index {
        faults.append(node)
      }
      open.append((node.end, node.next))
    }
    #expect(faults.isEmpty)
  }
}
