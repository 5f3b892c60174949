/// A workbook put together part by part, so that each oddity can be written as it occurs.
struct TestWorkbook {
  /// The parts by name; those every workbook has are made from the rest.
  var parts: [(name: String, text: String)] = []
  private var sheets: [(name: String, state: String)] = []
  /// Attributes of `workbookPr`.
  var properties = ""
  /// The `si` elements of the shared strings.
  var strings: [String] = []
  /// Number formats by code; the style of a cell is its index + 1.
  var formats: [String] = []

  /// A workbook of one sheet, whose `sheetData` is `rows`.
  init(_ rows: String = "", sheet: String = "Sheet1", after: String = "") {
    if !rows.isEmpty { add(rows, sheet: sheet, after: after) }
  }

  /// Adds a sheet; `after` is what follows its `sheetData`.
  mutating func add(_ rows: String, sheet: String, after: String = "", state: String = "visible") {
    sheets.append((sheet, state))
    parts.append(
      (
        "xl/worksheets/sheet\(sheets.count).xml",
        "<worksheet xmlns=\"urn:main\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
      ))
  }

  /// A sheet's rows from texts: a number is a number cell, anything else an inline string.
  static func rows(_ lines: [[String]], from first: Int = 1) -> String {
    lines.enumerated().map { index, cells in
      let row = first + index
      let xml = cells.enumerated().map { column, text in
        let reference = "\(Character(Unicode.Scalar(UInt8(65 + column))))\(row)"
        if text.isEmpty { return "" }
        return Double(text) == nil
          ? "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
          : "<c r=\"\(reference)\"><v>\(text)</v></c>"
      }
      return "<row r=\"\(row)\">\(xml.joined())</row>"
    }.joined()
  }

  /// The workbook's bytes.
  var bytes: [UInt8] { StoredZip.archive(allParts) }

  private var allParts: [(name: String, text: String)] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" "
        + "r:id=\"rId\(index + 1)\"/>"
    }
    let targets = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\(200 + $0.offset)\" formatCode=\"\($0.element)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"urn:r\"><workbookPr \(properties)/><sheets>\(entries.joined())"
          + "</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships>\(targets.joined())"
          + "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"/xl/styles.xml\"/>"
          + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
          + "</Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
          + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings.joined())</sst>"),
    ] + parts
  }
}

/// A zip archive whose parts are stored, not compressed.
enum StoredZip {
  static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let data = Array(text.utf8)
      let offset = output.count
      let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
        + number(Int(checksum(data)), 4) + number(data.count, 4) + number(data.count, 4)
        + number(name.utf8.count, 2) + number(0, 2)
      output += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2)
      directory += number(0, 2) + number(0, 4) + number(offset, 4) + Array(name.utf8)
    }
    let start = output.count
    output += directory + [0x50, 0x4B, 5, 6] + number(0, 4)
    output += number(parts.count, 2) + number(parts.count, 2)
    return output + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// The checksum zip archives use, CRC-32 of ISO 3309.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in data {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
