import SourceText
import TestSupport
import Testing

/// A copy of the demonstration county's first half of 2023, drafted and saved.
struct SyncFolder: ~Copyable {
  let folder = TemporaryFolder()

  init(saves: Bool = true) {
    SampleFolder.copy("demo-education", periods: ["2022H1", "2022H2", "2023H1"], into: folder)
    if saves { _ = run("draft", report, "--save") }
  }

  var report: String { folder.path + "/2023H1" }
  var draftPath: String { report + "/draft.txt" }
  var draft: String { TestFile.read(draftPath) ?? "" }

  func data(_ name: String) -> String { TestFile.read("\(report)/data/\(name)") ?? "" }

  /// Replaces the first `old` of the draft.
  func edit(_ old: String, _ new: String) {
    #expect(draft.contains(old))
    TestFile.write(draft.replacingFirst(old, with: new), to: draftPath)
  }

  /// Replaces the first `old` of a data file.
  func editData(_ name: String, _ old: String, _ new: String) {
    #expect(data(name).contains(old))
    TestFile.write(data(name).replacingFirst(old, with: new), to: "\(report)/data/\(name)")
  }
}

extension String {
  func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }

  func replacingAll(_ part: String, with other: String) -> String {
    var output = ""
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      output += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return output + rest
  }
}

