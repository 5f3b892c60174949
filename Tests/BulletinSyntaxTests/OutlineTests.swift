import BulletinSyntax
import SourceText
import Testing

struct OutlineTests {
  @Test(arguments: OutlineCase.all)
  func levelsComeFromNesting(_ sample: OutlineCase) {
    #expect(Self.outline(sample.text) == sample.outline)
  }

  @Test(arguments: OutlineCase.all)
  func lineEndsAndMarksChangeNothing(_ sample: OutlineCase) {
    let crlf = sample.text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(Self.outline(String(decoding: crlf, as: UTF8.self)) == sample.outline)
    #expect(Self.outline("\u{FEFF}" + sample.text) == sample.outline)
    var cut = sample.text
    while cut.hasSuffix("\n") { cut.removeLast() }
    #expect(Self.outline(cut) == sample.outline)
  }

  @Test(arguments: OutlineCase.all)
  func nothingIsLost(_ sample: OutlineCase) {
    LosslessTests.expectTiling(Array(sample.text.utf8))
  }

  static func outline(_ text: String) -> [String] {
    let source = SourceFile(name: "sample", text: text)
    let lines = LineTable(source.bytes)
    return SyntaxTree.parse(source).headings.map {
      let line = lines.position(of: $0.number.lowerBound).line
      return "\($0.level) \($0.numberText(in: source)) \(line)"
    }
  }
}
