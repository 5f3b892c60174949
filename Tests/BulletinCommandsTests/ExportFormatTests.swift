import SourceText
import TestSupport
import Testing

@Suite struct ExportFormatTests {
  private let sample = SampleFolder.path("demo-education/2023H1")

  @Test func everyTableBecomesACSVFile() throws {
    let folder = TemporaryFolder()
    let result = run("export", sample, "--format", "csv", "-o", folder.path + "/csv")
    #expect(result.code == 0)
    let names = TestFile.names(in: folder.path + "/csv")
    #expect(names.contains("资助.csv") && names.contains("同比.csv") && names.contains("正文.csv"))
    #expect(!names.contains("总览.csv"))
    for name in names {
      let bytes = try #require(TestFile.bytes(folder.path + "/csv/" + name))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
    }
    let lines = (TestFile.read(folder.path + "/csv/资助.csv") ?? "").split(separator: "\n")
    #expect(lines.first?.contains("项目,名称,对象,金额(万元),人数(人),标准(元)") == true)
    // Formulas stand as values, numbers as they were written.
    #expect(lines.dropFirst().first?.hasPrefix("幼儿园,") == true)
    #expect(lines.last?.hasPrefix("合计,") == true)
    // What is hidden in the workbook is not in the files.
    let text = (TestFile.read(folder.path + "/csv/正文.csv") ?? "").split(separator: "\n")
    #expect(text.first?.hasSuffix("行,正文,状态") == true)
  }

  @Test(arguments: ["GB18030", "gbk", "UTF-16LE", "utf-16be"])
  func otherEncodingsHoldTheSameText(_ encoding: String) throws {
    let folder = TemporaryFolder()
    func export(_ name: String, _ options: [String]) throws -> String {
      let path = folder.path + "/\(name).csv"
      let result = run(
        ["export", sample, "--format", "csv", "--sheets", "资助", "-o", path] + options)
      #expect(result.code == 0)
      let text = SourceFile(name: path, raw: try #require(TestFile.bytes(path))).text
      // GB 18030 is written without a mark.
      return text.hasPrefix("\u{FEFF}")
        ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
    }
    #expect(try export("a", ["--encoding", encoding]) == export("b", []))
  }

  @Test(arguments: [
    ("资助,同比", ["资助", "同比"]), ("checks、TEXT", ["核对", "正文"]), ("tables", ["资助"]),
    ("总览;数据", ["总览", "资助"]),
  ])
  func sheetsAreChosenByName(_ names: String, _ expected: [String]) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    let result = run("export", sample, "--sheets", names, "-o", path)
    #expect(result.code == 0)
    guard TestProcess.pythonWithOpenpyxl != nil else { return }
    let sheets = OfficeCheck.lines(
      "for name in openpyxl.load_workbook(sys.argv[1]).sheetnames: print(name)", path)
    #expect(Set(expected).isSubset(of: sheets))
    #expect(sheets.contains("出处") == expected.contains("出处"))
  }

  @Test func unknownSheetsAreToldWithTheNearest() {
    let folder = TemporaryFolder()
    let result = run("export", sample, "--sheets", "资肋,check,资助", "-o", folder.path + "/b.xlsx")
    #expect(result.code == 2)
    #expect(result.errors.contains("“资肋”"))
    #expect(result.errors.contains("资助"))
    #expect(result.errors.contains("checks"))
    #expect(TestFile.names(in: folder.path).isEmpty)
  }

  @Test func formulasOverSheetsLeftOutAreToldAsValues() {
    let folder = TemporaryFolder()
    let result = run(
      "export", sample, "--sheets", "指标", "-o", folder.path + "/b.xlsx", "--lang", "zh")
    #expect(result.code == 0)
    #expect(result.errors.contains("写成了数值"))
    let whole = run(
      "export", sample, "--sheets", "资助", "-o", folder.path + "/c.xlsx", "--lang", "zh")
    #expect(!whole.errors.contains("写成了数值"))
  }

  @Test(arguments: [
    ["--encoding", "GBK"], ["--format", "csv", "--encoding", "latin"], ["--sheets", ","],
    ["--format", "ods"],
  ])
  func wrongOptionsAreRefused(_ options: [String]) {
    let folder = TemporaryFolder()
    let result = run(["export", sample, "-o", folder.path + "/x"] + options)
    #expect(result.code == 2)
    #expect(TestFile.names(in: folder.path).isEmpty)
  }

  @Test func aFileInTheWayOfTheFolderIsTold() {
    let folder = TemporaryFolder()
    folder.write("甲", to: "x")
    let result = run("export", sample, "--format", "csv", "-o", folder.path + "/x")
    #expect(result.code == 2)
    #expect(TestFile.read(folder.path + "/x") == "甲")
  }
}
