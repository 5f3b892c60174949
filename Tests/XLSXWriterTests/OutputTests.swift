import TestSupport
import Testing
import XLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

struct OutputTests {
  private static let properties = DocumentProperties(
    created: 1_700_000_000, title: "通报", author: "统计科", company: "局", comments: "说明")

  private func write(
    _ path: String, options: WorkbookOptions = WorkbookOptions(), rows: Int = 3
  ) throws(XLSXError) {
    let book = try WorkbookFile(path: path, properties: Self.properties, options: options)
    let sheet = try book.addWorksheet("表")
    try book.withWorksheet(sheet) { sheet throws(XLSXError) in
      for row in 0..<rows {
        for column in 0..<10 {
          try sheet.write(Double(row) * 1.25, row: row, column: column * 2)
          try sheet.write("文字 \(row &* 7_919) \(column)", row: row, column: column * 2 + 1)
        }
      }
    }
    try book.close()
  }

  @Test(arguments: [false, true]) func sameInputMakesTheSameBytes(_ constantMemory: Bool) throws {
    let folder = TemporaryFolder()
    let options = WorkbookOptions(constantMemory: constantMemory)
    try write(folder.path + "/a.xlsx", options: options)
    try write(folder.path + "/b.xlsx", options: options)
    let first = TestFile.bytes(folder.path + "/a.xlsx")
    #expect((first?.count ?? 0) > 1_000)
    #expect(first == TestFile.bytes(folder.path + "/b.xlsx"))
    #expect(TestFile.names(in: folder.path) == ["a.xlsx", "b.xlsx"])
  }

  @Test func workbookThatIsDroppedLeavesNoFile() throws {
    for constantMemory in [false, true] {
      let folder = TemporaryFolder()
      folder.write("alt", to: "old.xlsx")
      for name in ["/old.xlsx", "/new.xlsx"] {
        let book = try WorkbookFile(
          path: folder.path + name, properties: Self.properties,
          options: WorkbookOptions(constantMemory: constantMemory))
        let sheet = try book.addWorksheet("表")
        try book.withWorksheet(sheet) { sheet throws(XLSXError) in
          try sheet.write("文字", row: 0, column: 0)
        }
      }
      #expect(TestFile.names(in: folder.path) == ["old.xlsx"])
      #expect(TestFile.read(folder.path + "/old.xlsx") == "alt")
    }
  }

  @Test func oldFileIsReplacedAndKeepsItsPermissions() throws {
    let folder = TemporaryFolder()
    folder.write("alt", to: "book.xlsx")
    chmod(folder.path + "/book.xlsx", 0o640)
    symlink("book.xlsx", folder.path + "/link.xlsx")
    try write(folder.path + "/link.xlsx")
    var info = stat()
    #expect(lstat(folder.path + "/link.xlsx", &info) == 0)
    #expect(info.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.path + "/book.xlsx", &info) == 0)
    #expect(info.st_mode & 0o777 == 0o640)
    #expect(info.st_size > 1_000)
    #expect(TestFile.names(in: folder.path) == ["book.xlsx", "link.xlsx"])
  }

