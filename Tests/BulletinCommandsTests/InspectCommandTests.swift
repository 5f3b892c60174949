import SourceText
import TestSupport
import Testing

@Suite struct InspectCommandTests {
  static let text = "甲局总结\n\n一、工作情况\n\n1.抓投入。一是投资1,402.5万元,惠及近300余人。二是培训两次。\n"

  @Test func printsTheContractedJSON() {
    let folder = TemporaryFolder()
    folder.write(Self.text, to: "甲.txt")
    let result = run("inspect", folder.path + "/甲.txt", "--format", "json")
    #expect(result.code == 0)
    let expected =
      #"{"title":"甲局总结","headings":[{"level":1,"number":"一、","title":"工作情况","line":3,"column":1},"#
      + #"{"level":2,"number":"1.","title":"抓投入","line":5,"column":1},"#
      + #"{"level":3,"number":"一是","title":"投资1,402.5万元,惠及近300余人","line":5,"column":7},"#
      + #"{"level":3,"number":"二是","title":"培训两次","line":5,"column":30}],"figures":["#
      + #"{"line":5,"column":11,"text":"1,402.5万元","value":"1402.5","unit":"万元","qualifier":"","#
    #expect(result.output.hasPrefix(expected))
    #expect(result.output.contains(#""text":"300余人","value":"300","unit":"人","qualifier":"近;余""#))
    #expect(result.output.contains(#""text":"两次","value":"2","unit":"次","qualifier":"""#))
  }

  @Test(arguments: [
    [UInt8]("".utf8), Array("甲".utf8), Array("\u{FEFF}甲\r\n乙\n".utf8), [0xFF, 0xFE, 0x32, 0x75],
    [0xFE, 0xFF, 0x75, 0x32, 0x00, 0x0A], [0xBC, 0xD7, 0xD2, 0xD2, 0x0D, 0x0A],
  ])
  func sourceComesBackInItsOwnEncoding(bytes: [UInt8]) {
    let folder = TemporaryFolder()
    folder.write(bytes, to: "甲.txt")
    let path = folder.path + "/甲.txt"
    let raw = runRaw("inspect", path, "--view", "source")
    #expect(raw == bytes)
  }

  @Test(arguments: [
    (Array("甲".utf8), #""encoding":"UTF-8","confidence":"certain""#),
    ([0xBC, 0xD7, 0xD2, 0xD2, 0x0A], #""encoding":"GB18030","confidence":"likely""#),
    ([0xE4, 0xB8, 0x80, 0xFF, 0x80], #""confidence":"guessed""#),
  ])
  func encodingIsToldWithItsConfidence(bytes: [UInt8], told: String) {
    let folder = TemporaryFolder()
    folder.write(bytes, to: "甲.txt")
    let result = run("inspect", folder.path + "/甲.txt", "--format", "json")
    #expect(result.output.contains(told))
  }

  @Test func bytesThatDoNotDecodeAreAnError() {
    let folder = TemporaryFolder()
    folder.write([0xE4, 0xB8, 0x80, 0xFF, 0x80], to: "甲.txt")
    let result = run("inspect", folder.path + "/甲.txt", "--view", "source", "--encoding", "UTF-8")
    #expect(result.code == 1)
    #expect(result.errors.contains("SRC001"))
  }

  @Test func showsOutlineFiguresAndTree() {
    let folder = TemporaryFolder()
    folder.write(Self.text, to: "甲.txt")
    let path = folder.path + "/甲.txt"
    #expect(run("inspect", path, "--view", "outline").output.contains("    1.抓投入  5:1"))
    #expect(
      run("inspect", path, "--view", "figures", "--format", "csv").output.contains(
        "5,11,\"1,402.5万元\",1402.5,万元,,"))
    #expect(run("inspect", path, "--view", "tree").output.hasPrefix("document 0..<"))
    #expect(run("inspect", path, "--view", "tree", "--format", "json").code == 2)
  }

  /// UTF-8 kept as the characters that its bytes are in Latin-1.
  static let garbled = Array(
    String(
      String.UnicodeScalarView(
        "某局半年工作情况\n\n一、总体情况\n\n各项工作进展平稳。\n".utf8.map { Unicode.Scalar($0) })
    ).utf8)

  @Test(arguments: [["--view", "outline"], ["--view", "tree"], ["--format", "json"]])
  func brokenTextsAreShownWithWarnings(_ options: [String]) {
    let folder = TemporaryFolder()
    for (text, id) in [
      (Array("一、甲\n乙\u{7}丙。\n".utf8), "syntax-control-character"),
      (Array("一、甲\n乙".utf8) + [0xFF, 0x80], "syntax-undecodable"),
    ] {
      folder.write(text, to: "甲.txt")
      let result = run(
        "inspect", folder.path + "/甲.txt", "--encoding", "UTF-8", options[0], options[1])
      #expect(result.code == 0)
      #expect(result.errors.contains("警告 \(id)"))
      #expect(!result.output.isEmpty)
    }
  }

  @Test func theBeginningOfARepairIsShownAndTheWholeIsToBeHad() {
    let folder = TemporaryFolder()
    folder.write(Self.garbled, to: "甲.txt")
    let path = folder.path + "/甲.txt"
    let result = run("inspect", path)
    #expect(result.code == 0)
    #expect(result.errors.contains("syntax-mojibake"))
    #expect(result.errors.contains("某局半年工作情况"))
    let repaired = run("inspect", path, "--view", "source", "--repair")
    #expect(repaired.output.hasPrefix("某局半年工作情况\n\n一、总体情况\n"))
    #expect(runRaw("inspect", path, "--view", "source") == Self.garbled)
    #expect(run("inspect", path, "--repair").code == 2)
  }

  @Test func manyWarningsAreCounted() {
    let folder = TemporaryFolder()
    folder.write(String(repeating: "甲\u{7}乙\n", count: 1_000), to: "甲.txt")
    let errors = run("inspect", folder.path + "/甲.txt").errors
    #expect(errors.contains("此后还有 980 处未列出"))
    #expect(errors.split(separator: "\n").count < 200)
    folder.write("一、甲\n乙。\n", to: "甲.txt")
    #expect(run("inspect", folder.path + "/甲.txt").errors == "")
  }
}
