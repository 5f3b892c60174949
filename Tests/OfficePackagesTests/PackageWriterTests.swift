import Testing

@testable import OfficePackages

struct PackageWriterTests {
  private static let parts = [
    PackageWriter.Part(
      name: "_rels/.rels",
      bytes: Array(
        """
        <Relationships><Relationship Id="rId1" Type="http://example.org/officeDocument" \
        Target="/word/document.xml"/><Relationship Id="rId0" TargetMode="External" \
        Type="http://example.org/officeDocument" Target="http://example.org/"/></Relationships>
        """.utf8)),
    PackageWriter.Part(name: "word/document.xml", bytes: Array("<a>文</a>".utf8)),
    PackageWriter.Part(name: "empty.bin", bytes: []),
  ]

  @Test func partsAreReadBack() throws {
    var package = try OfficePackage(try PackageWriter.write(Self.parts), limit: 1 << 20)
    // The external target comes first by its id, and is passed over.
    #expect(try package.mainPart() == "word/document.xml")
    let text = TextCollector()
    #expect(try package.parse("word/document.xml", with: text))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "文")
    #expect(try !package.parse("word/missing.xml", with: text))
  }

  @Test func sameBytesAgain() throws {
    #expect(try PackageWriter.write(Self.parts) == PackageWriter.write(Self.parts))
  }

  @Test(arguments: [
    ("b.xml", "a/", "a/b.xml"), ("../b.xml", "a/c/", "a/b.xml"), ("/x/b.xml", "a/", "x/b.xml"),
    ("./b.xml", "", "b.xml"), ("../../b.xml", "a/", "b.xml"),
  ])
  func targetsAreSeenFromTheirPart(target: String, folder: String, part: String) {
    #expect(OfficePackage.path(target, in: folder) == part)
  }

  private final class TextCollector: XMLPartHandler {
    var bytes: [UInt8] = []
    override func text(_ run: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: run) }
  }
}