  @Test func leftoversOfKilledProgramsAreTakenAway() throws {
    let folder = TemporaryFolder()
    let old = [".xlsx-old.tmp", ".xlsx-held.tmp", ".xlsx-other", "book.tmp"]
    for name in old + [".xlsx-young.tmp"] { folder.write("", to: name) }
    for name in old {
      var times = [timeval(tv_sec: 1_000, tv_usec: 0), timeval(tv_sec: 1_000, tv_usec: 0)]
      #expect(utimes(folder.path + "/" + name, &times) == 0)
    }
    let held = open(folder.path + "/.xlsx-held.tmp", O_WRONLY)
    defer { close(held) }
    #expect(flock(held, LOCK_EX) == 0)
    try write(folder.path + "/a.xlsx", options: WorkbookOptions())
    #expect(TestFile.names(in: folder.path).count == 6, "only where it is asked for")
    try write(folder.path + "/a.xlsx", options: WorkbookOptions(removesLeftovers: true))
    #expect(
      TestFile.names(in: folder.path).sorted() == [
        ".xlsx-held.tmp", ".xlsx-other", ".xlsx-young.tmp", "a.xlsx", "book.tmp",
      ])
  }

  @Test func pathsThatCannotBeWrittenAreRefused() {
    let folder = TemporaryFolder()
    folder.write("", to: "sub/file")
    func fault(_ path: String) -> XLSXError.Kind? {
      failure(of: { () throws(XLSXError) in try write(path) })?.kind
    }
    let sub = folder.path + "/sub"
    #expect(fault(sub) == .badPath(sub, .isFolder))
    #expect(fault(folder.path + "/none/a.xlsx") == .badPath(folder.path + "/none", .noFolder))
    #expect(fault(sub + "/file/a.xlsx") == .badPath(sub + "/file", .noFolder))
    #expect(fault("/dev/full") == .badPath("/dev/full", .notARegularFile))
    #expect(fault("") == .badPath("", .malformed))
    #expect(fault("a\0b") == .badPath("a\0b", .malformed))
    #expect(fault(folder.path + "/a/") == .badPath(folder.path + "/a/", .malformed))
    let long = folder.path + "/" + String(repeating: "x", count: 300)
    #expect(fault(long) == .system(path: long, code: ENAMETOOLONG))
    #expect(TestFile.names(in: folder.path) == ["sub"])
    let options = WorkbookOptions(temporaryFolder: folder.path + "/none")
    let found = failure(of: { () throws(XLSXError) in
      try write(folder.path + "/a.xlsx", options: options)
    })?.kind
    #expect(found == .badPath(folder.path + "/none", .noFolder))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func folderThatMayNotBeWrittenToIsRefused() {
    let folder = TemporaryFolder()
    chmod(folder.path, 0o555)
    let found = failure(of: { () throws(XLSXError) in try write(folder.path + "/a.xlsx") })?.kind
    #expect(found == .badPath(folder.path, .folderNotWritable))
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and mount"))
  func diskThatMayNotBeWrittenToIsRefused() throws {
    guard let disk = SmallDisk() else { throw SmallDisk.CannotMount() }
    disk.folder.write("alt", to: "disk/book.xlsx")
    guard mount("none", disk.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
      throw SmallDisk.CannotMount()
    }
    let found = failure(of: { () throws(XLSXError) in try write(disk.path + "/book.xlsx") })?.kind
    #expect(found == .badPath(disk.path, .folderNotWritable))
    #expect(TestFile.read(disk.path + "/book.xlsx") == "alt")
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and mount")) func fullDiskIsAnError() throws
  {
    for constantMemory in [false, true] {
      guard let disk = SmallDisk() else { throw SmallDisk.CannotMount() }
      disk.folder.write("alt", to: "disk/book.xlsx")
      let options = WorkbookOptions(
        constantMemory: constantMemory, temporaryFolder: constantMemory ? "/tmp" : nil)
      let found = failure(of: { () throws(XLSXError) in
        try write(disk.path + "/book.xlsx", options: options, rows: 6_000)
      })
      #expect(found != nil, "constant memory: \(constantMemory)")
      #expect(TestFile.names(in: disk.path) == ["book.xlsx"])
      #expect(TestFile.read(disk.path + "/book.xlsx") == "alt")
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and mount"), arguments: [false, true])
  func fullTemporaryFolderIsAnError(_ constantMemory: Bool) throws {
    guard let disk = SmallDisk() else { throw SmallDisk.CannotMount() }
    let options = WorkbookOptions(constantMemory: constantMemory, temporaryFolder: disk.path)
    let found = failure(of: { () throws(XLSXError) in
      try write(disk.folder.path + "/book.xlsx", options: options, rows: 2_000)
    })?.kind
    switch found {
    case .system(path: _, code: ENOSPC)?: #expect(constantMemory)
    case .incompleteFile?: break
    default: Issue.record("a full folder went unnoticed: \(String(describing: found))")
    }
    #expect(TestFile.names(in: disk.folder.path) == ["disk"])
  }

  @Test func oneWorksheetMustBeVisible() {
    func kind(
      _ body: (borrowing WorkbookFile, [SheetID]) throws(XLSXError) -> Void
    ) -> XLSXError.Kind? {
      failure(of: { () throws(XLSXError) in
        _ = try WrittenWorkbook.of { book throws(XLSXError) in
          try body(book, [try book.addWorksheet("一"), try book.addWorksheet("二")])
        }
      })?.kind
    }
    #expect(kind { book, ids throws(XLSXError) in try book.setHidden(true, ids[0]) } == nil)
    #expect(
      kind { book, ids throws(XLSXError) in
        try book.setHidden(true, ids[0])
        try book.setHidden(true, ids[1])
      } == .noVisibleSheet)
    #expect(
      kind { book, ids throws(XLSXError) in
        try book.setHidden(true, ids[1])
        try book.activate(ids[1])
      } == .noVisibleSheet)
    let none = failure(of: { () throws(XLSXError) in
      _ = try WrittenWorkbook.of { _ in }
    })?.kind
    #expect(none == .empty(.sheets))
  }

  @Test(.enabled(if: hasOpenpyxl)) func hiddenAndActiveSheetsReadBack() throws {
    let book = try WrittenWorkbook.of { book throws(XLSXError) in
      let first = try book.addWorksheet("一")
      _ = try book.addWorksheet("二")
      let third = try book.addWorksheet("三")
      try book.setHidden(true, first)
      try book.activate(third)
    }
    let lines = book.lines(
      """
      print([s.sheet_state for s in book.worksheets], book.active.title)
      print([s.sheet_view.tabSelected for s in book.worksheets])
      """)
    #expect(lines == ["['hidden', 'visible', 'visible'] 三", "[None, None, True]"])
  }

  @Test(.enabled(if: hasOpenpyxl)) func documentPropertiesReadBack() throws {
    let folder = TemporaryFolder()
    try write(folder.path + "/a.xlsx")
    let script = """
      import openpyxl, sys
      p = openpyxl.load_workbook(sys.argv[1]).properties
      print(p.title, p.creator, p.description, p.created.isoformat())
      """
    let python = try #require(TestProcess.pythonWithOpenpyxl)
    let result = TestProcess.run(python, ["-X", "utf8", "-c", script, folder.path + "/a.xlsx"])
    #expect(result?.output == "通报 统计科 说明 2023-11-14T22:13:20\n")
  }
}

/// A disk of 256 KiB.
struct SmallDisk: ~Copyable {
  struct CannotMount: Error {}

  static let isPossible: Bool = {
    guard SmallDisk() != nil else { return false }
    return true
  }()

  let folder = TemporaryFolder()
  var path: String { folder.path + "/disk" }

  init?() {
    guard geteuid() == 0 else { return nil }
    mkdir(path, 0o755)
    guard mount("none", path, "tmpfs", 0, "size=256k") == 0 else { return nil }
  }

  deinit {
    umount2(path, Int32(MNT_DETACH))
  }
}
