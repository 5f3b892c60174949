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
}
