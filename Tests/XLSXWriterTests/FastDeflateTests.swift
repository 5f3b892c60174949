import CFastDeflate
import CXLSXWriter
import TestSupport
import Testing
import XLSXWriter

/// Workbooks packed by the faster deflate, where it is built in, and streams that are not ours.
struct FastDeflateTests {
  /// Sizes around the buffers of the archive writer and of deflate.
  @Test(.enabled(if: TestProcess.pythonWithOpenpyxl != nil), arguments: [0, 1, 700, 20_000])
  func partsOfAnySizeReadBack(_ rows: Int) throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      for row in 0..<rows {
        try sheet.write("第\(row)行\(row &* 7_919 % 1_000)", row: row, column: 0)
        try sheet.write(Double(row) / 8, row: row, column: 1)
      }
    }
    let lines = OfficeCheck.lines(
      """
      sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
      rows = [] if sheet['A1'].value is None else list(sheet.iter_rows(values_only=True))
      print(len(rows), all(r == (f'第{i}行{i * 7919 % 1000}', i / 8) for i, r in enumerate(rows)))
      """, book.path)
    #expect(lines == ["\(rows) True"])
  }

  @Test func streamsOfOthersGoToZlib() {
    fast_deflate_enter()
    defer { fast_deflate_leave() }
    let text = Array(String(repeating: "统计数字", count: 5_000).utf8)
    var packed = [UInt8](repeating: 0, count: 100_000)
    var count = UInt(packed.count)
    // With a head, which the ZIP writer's streams lack.
    #expect(compress2(&packed, &count, text, UInt(text.count), 6) == Z_OK)
    var unpacked = [UInt8](repeating: 0, count: text.count)
    var length = UInt(unpacked.count)
    #expect(uncompress(&unpacked, &length, packed, count) == Z_OK)
    #expect(unpacked == text)
  }

  @Test func sumsAreThoseOfZlib() {
    let bytes = Array("123456789".utf8)
    #expect(crc32(0, bytes, 9) == 0xCBF4_3926)
    #expect(crc32(crc32(0, bytes, 4), Array(bytes[4...]), 5) == 0xCBF4_3926)
    #expect(crc32(7, nil, 0) == 0)
  }
}
