import OfficePackages
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Word documents that went through LibreOffice's hands.
@Suite(.enabled(if: OfficeEdit.hasWriter, "needs libreoffice-writer"))
struct WordOfficeTests {
  /// The lines of a document's text.
  private func lines(_ path: String) -> [String] {
    run("inspect", "--view", "source", path).output.split(separator: "\n").map(String.init)
  }

  private func convert(_ path: String, to format: String, as name: String) -> String? {
    let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    let out = folder + "/converted"
    guard let soffice = TestProcess.soffice else { return nil }
    let home = TemporaryFolder()
    let result = TestProcess.run(
      soffice,
      [
        "-env:UserInstallation=file://\(home.path)/profile", "--headless", "--convert-to",
        format, "--outdir", out, path,
      ])
    guard result?.status == 0 else { return nil }
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let made = "\(out)/\(stem).\(format.prefix { $0 != ":" })"
    guard let bytes = TestFile.bytes(made) else { return nil }
    let target = folder + "/" + name
    TestFile.write(bytes, to: target)
    return target
  }

  /// What people changed there is kept, what changed in the data comes in, and numbers stay bound.
  @Test(.enabled(if: OfficeEdit.isPossible, "needs LibreOffice and python3-uno"))
  func aDraftEditedThereLosesNothing() throws {
    let folder = TemporaryFolder()
    SampleFolder.copy("demo-education", into: folder)
    let report = folder.path + "/2023H1"
    let path = folder.path + "/总结.docx"
    #expect(run("draft", report, "-o", path).code == 0)
    let before = lines(path)
    let fault = OfficeEdit.apply(
      """
      search = document.createReplaceDescriptor()
      search.SearchString, search.ReplaceString = "整治师德师风突出问题", "整治师德师风方面的问题"
      assert document.replaceAll(search) == 1
      last = document.Text.createTextCursorByRange(document.Text.getEnd())
      paragraphs = document.Text.createEnumeration()
      first = paragraphs.nextElement()
      second = paragraphs.nextElement()
      second.String = second.String + "(修订)"
      """, to: path)
    #expect(fault == nil)
    var edited = before
    edited[1] += "(修订)"
    edited = edited.map { $0.replacing("整治师德师风突出问题", with: "整治师德师风方面的问题") }
    #expect(lines(path) == edited)

    let figures = report + "/data/figures.csv"
    let old = try #require(TestFile.read(figures))
    TestFile.write(
      old.replacing("安全.会议,安全工作会议次数,6", with: "安全.会议,安全工作会议次数,7"), to: figures)
    let result = run("sync", report, path, "--lang", "zh")
    #expect(result.code == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("更新数字 1 处,保留人工改动 2 处,冲突 0 处"), "\(result.output)")
    #expect(lines(path) == edited.map { $0.replacing("会议6次", with: "会议7次") })
  }

  @Test func savedThereTheTextIsTheSame() throws {
    let folder = TemporaryFolder()
    for sample in ["demo-education/2023H2", "zhijiang-education/2023H1"] {
      let path = folder.path + "/稿.docx"
      let report = SampleFolder.path(sample)
      #expect(run("draft", report, "-o", path).code == 0)
      let saved = try #require(convert(path, to: "docx", as: "存.docx"))
      #expect(lines(saved) == lines(path), "\(sample)")
      let sync = run("sync", report, saved)
      #expect(sync.code == 0 && sync.errors.contains("不用改"), "\(sample) \(sync.errors)")
    }
  }

  @Test(arguments: [
    ("doc", "稿.wps"), ("rtf", "稿.doc"), ("html", "网页.doc"), ("docx", "改名.doc"),
  ])
  func olderFormatsAreConverted(format: String, name: String) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/总结.docx"
    #expect(run("draft", SampleFolder.path("demo-education/2023H1"), "-o", path).code == 0)
    let other = try #require(convert(path, to: format, as: name))
    let result = run("inspect", "--view", "source", other)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output == run("inspect", "--view", "source", path).output)
    #expect(result.errors.contains("转成 .docx") == (format != "docx"))
    // Listed at once or at the end, what lint read is told.
    for options in [[], ["--format", "sarif"]] {
      let lint = run(["lint", other] + options)
      #expect(lint.errors.contains("转成 .docx") == (format != "docx"), "\(options)")
    }
  }

  @Test func aBrokenOldDocumentEndsWithAnError() {
    let folder = TemporaryFolder()
    let path = folder.path + "/坏.doc"
    TestFile.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3], to: path)
    let result = run("lint", path)
    #expect(result.code == 2)
    #expect(result.errors.contains("word-not-converted"))
  }

  /// Left to itself, LibreOffice fetches pictures and style sheets of a page.
  @Test func nothingIsFetched() throws {
    let listener = try #require(Listener())
    let folder = TemporaryFolder()
    let path = folder.path + "/网页.doc"
    let address = "http://127.0.0.1:\(listener.port)"
    folder.write(
      """
      <html><head><meta charset="utf-8"><link rel="stylesheet" href="\(address)/a.css"></head>
      <body><p>甲乙丙<img src="\(address)/a.png"></p></body></html>
      """, to: "网页.doc")
    let result = run("inspect", "--view", "source", path)
    #expect(result.output.hasPrefix("甲乙丙"))
    #expect(!listener.wasAsked)
  }

  /// A port of this machine that somebody may call.
  private final class Listener {
    let port: UInt16
    private let descriptor: Int32

    init?() {
      let descriptor = socket(
        AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
      guard descriptor >= 0 else { return nil }
      self.descriptor = descriptor
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
            && getsockname(descriptor, $0, &length) == 0
        }
      }
      port = UInt16(bigEndian: address.sin_port)
      guard isOpen else { return nil }
    }

    deinit { close(descriptor) }

    /// Whether somebody called.
    var wasAsked: Bool {
      let caller = accept(descriptor, nil, nil)
      guard caller >= 0 else { return false }
      close(caller)
      return true
    }
  }
}
