import SourceText
import TestSupport
import Testing

@Suite struct LearnCommandTests {
  static let own = """
    甲县乙局2023年上半年工作总结

    丙县人民政府 发布时间: 2023-07-25 17:44

    一、工作情况

    1.抓投入。一是投资1,402.5万元,惠及近300余人,完成率达100%。二是培训两次、6.97 %、１２个,五万余人。

    二、下一步打算

    1.加快建设。{{不是插槽}}、{% 也不是 %}、{#、}}、{。
    """

  static let texts: [String] = [
    own, own + "\n", own.replacing("\n", with: "\r\n"), "\u{FEFF}" + own, "没有标题的一句话。", "", "\n\n",
    "{", "}}", "{% raw %}甲{% endraw %}", "甲\r\n乙\n丙\r丁\n", "一、甲\n一、乙\n", "100", "近100%以上\n",
    "a,b\"c\",3个\n",
    "甲\u{0}乙3个", "三是有。\n1.\n（一）5起6人次{{7个}}", "投资\n3万元", "投资3\n万元",
    own.replacing("一、工作情况", with: "　　一、工作情况 "),
  ]

  @Test(arguments: texts, ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"])
  func draftingGivesTheBytesAgain(text: String, encoding: String) throws {
    let target = try #require(TextEncoding(name: encoding))
    var bytes = Array(text.utf8)
    if target == .gb18030, text.hasPrefix("\u{FEFF}") { bytes.removeFirst(3) }
    expectSame(try TextDecoder.encode(bytes, as: target), encoding: encoding)
  }

  static let real = TestFile.repository + "/../shared/real/"
  static let realNames = TestFile.names(in: real).filter { $0.hasSuffix(".txt") }

  @Test(
    .enabled(if: !realNames.isEmpty, "no published texts beside the repository"),
    arguments: realNames)
  func publishedTextsComeBackByteForByte(name: String) throws {
    let bytes = try #require(TestFile.bytes(Self.real + name))
    expectSame(bytes, encoding: nil)
  }

  @Test(arguments: 0..<60) func cutAnywhereTheTextComesBack(step: Int) {
    let bytes = Array(Self.own.utf8)
    var end = step * bytes.count / 60
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    expectSame(Array(bytes[..<end]), encoding: nil)
  }

  @Test func figuresBecomeRowsAndStandAlone() {
    let folder = TemporaryFolder()
    folder.write(Self.own, to: "甲.txt")
    let result = run("learn", folder.path + "/甲.txt", folder.path + "/新")
    #expect(result.code == 0)
    let figures = TestFile.read(folder.path + "/新/data/figures.csv") ?? ""
    #expect(figures.contains(",1402.5,万元,,\"1,402.5万元\","))
    #expect(figures.contains(",2,次,,两次,"))
    #expect(figures.contains(",12,个,,１２个,"))
    let settings = TestFile.read(folder.path + "/新/report.yaml") ?? ""
    #expect(settings.contains("期间: 2023年上半年"))
    #expect(settings.contains("时间: \"2023-07-25 17:44\""))
    #expect(TestFile.names(in: folder.path) == ["新", "甲.txt"])
    #expect(run("lint", folder.path + "/新").code != 2)
  }

  @Test func aChangedRowChangesTheText() {
    let folder = TemporaryFolder()
    folder.write(Self.own, to: "甲.txt")
    _ = run("learn", folder.path + "/甲.txt", folder.path + "/新")
    let path = folder.path + "/新/data/figures.csv"
    let figures = TestFile.read(path) ?? ""
    TestFile.write(
      figures.replacing("1402.5,万元,,\"1,402.5万元\"", with: "1500,万元,,"), to: path)
    let text = run("draft", folder.path + "/新").output
    #expect(text == Self.own.replacing("1,402.5万元", with: "1500万元"))
  }

  @Test func neverOverwrites() {
    let folder = TemporaryFolder()
    folder.write(Self.own, to: "甲.txt")
    folder.write("旧", to: "新/旧.txt")
    let result = run("learn", folder.path + "/甲.txt", folder.path + "/新")
    #expect(result.code == 2)
    #expect(result.errors.contains("file-not-empty"))
    #expect(TestFile.names(in: folder.path + "/新") == ["旧.txt"])
  }

  @Test func bytesThatDoNotDecodeAreAnError() {
    let folder = TemporaryFolder()
    folder.write([0xE4, 0xB8, 0x80, 0xFF, 0x80, 0x0A], to: "甲.txt")
    let result = run("learn", folder.path + "/甲.txt", folder.path + "/新")
    #expect(result.code == 1)
    #expect(result.errors.contains("SRC001"))
  }

  private func expectSame(_ bytes: [UInt8], encoding: String?) {
    let folder = TemporaryFolder()
    folder.write(bytes, to: "甲.txt")
    let path = folder.path + "/甲.txt"
    let learned =
      encoding.map { run("learn", path, folder.path + "/新", "--encoding", $0) }
      ?? run("learn", path, folder.path + "/新")
    #expect(learned.code == 0, "\(learned.errors)")
    let drafted = run("draft", folder.path + "/新", "-o", folder.path + "/出.txt")
    #expect(drafted.code == 0, "\(drafted.errors)")
    #expect(TestFile.bytes(folder.path + "/出.txt") == bytes)
  }
}
