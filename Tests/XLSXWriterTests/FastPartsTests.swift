import CFastParts
import TestSupport
import Testing
import XLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Parts put together in memory and numbers printed without C's printf: the same bytes, and others'
/// streams and formats untouched.
struct FastPartsTests {
  private static func printed(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = withVaList([number]) { vsnprintf(&buffer, buffer.count, "%.16G", $0) }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Nil for a number that is left to printf.
  private static func quick(_ number: Double) -> String? {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = fast_parts_number(&buffer, number)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  @Test func numbersArePrintedAsPrintfDoes() {
    var random = SystemRandomNumberGenerator()
    var wrong: [Double] = []
    func check(_ number: Double) {
      if let text = Self.quick(number), text != Self.printed(number) { wrong.append(number) }
    }
    for edge in [
      0, -0.0, 1, -1, 0.1, 0.2, 0.3, 9.2, 8.1, 0.001, 0.000_999, 0.01, 0.099_999_999_999_999_99,
      0.999_999_999_999_999_9, 9.999_999_999_999_998, 999_999_999_999_999, 1e15, 1e16, 1e22,
      99_999_999_999_999.98, 123_456_789_012_345.6, .pi, .infinity, .nan, 5e-300, 4.5, -78.55,
    ] {
      check(edge)
      check(-edge)
      check(edge.nextUp)
      check(edge.nextDown)
    }
    for _ in 0..<20_000 {
      check(Double(Int64.random(in: -99_999_999...99_999_999, using: &random)) / 100)
      check(Double(bitPattern: .random(in: .min ... .max, using: &random)))
      check(.random(in: -1...1, using: &random))
      check(.random(in: -1e15...1e15, using: &random))
    }
    #expect(wrong == [])
    #expect(Self.quick(-0.0) == nil)
    #if canImport(Glibc)
      #expect(Self.quick(9.2) == "9.199999999999999")
      #expect(Self.quick(-1_234_567) == "-1234567")
    #endif
  }

  private static func write(
    _ path: String, _ options: WorkbookOptions, rows: Int
  ) throws(XLSXError) {
    let book = try WorkbookFile(
      path: path, properties: DocumentProperties(created: 1_700_000_000), options: options)
    let format = try book.format(CellFormat { $0.numberFormat = "0.00" })
    let sheet = try book.addWorksheet("表")
    try book.withWorksheet(sheet) { sheet throws(XLSXError) in
      for row in 0..<rows {
        try sheet.write("第\(row)行 & <\(row &* 7_919)>", row: row, column: 0)
        try sheet.write(Double(row) / 8, row: row, column: 1, format: format)
        try sheet.write(1 / Double(row + 3), row: row, column: 2)
        try sheet.writeFormula(
          "B\(row + 1)*1.1", result: .number(Double(row) * 1.1e-5), row: row, column: 3)
        if row % 50 == 0 { try sheet.writeComment("注\(row)", row: row, column: 4) }
      }
    }
    try book.close()
  }

  /// Sizes below and above the buffers of streams and of the archive's writer.
  @Test(arguments: [0, 1, 300, 9_000]) func partsInMemoryMakeTheSameBytes(_ rows: Int) throws {
    let folder = TemporaryFolder()
    try Self.write(folder.path + "/files.xlsx", WorkbookOptions(), rows: rows)
    try Self.write(folder.path + "/memory.xlsx", WorkbookOptions(partsInMemory: true), rows: rows)
    let bytes = TestFile.bytes(folder.path + "/files.xlsx")
    #expect((bytes?.count ?? 0) > 1_000)
    #expect(bytes == TestFile.bytes(folder.path + "/memory.xlsx"))
    #expect(TestFile.names(in: folder.path).count == 2)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "needs root and mount"))
  func partsInMemoryDoNotNeedRoomForTemporaryFiles() throws {
    guard let disk = SmallDisk() else { throw SmallDisk.CannotMount() }
    let path = disk.folder.path + "/a.xlsx"
    let options = WorkbookOptions(temporaryFolder: disk.path, partsInMemory: true)
    try Self.write(path, options, rows: 6_000)
    try Self.write(disk.folder.path + "/b.xlsx", WorkbookOptions(), rows: 6_000)
    #expect(TestFile.bytes(path) == TestFile.bytes(disk.folder.path + "/b.xlsx"))
    #expect(TestFile.names(in: disk.path) == [])
  }

  @Test func threadsDoNotDisturbEachOther() async throws {
    let folder = TemporaryFolder()
    try Self.write(folder.path + "/one.xlsx", WorkbookOptions(), rows: 400)
    let wanted = TestFile.bytes(folder.path + "/one.xlsx")
    let path = folder.path
    let equal = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          let file = "\(path)/\(task).xlsx"
          let options = WorkbookOptions(partsInMemory: task % 2 == 0)
          guard (try? Self.write(file, options, rows: 400)) != nil else { return false }
          return TestFile.bytes(file) == wanted
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(equal)
  }
}
