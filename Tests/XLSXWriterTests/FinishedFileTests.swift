import TestSupport
import Testing

@testable import XLSXWriter

@Suite(.enabled(if: hasOpenpyxl))
struct FinishedFileTests {
  /// Writes a workbook, cuts its worksheet at `length` bytes, and looks at the result.
  private func check(cutAt length: Int?, freeSpace: UInt64?) throws -> XLSXError.Kind? {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      for row in 0..<100 { try sheet.write(Double(row), row: row, column: 0) }
    }
    let script = """
      import sys, zipfile
      old = zipfile.ZipFile(sys.argv[1])
      with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as new:
          for name in old.namelist():
              data = old.read(name)
              if name == "xl/worksheets/sheet1.xml" and sys.argv[3] != "all":
                  data = data[:int(sys.argv[3])]
              new.writestr(name, data)
      """
    let cut = book.folder.path + "/cut.xlsx"
    let python = try #require(TestProcess.pythonWithOpenpyxl)
    let result = TestProcess.run(
      python, ["-c", script, book.path, cut, length.map { "\($0)" } ?? "all"])
    #expect(result?.status == 0)
    return failure(of: { () throws(XLSXError) in
      try FinishedFile(path: cut).check(freeSpace: freeSpace)
    })?.kind
  }

  @Test(arguments: [UInt64?.none, 0, .max]) func wholeFilesPass(_ freeSpace: UInt64?) throws {
    #expect(try check(cutAt: nil, freeSpace: freeSpace) == nil)
  }

  @Test(arguments: [0, 1, 700, 1_024]) func partsCutShortAreFound(_ length: Int) throws {
    let expected = XLSXError.Kind.incompleteFile(part: "xl/worksheets/sheet1.xml")
    #expect(try check(cutAt: length, freeSpace: nil) == expected)
    #expect(try check(cutAt: length, freeSpace: 1 << 20) == expected)
  }

  @Test(arguments: [0, 512, 1_024])
  func partsCutAtABlockAreFoundThoughThereIsRoom(_ length: Int) throws {
    let expected = XLSXError.Kind.incompleteFile(part: "xl/worksheets/sheet1.xml")
    #expect(try check(cutAt: length, freeSpace: .max) == expected)
  }

  @Test(arguments: ["", "PK", String(repeating: "x", count: 100)])
  func filesThatAreNoArchivesAreFound(_ text: String) {
    let folder = TemporaryFolder()
    folder.write(text, to: "file")
    let found = failure(of: { () throws(XLSXError) in
      try FinishedFile(path: folder.path + "/file").check(freeSpace: nil)
    })?.kind
    #expect(found == .incompleteFile(part: "end record"))
  }
}
