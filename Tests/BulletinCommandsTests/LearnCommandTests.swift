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

  static let texts: [String] =
    [
      own, own + "\n", own.replacing("\n", with: "\r\n"), "\u{FEFF}" + own, "没有标题的一句话。", "", "\n\n",
      "{", "}}", "{% raw %}甲{% endraw %}", "甲\r\n乙\n丙\r丁\n", "一、甲\n一、乙\n", "100", "近100%以上\n",
      "a,b\"c\",3个\n",
      "甲\u{0}乙3个", "三是有。\n1.\n（一）5起6人次{{7个}}", "投资\n3万元", "投资3\n万元",
      own.replacing("一、工作情况", with: "　　一、工作情况 "),
      " ", " \t　\r\n \u{B}\u{C}\n", "\u{C}一、甲\u{C}\n3个\u{C}4个", "甲\r乙3个\r\r丙", "{{", "{%", "{#",
      "%}",
      "｛｛乙｝｝3个｛％甲％｝｛%｛{4个｛", "甲{{乙}}3个{% if 丙 %}4个{% endif %}{# 丁 #}",
      "{% for 项 in 表 %}5个{% endfor %}", "{{{{6个}}}}",
      "甲1元、乙2元\n\n甲县", "“算草案反１２个”\n\n一、甲", "\u{2028}甲3个\u{85}乙\u{FEFF}4个\u{200B}", "\u{1B}[31m甲5个",
      "\u{10FFFF}3个\u{E000}", "增长9.3％、占12％以上，共３.5％",
    ] + rows

  /// Items of one shape in a row, ordinary and odd.
  static let rows: [String] = [
    "获一等奖2个,二等奖11个,三等奖22个。", "发放甲补助78.55万元、乙补助305.25万元,惠及甲5人、乙6人、丙7人。",
    "甲镇投入1,402.5万元,新增学位50个;乙镇投入近３0余万元,新增学位60个;丙镇投入五万元,新增学位7个。",
    "分别为500元、625元、1000元。", "甲3个、甲4个、甲5个", "007奖3个、=1+1奖4个、@奖5个", "“甲”3个、\"乙\"4个、'丙'5个",
    "甲 3个、 乙4个、丙　5个", "甲\u{0}3个、乙4个、丙5个", "甲{3个、乙}4个、丙5个", "甲3个、乙\n4个、丙5个、丁6个",
    "一是3个、二是4个、三是5个", "一、3个、二、4个、三、5个", "甲3%、乙6.97 %、丙100%", "甲3、乙4、丙5、丁6",
    "甲两次、乙三次、丙十余次", "上期3个、单位4个、名称5个、序号6个", "甲3(个)、乙4(个)、丙5(个)", "1个、2个、3个\r\n、4个",
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

  @Test func rowsOfOneShapeBecomeTables() {
    let folder = TemporaryFolder()
    folder.write(
      "一、成绩\n获一等奖2个,二等奖11个,三等奖22个。发放甲补助78.55万元、乙补助近305万元。"
        + "甲镇投入140万元,惠及学生50人;乙镇投入30万元,惠及幼儿60人;丙镇投入5万元,惠及学生7人。\n", to: "甲.txt")
    let result = run("learn", folder.path + "/甲.txt", folder.path + "/新")
    #expect(result.errors.contains("11 个存入 3 张表"))
    let data = folder.path + "/新/data/"
    #expect(TestFile.names(in: data).count == 4)
    #expect(TestFile.read(data + "成绩奖项.csv") == "名称,数量(个)\n一等奖,2\n二等奖,11\n三等奖,22\n")
    #expect(TestFile.read(data + "成绩资金.csv") == "名称,金额(万元),金额限定\n甲补助,78.55,\n乙补助,305,近\n")
    #expect(
      TestFile.read(data + "成绩资金_2.csv")
        == "名称,对象,金额(万元),人数(人)\n甲镇投入,学生,140,50\n乙镇投入,幼儿,30,60\n丙镇投入,学生,5,7\n")
    #expect(
      TestFile.read(folder.path + "/新/templates/01-成绩.txt")
        == "一、成绩\n获{% for 项 in 成绩奖项 分隔 \",\" %}{{项.名称}}{{项.数量}}{% endfor %}。"
        + "发放{% for 项 in 成绩资金 分隔 \"、\" %}{{项.名称}}{{项.金额}}{% endfor %}。"
        + "{% for 项 in 成绩资金_2 分隔 \";\" %}{{项.名称}}{{项.金额}},惠及{{项.对象}}{{项.人数}}{% endfor %}。\n")
    // A row more in the data is an item more in the text.
    TestFile.write("名称,数量(个)\n特等奖,1\n一等奖,2\n", to: data + "成绩奖项.csv")
    #expect(run("draft", folder.path + "/新").output.contains("获特等奖1个,一等奖2个。"))
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
    #expect(drafted.code == 0)
    #expect(drafted.errors == "")
    #expect(TestFile.bytes(folder.path + "/出.txt") == bytes)
  }
}
