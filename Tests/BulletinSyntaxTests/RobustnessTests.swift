import BulletinSyntax
import ReportModel
import SourceText
import TestSupport
import Testing

struct RobustnessTests {
  /// Pieces of bulletins that mean something to the parser.
  static let pieces: [String] = [
    "一、", "二、", "（一）", "(二)", "1.", "2、", "（1）", "①", "一是", "二是", "第一，", "第一章", "1.1 ", "。", "；",
    "：",
    ",", "\n", "\r\n", "\n\n", "　　", " ", "“", "”", "《", "》", "(", ")", "|", "<p>", "</p>", "附件：",
    "来源：",
    "各位代表！", "序号", "2031年", "300余个", "近", "百", "万元", "12.5%", "3-5", "1,234", "两次", "总结", "甲乙丙丁",
    "\u{FEFF}", "\u{7}", "\u{FFFD}", "😀", "0", "9999999999999999999999", "之一", "统一", "至", "、", "-",
    "～", ".",
  ]

  @Test func mutatedTextsGiveTrees() {
    var numbers = SeededNumbers(20_310_720)
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<40, using: &numbers) {
        text += Self.pieces.randomElement(using: &numbers) ?? ""
      }
      var bytes = Array(text.utf8)
      // A few bytes are spoilt as well, so that what does not decode comes along.
      for _ in 0..<Int.random(in: 0..<3, using: &numbers) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(
          in: 0...255, using: &numbers)
      }
      Self.expectSound(bytes)
    }
  }

  @Test(arguments: OutlineCase.all.filter { $0.text.utf8.count < 200 })
  func everyCutGivesATree(_ sample: OutlineCase) {
    let bytes = Array(sample.text.utf8)
    for cut in 0...bytes.count { Self.expectSound(Array(bytes[..<cut])) }
  }

  @Test(.enabled(if: RealTexts.areHere))
  func realTextsCutAnywhereGiveTrees() {
    for name in RealTexts.names {
      let bytes = RealTexts.source(name).bytes
      // By default a sample; own texts are always cut at every byte.
      let step = RealTexts.cutsEveryByte ? 1 : max(1, bytes.count / 50)
      for cut in stride(from: 0, to: bytes.count, by: step) {
        let tree = SyntaxTree.parse(SourceFile(name: name, raw: Array(bytes[..<cut])))
        #expect(tree.leaves.reduce(0) { $0 + $1.range.count } == tree.source.bytes.count)
        _ = FigureScanner.figures(in: tree)
      }
    }
  }

  @Test func deepNestingNeedsNoStack() {
    let path = (1...10_000).map { (1...$0 % 40 + 1).map(String.init).joined(separator: ".") }
    let texts = [
      String(repeating: "“（《", count: 10_000) + String(repeating: "》）”", count: 10_000),
      (1...2_000).map { _ in "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n一是己。" }.joined(separator: "\n"),
      path.map { $0 + " 甲" }.joined(separator: "\n"),
      String(repeating: "（", count: 10_000), String(repeating: "<p", count: 10_000),
    ]
    for text in texts { Self.expectSound(Array(text.utf8)) }
  }

  /// Each text is made of one piece, so often that work which grew with the square would not end.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "一是", "1.", "甲", "1、", "（", "(一)", "“", "《", "3", "百", "3、", "3-", "3,", "一", "1 ", "\n",
      "1.甲\n", " ", "　",
      "<", "<p>", "近", "各位代表！\n", "附件：\n", "|\n", "第一，", "一、甲。", "1.1 甲\n", "2031-", ".", "（\n",
    ])
  func onePieceAgainAndAgainEnds(_ piece: String) {
    let count = 60_000
    let source = SourceFile(name: "a", text: String(repeating: piece, count: count))
    let tree = SyntaxTree.parse(source)
    _ = FigureScanner.figures(in: tree)
    #expect(tree.leaves.reduce(0) { $0 + $1.range.count } == source.bytes.count)
  }

  static func expectSound(_ bytes: [UInt8]) {
    LosslessTests.expectTiling(bytes)
    let source = SourceFile(name: "text", raw: bytes, encoding: .utf8)
    let tree = SyntaxTree.parse(source)
    #expect(headingFaults(tree).isEmpty)
    #expect(figureFaults(tree).isEmpty)
    let detailed = tree.detailed()
    LosslessTests.expectNesting(detailed)
    _ = SyntaxDiagnostics.diagnostics(of: tree.outline)
    _ = Report(tree)
    _ = BulletinFormat.detect(tree)
    _ = tree.parts
  }

  private static func headingFaults(_ tree: SyntaxTree) -> [Heading] {
    var last = 0
    return tree.headings.filter { heading in
      defer { last = heading.number.lowerBound }
      let parentLevel = heading.parent.map { tree.headings[$0].level } ?? 0
      return heading.number.lowerBound < last || parentLevel != heading.level - 1
        || heading.title.upperBound > tree.source.bytes.count
    }
  }

  private static func figureFaults(_ tree: SyntaxTree) -> [Figure] {
    var end = 0
    return FigureScanner.figures(in: tree).filter { figure in
      defer { end = figure.range.upperBound }
      return figure.range.lowerBound < end || figure.range.upperBound > tree.source.bytes.count
        || !figure.range.contains(figure.numerals.lowerBound)
    }
  }
}
