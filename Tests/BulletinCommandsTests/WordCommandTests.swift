import OfficePackages
import TestSupport
import Testing

/// Word documents in the place of texts.
struct WordCommandTests {
  /// A document with tracked changes, a comment and an author, as a section mails it.
  private static func document() throws -> [UInt8] {
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let paragraphs = """
      <w:p><w:r><w:t>某县教育局2023年上半年工作总结</w:t></w:r></w:p>\
      <w:p><w:r><w:t>一、工作情况</w:t></w:r></w:p>\
      <w:p><w:r><w:t>一是办结</w:t></w:r><w:del w:author="张三"><w:r><w:delText>12件</w:delText></w:r></w:del>\
      <w:ins w:author="张三"><w:r><w:t>15件</w:t></w:r></w:ins><w:r><w:t>。三是召开会议3次。</w:t></w:r></w:p>
      """
    return try PackageWriter.write([
      PackageWriter.Part(
        name: "word/document.xml",
        bytes: Array("<w:document \(word)><w:body>\(paragraphs)</w:body></w:document>".utf8)),
      PackageWriter.Part(
        name: "docProps/core.xml",
        bytes: Array("<p xmlns:dc=\"d\"><dc:creator>李四</dc:creator></p>".utf8)),
    ])
  }

  @Test func aDraftIsWrittenAndReadBack() {
    let folder = TemporaryFolder()
    for sample in SampleFolder.reports {
      let report = SampleFolder.path(sample)
      let path = folder.path + "/总结.docx"
      let written = run("draft", report, "-o", path)
      #expect(written.code == 0, "\(written.errors)")
      let text = run("draft", report).output.split(separator: "\n").joined(separator: "\n")
      #expect(run("inspect", "--view", "source", path).output == text + "\n", "\(sample)")
      // The outline is the text's own.
      let outline = { (path: String) in
        run("inspect", "--view", "outline", "--format", "csv", path).output
          .split(separator: "\n").map { $0.split(separator: ",").prefix(3) }
      }
      #expect(!outline(path).isEmpty)
    }
  }