@Suite struct SyncCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// What people changed in the draft.
    var edits: [[String]] = []
    /// What changed in the data: file, old, new.
    var data: [[String]] = []
    var options: [String] = []
    /// What stands in the draft afterwards.
    var draft: [String] = []
    /// What stands in data files afterwards: file, text.
    var written: [[String]] = []
    /// What is said.
    var said: [String] = []
    var code: Int32 = 0

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing changed", said: ["更新数字 0 处,保留人工改动 0 处,冲突 0 处,请核对 0 处。"]),
    Case(
      name: "words by hand, a number in the data",
      edits: [["组织校外培训专项督查10次", "全县共组织校外培训督查行动10次"]],
      data: [["figures.csv", "督查次数,10,", "督查次数,12,"]],
      draft: ["全县共组织校外培训督查行动12次"], said: ["数据更新:全县共组织校外培训督查行动 10次 改为 12次"]),
    Case(
      name: "a number by hand", edits: [["督查10次", "督查11次"]], draft: ["督查11次"],
      said: ["sync-number-edited-by-hand", "data/figures.csv:9:20"], code: 1),
    Case(
      name: "a number by hand is taken", edits: [["督查10次", "督查11次"]],
      options: ["--take", "draft"], draft: ["督查11次"],
      written: [["figures.csv", "督查次数,11,"]], said: ["取自草稿:组织校外培训专项督查 11次 写入 data/figures.csv"]),
    Case(
      name: "both to one value", edits: [["督查10次", "督查12次"]],
      data: [["figures.csv", "督查次数,10,", "督查次数,12,"]], draft: ["督查12次"],
      said: ["人工与数据改得一致"]),
    Case(
      name: "a conflict", edits: [["督查10次", "督查11次"]],
      data: [["figures.csv", "督查次数,10,", "督查次数,12,"]], draft: ["督查11次"],
      said: ["数字冲突:组织校外培训专项督查 原为 10次,草稿为 11次,数据为 12次 (data/figures.csv:9:20)"], code: 1),
    Case(
      name: "a conflict in the text", edits: [["督查10次", "督查11次"]],
      data: [["figures.csv", "督查次数,10,", "督查次数,12,"]], options: ["--mark"],
      draft: ["督查〔冲突｜草稿：11次｜数据：12次〕,"], code: 1),
    Case(
      name: "a conflict is taken", edits: [["督查10次", "督查11次"]],
      data: [["figures.csv", "督查次数,10,", "督查次数,12,"]], options: ["--take", "draft"],
      draft: ["督查11次"], written: [["figures.csv", "督查次数,11,"]]),
    Case(
      name: "a qualifier is taken", edits: [["60余家次", "近70家次"]],
      options: ["--take", "draft"], draft: ["走访机构近70家次"],
      written: [["figures.csv", "检查家次,70,家次,近,,"]]),
    Case(
      name: "Chinese numerals are taken as they are written", edits: [["会议6次", "会议七次"]],
      options: ["--take", "draft"], draft: ["会议七次"],
      written: [["figures.csv", "次数,7,次,,七次,"]]),
    Case(
      name: "another unit that the data cannot print is not taken",
      edits: [["投入8600万元", "投入0.87亿元"]], options: ["--take", "draft"],
      draft: ["投入0.87亿元"], said: ["没有写回:投入 0.87亿元:写进数据后正文印不出草稿的样子"], code: 1),
    Case(
      name: "the same value in another unit is no difference",
      edits: [["投入8600万元", "投入0.86亿元"]], draft: ["投入0.86亿元"],
      said: ["人工改动的数字,已保留:投入 8600万元 改为 0.86亿元"]),
    Case(
      name: "an amount of a table is taken, the total follows",
      edits: [["幼儿园补助62万元", "幼儿园补助65万元"]], options: ["--take", "draft"],
      draft: ["幼儿园补助65万元", "各项资助合计1019万元"], written: [["资助.csv", "困难幼儿,65,1240,"]],
      said: ["各项资助合计 1016万元 改为 1019万元"]),
    Case(
      name: "a total is not taken", edits: [["合计1016万元", "合计1017万元"]],
      options: ["--take", "draft"], draft: ["合计1017万元"], said: ["由数据算出或取整"], code: 1),
    Case(
      name: "a value of last year is not taken", edits: [["上年同期为96个", "上年同期为95个"]],
      options: ["--take", "draft"], draft: ["上年同期为95个"], said: ["它来自以前一期的数据"], code: 1),
    Case(
      name: "a sentence dropped, an item added",
      edits: [
        ["开展安全教育24次,", ""],
        ["\n二、", "\n4.抓宣传。制作专题片2部。\n\n二、"],
      ], data: [["figures.csv", "安全.会议,安全工作会议次数,6,", "安全.会议,安全工作会议次数,8,"]],
      draft: ["会议8次,专项检查", "4.抓宣传。制作专题片2部。\n\n二、"]),
    Case(
      name: "a figure dropped by hand and changed in the data",
      edits: [["开展安全教育24次,", ""]],
      data: [["figures.csv", "安全教育次数,24,", "安全教育次数,25,"]], draft: ["会议6次,专项检查"],
      said: ["sync-changed-where-dropped"], code: 1),
  ]

  @Test(arguments: cases)
  func merges(_ test: Case) {
    let folder = SyncFolder()
    for edit in test.edits { folder.edit(edit[0], edit[1]) }
    for edit in test.data { folder.editData(edit[0], edit[1], edit[2]) }
    let before = folder.draft
    let dry = Self.sync(folder.report, test.options + ["--dry-run"])
    #expect(folder.draft == before)
    #expect(!TestFile.names(in: folder.report).contains("draft.old.txt"))
    let result = Self.sync(folder.report, test.options)
    #expect(result.code == test.code)
    #expect(dry.code == test.code)
    #expect(dry.output.hasSuffix(result.output))
    for text in test.draft { #expect(folder.draft.contains(text)) }
    for text in test.written { #expect(folder.data(text[0]).contains(text[1])) }
    for text in test.said { #expect(result.output.contains(text), "\(result.output)") }
    if folder.draft != before { #expect(TestFile.read(folder.report + "/draft.old.txt") == before) }
    // A second run finds nothing more to write.
    let after = folder.draft
    if !test.options.contains("--mark") {
      _ = Self.sync(folder.report, test.options)
      #expect(folder.draft == after)
      #expect(!TestFile.names(in: folder.report).contains("draft.old.2.txt"))
    }
  }

  static func sync(
    _ report: String, _ options: [String]
  ) -> (output: String, errors: String, code: Int32) {
    switch options.count {
    case 0: run("sync", report)
    case 1: run("sync", report, options[0])
    case 2: run("sync", report, options[0], options[1])
    default: run("sync", report, options[0], options[1], options[2])
    }
  }

  // MARK: Bytes

  @Test(
    arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian], ["\n", "\r\n"])
  func encodingMarkAndLineEndsOfTheDraftSurvive(
    _ encoding: TextEncoding, _ lineEnd: String
  ) throws {
    let folder = SyncFolder()
    folder.edit("组织校外培训", "共组织校外培训")
    folder.editData("figures.csv", "督查次数,10,", "督查次数,12,")
    let mark = encoding == .gb18030 ? "" : "\u{FEFF}"
    let text =
      mark
      + folder.draft.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: lineEnd)
    TestFile.write(try TextDecoder.encode(Array(text.utf8), as: encoding), to: folder.draftPath)
    #expect(run("sync", folder.report).code == 0)
    let expected = text.replacingFirst("督查10次", with: "督查12次")
    #expect(
      TestFile.bytes(folder.draftPath)
        == (try TextDecoder.encode(Array(expected.utf8), as: encoding)))
  }

  @Test func dataFilesKeepTheirEncodingWhenAValueIsTaken() throws {
    let folder = SyncFolder(saves: false)
    let text =
      "\u{FEFF}" + folder.data("figures.csv").split(separator: "\n").joined(separator: "\r\n")
    let path = folder.report + "/data/figures.csv"
    TestFile.write(try TextDecoder.encode(Array(text.utf8), as: .utf16LittleEndian), to: path)
    _ = run("draft", folder.report, "--save")
    folder.edit("督查10次", "督查11次")
    #expect(run("sync", folder.report, "--take", "draft").code == 0)
    let expected = text.replacingFirst("督查次数,10,", with: "督查次数,11,")
    #expect(
      TestFile.bytes(path) == (try TextDecoder.encode(Array(expected.utf8), as: .utf16LittleEndian))
    )
  }

  @Test func whatCannotBeEditedIsCorrectedInAFileOfItsOwn() {
    let folder = SyncFolder(saves: false)
    // Spreadsheet programs and YAML are not edited: the value of one figure comes from YAML.
    let row = folder.data("figures.csv").split(separator: "\n").first { $0.contains("督查次数") } ?? ""
    folder.editData("figures.csv", row + "\n", "")
    TestFile.write(
      "校外培训.督查次数: {数值: 10, 单位: 次} # 手写\n", to: folder.report + "/data/指标.yaml")
    #expect(run("draft", folder.report, "--save").code == 0)
    folder.edit("督查10次", "督查11次")
    let result = run("sync", folder.report, "--take", "draft")
    #expect(result.output.contains("写入 data/更正.csv"))
    #expect(
      folder.data("更正.csv")
        == "表,行,列,更正为,限定,写法,原值,操作,来源,说明\n"
        + "指标,校外培训.督查次数,数值,11,,,,,取自草稿；原处 data/指标.yaml:1:17,\n")
    let draft = run("draft", folder.report)
    #expect(draft.output == folder.draft)
    #expect(draft.errors.contains("data-corrected"))
    // Taken again, the correction itself is changed.
    folder.edit("督查11次", "督查13次")
    _ = run("sync", folder.report, "--take", "draft")
    #expect(folder.data("更正.csv").contains("校外培训.督查次数,数值,13,"))
  }

  // MARK: What stops it

  @Test func aReportWithoutADraftIsSaidSo() {
    let folder = SyncFolder(saves: false)
    let none = run("sync", folder.report)
    #expect(none.code == 1)
    #expect(none.errors.contains("sync-no-draft"))
    TestFile.write(run("draft", folder.report).output, to: folder.draftPath)
    let baseless = run("sync", folder.report)
    #expect(baseless.code == 1)
    #expect(baseless.errors.contains("sync-no-base"))
    #expect(run("sync", folder.report, folder.report + "/没有.txt").code == 2)
  }

  @Test func aBaseCanBeNamed() {
    let folder = SyncFolder(saves: false)
    let text = run("draft", folder.report).output
    folder.folder.write(text, to: "当初.txt")
    folder.folder.write("\u{FEFF}" + text.replacingFirst("督查10次", with: "督查行动10次"), to: "改稿.txt")
    folder.editData("figures.csv", "督查次数,10,", "督查次数,12,")
    let draft = folder.folder.path + "/改稿.txt"
    let result = run("sync", folder.report, draft, "--base", folder.folder.path + "/当初.txt")
    #expect(result.code == 0)
    #expect(TestFile.read(draft)?.contains("督查行动12次") == true)
    #expect(TestFile.names(in: folder.folder.path).contains("改稿.old.txt"))
  }

  @Test func aDamagedBaseIsNotUsed() {
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    let kept = folder.report + "/.bulletin"
    for name in TestFile.names(in: kept) where name.hasSuffix(".txt") {
      TestFile.write("别的文字。\n", to: "\(kept)/\(name)")
    }
    let result = run("sync", folder.report)
    #expect(result.code == 2)
    #expect(result.errors.contains("file-damaged"))
    #expect(folder.draft.contains("督查11次"))
  }

  @Test func bytesThatDoNotDecodeAreLeftAlone() {
    let folder = SyncFolder()
    let bytes = Array("督查11次".utf8) + [0xFF, 0x80, 0xFF] + Array("。\n".utf8)
    TestFile.write(bytes, to: folder.draftPath)
    let result = run("sync", folder.report, "--encoding", "UTF-8")
    #expect(result.code == 1)
    #expect(result.errors.contains("sync-undecoded"))
    #expect(TestFile.bytes(folder.draftPath) == bytes)
  }

  @Test func openConflictsStopTheNextRun() {
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    folder.editData("figures.csv", "督查次数,10,", "督查次数,12,")
    #expect(run("sync", folder.report, "--mark").code == 1)
    let marked = folder.draft
    let again = run("sync", folder.report)
    #expect(again.code == 1)
    #expect(again.errors.contains("sync-open-conflict"))
    #expect(folder.draft == marked)
    folder.edit("〔冲突｜草稿：11次｜数据：12次〕", "12次")
    #expect(run("sync", folder.report).code == 0)
  }

  @Test func faultsAreToldAsDraftTellsThem() {
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    folder.editData("figures.csv", "督查次数,10,", "督查次数,一十,")
    let before = folder.draft
    let result = run("sync", folder.report)
    let draft = run("draft", folder.report)
    #expect(result.errors == draft.errors)
    #expect(result.code == draft.code)
    #expect(folder.draft == before)
  }

  @Test func aValueThatTheSchemaForbidsIsNotTaken() {
    let folder = SyncFolder()
    folder.edit("完成率96%", "完成率196%")
    let before = folder.data("figures.csv")
    let result = run("sync", folder.report, "--take", "draft")
    #expect(result.code == 1)
    #expect(!result.errors.isEmpty)
    #expect(folder.data("figures.csv") == before)
    #expect(!TestFile.names(in: folder.report).contains("draft.old.txt"))
  }

  @Test func aFailureMidwayLeavesTheOldDraft() {
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    folder.editData("figures.csv", "安全教育次数,24,", "安全教育次数,25,")
    let (draft, data) = (folder.draft, folder.data("figures.csv"))
    let blocked = SyncFolder(saves: false)
    TestFile.write(draft, to: blocked.draftPath)
    TestFile.write(data, to: blocked.report + "/data/figures.csv")
    // A file stands where the folder of bases is to be made.
    TestFile.write("", to: blocked.report + "/.bulletin")
    let base = folder.folder.path + "/base.txt"
    TestFile.write(draft.replacingFirst("督查11次", with: "督查10次"), to: base)
    let result = run("sync", blocked.report, "--base", base, "--take", "draft")
    #expect(result.code == 2)
    #expect(blocked.draft == draft)
    #expect(blocked.data("figures.csv") == data)
  }

  @Test(.enabled(if: TestProcess.bulletin != nil))
  func killedAtAnyMomentTheOldOrTheNewDraftIsThere() throws {
    let program = try #require(TestProcess.bulletin)
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    folder.editData("figures.csv", "安全教育次数,24,", "安全教育次数,25,")
    let old = folder.draft
    let new = old.replacingFirst("安全教育24次", with: "安全教育25次")
    var hasOld = 0
    for round in 0..<40 {
      TestFile.write(old, to: folder.draftPath)
      let arguments = ["sync", folder.report, "--take", "draft"]
      TestProcess.kill(program, arguments, afterMicroseconds: UInt32(round * 1_500))
      #expect(folder.draft == old || folder.draft == new, "round \(round)")
      let data = folder.data("figures.csv")
      #expect(data.contains("督查次数,10,") || data.contains("督查次数,11,"))
      if folder.draft == old { hasOld += 1 }
    }
    #expect(hasOld > 0)
    #expect(run("sync", folder.report, "--take", "draft").code == 0)
    #expect(folder.draft == new)
  }

  // MARK: Output

  @Test(arguments: MessageLanguage.allCases)
  func printsWhatWantsAttentionFirst(_ language: MessageLanguage) {
    let folder = SyncFolder()
    folder.edit("督查10次", "督查11次")
    folder.edit("会议6次", "例会6次")
    folder.edit("安全教育24次", "安全教育26次")
    folder.editData("figures.csv", "督查次数,10,", "督查次数,12,")
    folder.editData("资助.csv", "困难幼儿,62,", "困难幼儿,64,")
    let result = run("sync", folder.report, language: language)
    GoldenFile.expect(
      result.output.replacingAll(folder.report, with: "2023H1")
        + result.errors.replacingAll(folder.report, with: "2023H1"),
      at: GoldenFile.path("sync.\(language.rawValue).txt"))
  }

  @Test func whatItPrintsFitsItsSchema() throws {
    let schema = try #require(SchemaTests.schema("sync"))
    for options in [[], ["--take", "draft"], ["--dry-run"]] {
      let folder = SyncFolder()
      folder.edit("督查10次", "督查11次")
      folder.edit("合计1016万元", "合计1017万元")
      folder.edit("会议6次", "例会6次")
      folder.editData("figures.csv", "督查次数,10,", "督查次数,12,")
      let result = Self.sync(
        folder.report, options.isEmpty ? ["--format=json"] : options + ["--format=json"])
      let value = try #require(SchemaTests.json(result.output))
      #expect(SchemaCheck.faults(of: value, against: schema) == [])
    }
  }
}
