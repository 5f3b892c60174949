import BulletinSyntax
import SourceText
import Testing

struct DiagnosticsTests {
  static func ids(_ raw: [UInt8], as encoding: TextEncoding? = nil) -> [String] {
    let source = SourceFile(name: "text", raw: raw, encoding: encoding)
    return SyntaxDiagnostics.diagnostics(of: DocumentOutline.read(source)).map(\.id)
  }

  @Test(arguments: [
    ("一、总体情况\n工作平稳。\n", []),
    ("工作\u{7}平稳。\n", ["syntax-control-character"]),
    ("工作平ㄒ稳。\n", ["syntax-damaged-copy"]),
    ("（一）甲\n乙。\n（\n二）丙\n丁。\n", ["syntax-torn-number"]),
    ("云溪县锟斤拷锟斤拷局。\n", ["syntax-mojibake"]),
  ])
  func brokenStructureIsTold(_ text: String, _ expected: [String]) {
    #expect(Self.ids(Array(text.utf8)) == expected)
  }

  @Test func bytesThatDoNotDecodeAreTold() {
    #expect(Self.ids([0xE4, 0xB8, 0x80, 0xFF, 0xE4], as: .utf8).first == "syntax-undecodable")
  }
}