  @Test func findingsPointToParagraphAndCharacter() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/稿.docx"
    TestFile.write(try Self.document(), to: path)
    let text = run("lint", path, "--lang", "zh")
    #expect(text.code == 1)
    #expect(text.output.contains("(第 3 段第 "))
    let json = run("lint", path, "--format", "json").output
    #expect(json.contains("\"paragraph\":3"))
  }

  @Test func tracesAreReported() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/稿.docx"
    TestFile.write(try Self.document(), to: path)
    let findings = run("lint", path, "--format", "line", "--lang", "zh").output
      .split(separator: "\n").filter { $0.contains("PRV008") }
    #expect(findings.count == 3)
    #expect(findings.contains { $0.contains("李四") })
    #expect(findings.contains { $0.contains("删去“12件”") })
    #expect(findings.contains { $0.contains("加入“15件”") })
  }

  @Test func changesHaveTwoSides() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/稿.docx"
    TestFile.write(try Self.document(), to: path)
    #expect(run("inspect", "--view", "source", path).output.contains("办结15件"))
    #expect(
      run("inspect", "--view", "source", "--changes", "original", path).output
        .contains("办结12件"))
  }

  @Test func aPublishedDocumentIsLearnt() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/稿.docx"
    TestFile.write(try Self.document(), to: path)
    #expect(run("learn", path, folder.path + "/2023H1").code == 0)
    #expect(
      run("draft", folder.path + "/2023H1").output
        == run("inspect", "--view", "source", path).output)
  }

  @Test func fixesLeaveDocumentsAlone() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/稿.docx"
    let bytes = try Self.document()
    TestFile.write(bytes, to: path)
    let result = run("lint", "--fix", path)
    #expect(result.errors.contains("fix-document"))
    let isUntouched = TestFile.bytes(path) == bytes
    #expect(isUntouched)
  }

  @Test func foldersGiveTheirDocumentsAndNotTheMarksOfOpenOnes() throws {
    let folder = TemporaryFolder()
    TestFile.write(try Self.document(), to: folder.path + "/稿.docx")
    TestFile.write([0x00], to: folder.path + "/~$稿.docx")
    let result = run("inspect", folder.path)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("一、工作情况"))
  }

  /// What cannot be converted, or not in place, ends with the way out.
  @Test func oldFormatsEndWithTheWayOut() {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let path = folder.path + "/稿.doc"
    TestFile.write(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600),
      to: path)
    let result = run("sync", folder.path + "/2023H1", path, "--lang", "zh")
    #expect(result.code == 2)
    #expect(result.errors.contains("--convert-to docx"))
    TestFile.write(Array("%PDF-1.7".utf8), to: path)
    for command in ["lint", "inspect"] {
      let result = run(command, path, "--lang", "zh")
      #expect(result.code == 2)
      #expect(result.errors.contains("word-pdf"))
    }
  }

  @Test func anEmptyDocumentIsNoText() {
    let folder = TemporaryFolder()
    TestFile.write([], to: folder.path + "/稿.docx")
    let result = run("lint", folder.path + "/稿.docx")
    #expect(result.code == 2)
    #expect(result.errors.contains("word-empty"))
  }

  @Test func mergesNameParagraphAndCharacter() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let path = folder.path + "/总结.docx"
    #expect(run("draft", report, "-o", path).code == 0)
    try edit(path) {
      // A blank paragraph at the beginning moves all others.
      $0.replacing("整治师德师风突出问题", with: "整治师德师风方面的问题").replacing("<w:body>", with: "<w:body><w:p/>")
    }
    let lines = run("inspect", "--view", "source", path).output
      .split(separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(lines.firstIndex { $0.contains("师德师风方面的问题") })
    let text = run("sync", report, path, "--dry-run", "--lang", "en").output
    #expect(text.contains("总结.docx:\(index + 1):"), "\(text)")
    let json = run("sync", report, path, "--dry-run", "--format", "json").output
    #expect(json.contains("\"paragraph\":\(index + 1)"))
  }

  /// What is edited in Word is kept, what changed in the data comes in, and the numbers stay bound.
  @Test func newDataComeIntoAnEditedDocument() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let path = folder.path + "/总结.docx"
    #expect(run("draft", report, "-o", path).code == 0)
    try edit(path) { $0.replacing("整治师德师风突出问题", with: "整治师德师风方面的问题") }
    let figures = report + "/data/figures.csv"
    let old = try #require(TestFile.read(figures))
    TestFile.write(
      old.replacing("安全.会议,安全工作会议次数,6", with: "安全.会议,安全工作会议次数,7"), to: figures)
    let edited = try #require(TestFile.bytes(path))

    let dry = run("sync", report, path, "--dry-run")
    #expect(dry.code == 0, "\(dry.output)\(dry.errors)")
    let isUntouched = TestFile.bytes(path) == edited
    #expect(isUntouched)

    let result = run("sync", report, path)
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    let text = run("inspect", "--view", "source", path).output
    #expect(text.contains("整治师德师风方面的问题"))
    #expect(text.contains("会议7次"))
    let isKept = TestFile.bytes(folder.path + "/总结.old.docx") == edited
    #expect(isKept)
    let generated = run("draft", report).output
    #expect(
      text
        == generated.replacing("整治师德师风突出问题", with: "整治师德师风方面的问题")
        .split(separator: "\n").joined(separator: "\n") + "\n")
    // Nothing is left to do, and nothing is written.
    let settled = TestFile.bytes(path)
    #expect(run("sync", report, path).code == 0)
    let isSettled = TestFile.bytes(path) == settled
    #expect(isSettled)
  }

  @Test func aDocumentIsFrozenWithoutItsTraces() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let path = folder.path + "/总结.docx"
    #expect(run("draft", report, "-o", path).code == 0)
    try edit(path) {
      $0.replacing(
        "</w:body>",
        with: "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r></w:p></w:body>")
    }
    let refused = run("publish", report, "--date", "2023-07-18", "--document", path)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("publish-traces"))
    #expect(TestFile.bytes(report + "/published.docx") == nil)

    let result = run("publish", report, "--date", "2023-07-18", "--document", path, "--strip")
    #expect(result.code == 0, "\(result.errors)")
    let frozen = report + "/published.docx"
    let findings = run("lint", frozen, "--format", "line").output
    #expect(!findings.contains("PRV008"))
    var package = try OfficePackage(try #require(TestFile.bytes(frozen)), limit: 1 << 24)
    let text = try #require(try package.bytes(of: "word/document.xml"))
    #expect(!String(decoding: text, as: UTF8.self).contains("底稿"))

    try edit(path) { $0.replacing("整治师德师风突出问题", with: "整治问题") }
    let other = run("publish", report, "--date", "2023-07-18", "--document", path, "--strip")
    #expect(other.code == 1)
    #expect(other.errors.contains("publish-document-differs"))
  }

  @Test func documentsAreComparedWithTexts() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/总结.docx"
    let report = SampleFolder.path("demo-education/2023H1")
    #expect(run("draft", report, "-o", path).code == 0)
    folder.write(run("draft", report).output, to: "总结.txt")
    let same = run("diff", folder.path + "/总结.txt", path, "--exit-code")
    #expect(same.code == 0, "\(same.output)")
    try edit(path) { $0.replacing("125", with: "126") }
    let other = run("diff", folder.path + "/总结.txt", path, "--exit-code")
    #expect(other.code == 1)
    #expect(other.output.contains("126个"))
  }

  @Test func aDocumentOfAnotherHandHasNoBase() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let path = folder.path + "/稿.docx"
    TestFile.write(try Self.document(), to: path)
    let result = run("sync", folder.path + "/2023H1", path)
    #expect(result.code == 1)
    #expect(result.errors.contains("sync-no-base"))
  }

  /// Changes the text part of a document.
  private func edit(_ path: String, _ change: (String) -> String) throws {
    var package = try OfficePackage(try #require(TestFile.bytes(path)), limit: 1 << 24)
    var parts: [PackageWriter.Part] = []
    for name in package.partNames() {
      var bytes = try #require(try package.bytes(of: name))
      if name == "word/document.xml" {
        bytes = Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
      }
      parts.append(PackageWriter.Part(name: name, bytes: bytes))
    }
    TestFile.write(try PackageWriter.write(parts), to: path)
  }
}
