import TestSupport
import Testing
import XLSXWriter

/// Copies of a workbook with other words in it.
struct WorkbookSeriesTests {
  private static func book(
    _ words: String, at path: String, rows: Int
  ) throws(XLSXError) -> WorkbookFile {
    let book = try WorkbookFile(
      path: path, properties: DocumentProperties(created: 1_700_000_000, title: "填报表"),
      options: WorkbookOptions(partsInMemory: true))
    try book.setProperty("单位", to: words)
    for name in ["甲", "乙"] {
      let sheet = try book.addWorksheet(name)
      try book.withWorksheet(sheet) { sheet throws(XLSXError) in
        try sheet.write("填报单位:\(words)  2023年下半年", row: 0, column: 0)
        try sheet.write(words, row: 1, column: 0)
        for row in 0..<rows {
          try sheet.write("第\(row)行 & <\(row &* 7_919)>", row: row + 2, column: 0)
          try sheet.write(Double(row) / 8, row: row + 2, column: 1)
        }
      }
    }
    return book
  }

  @Test(arguments: [
    ("第一小学", 3), ("A & <B> 学校", 3), ("“新区”实验(附属)学校", 700), ("一", 0), ("𠮷小学", 20),
    (String(repeating: "长", count: 60), 6_000),
  ])
  func aCopyIsTheWorkbookWrittenWithTheWords(_ words: String, _ rows: Int) throws {
    let folder = TemporaryFolder()
    try #require(WorkbookSeries.accepts(words))
    let pattern = try Self.book(
      WorkbookSeries.placeholder, at: folder.path + "/muster.xlsx", rows: rows
    ).bytes()
    #expect(TestFile.names(in: folder.path) == [])
    let series = try WorkbookSeries(pattern: pattern)
    try series.write(words, to: folder.path + "/copy.xlsx", syncs: false)
    try Self.book(words, at: folder.path + "/direct.xlsx", rows: rows).close()
    let copy = TestFile.bytes(folder.path + "/copy.xlsx")
    #expect((copy?.count ?? 0) > 1_000)
    #expect(copy == TestFile.bytes(folder.path + "/direct.xlsx"))
    #expect(TestFile.names(in: folder.path).sorted() == ["copy.xlsx", "direct.xlsx"])
  }

  /// A copy has a text of its own where it is equal to another of the workbook's.
  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil))
  func wordsThatStandElsewhereTooReadBack() throws {
    let folder = TemporaryFolder()
    let pattern = try Self.book(WorkbookSeries.placeholder, at: folder.path + "/a.xlsx", rows: 2)
    let words = "第1行 & <7919>"
    try WorkbookSeries(pattern: pattern.bytes())
      .write(words, to: folder.path + "/b.xlsx", syncs: true)
    let lines = OfficeCheck.lines(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      print([c.value for c in book['乙']['A']])
      """, folder.path + "/b.xlsx")
    #expect(
      lines == [
        "['填报单位:\(words)  2023年下半年', '\(words)', '第0行 & <0>', '第1行 & <7919>']"
      ])
  }

  @Test(arguments: [
    "", " 第一小学", "第一小学 ", "一\n二", "a_x0041_b", "\u{1}", "\u{FFFF}", "\u{F8F1}",
    String(repeating: "长", count: 100),
  ])
  func wordsOfAWayOfTheirOwnAreNotPutIn(_ words: String) throws {
    let folder = TemporaryFolder()
    #expect(!WorkbookSeries.accepts(words))
    let pattern = try Self.book(WorkbookSeries.placeholder, at: folder.path + "/a.xlsx", rows: 2)
    let series = try WorkbookSeries(pattern: pattern.bytes())
    let found = failure(of: { () throws(XLSXError) in
      try series.write(words, to: folder.path + "/b.xlsx", syncs: false)
    })
    #expect(found?.kind == .misread(.text, words))
    #expect(TestFile.names(in: folder.path) == [])
  }

  @Test func whatIsNoWorkbookIsRefused() {
    for bytes in [[], [UInt8](repeating: 0, count: 100), Array("PK\u{5}\u{6}".utf8)] {
      #expect(
        failure(of: { () throws(XLSXError) in _ = try WorkbookSeries(pattern: bytes) }) != nil)
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and mount")) func fullDiskLeavesTheOldFile()
    throws
  {
    guard let disk = SmallDisk() else { throw SmallDisk.CannotMount() }
    let pattern = try Self.book(
      WorkbookSeries.placeholder, at: disk.folder.path + "/a.xlsx", rows: 9_000)
    let series = try WorkbookSeries(pattern: pattern.bytes())
    disk.folder.write("alt", to: "disk/b.xlsx")
    let found = failure(of: { () throws(XLSXError) in
      try series.write("一", to: disk.path + "/b.xlsx", syncs: false)
    })
    #expect(found != nil)
    #expect(TestFile.names(in: disk.path) == ["b.xlsx"])
    #expect(TestFile.read(disk.path + "/b.xlsx") == "alt")
  }
}
