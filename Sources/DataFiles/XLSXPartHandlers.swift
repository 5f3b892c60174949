import OfficePackages

/// Collects the sheets of a workbook.
final class XLSXSheetList: XMLPartHandler {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var from1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if "sheet" ~= name, let title = attributes["name"], let id = attributes["id"] {
      let state = attributes["state"] ?? "visible"
      entries.append(Entry(name: title, relationship: id, isHidden: state != "visible"))
    } else if "workbookPr" ~= name {
      from1904 = attributes.flag("date1904")
    }
  }

}

/// Collects what number format each cell style has.
final class XLSXStyles: XMLPartHandler {
  private(set) var formats: [XLSXNumberFormat] = []
  private var own: [Int: XLSXNumberFormat] = [:]
  private var isInCellFormats = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if "xf" ~= name, isInCellFormats {
      let id = attributes.integer("numFmtId") ?? 0
      formats.append(own[id] ?? XLSXNumberFormat(builtIn: id))
    } else if "cellXfs" ~= name {
      isInCellFormats = true
    } else if "numFmt" ~= name, let id = attributes.integer("numFmtId"),
      let code = attributes["formatCode"]
    {
      own[id] = XLSXNumberFormat(code: code)
    }
  }

  override func end(_ name: XMLName) {
    if "cellXfs" ~= name { isInCellFormats = false }
  }

}

/// Collects the shared strings: the runs of a rich text joined, phonetic hints left out.
final class XLSXSharedStrings: XMLPartHandler {
  private(set) var strings = XLSXStrings()
  private var buffer: [UInt8] = []
  private var isInText = false
  private var isInHint = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isLetter("t") {
      isInText = !isInHint
    } else if "si" ~= name {
      buffer.removeAll(keepingCapacity: true)
    } else if "rPh" ~= name {
      isInHint = true
    }
  }

  override func end(_ name: XMLName) {
    if name.isLetter("t") {
      isInText = false
    } else if "si" ~= name {
      strings.append(buffer)
    } else if "rPh" ~= name {
      isInHint = false
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { buffer.append(contentsOf: bytes) }
  }
}

/// Collects the document's own properties (ECMA-376 part 1, 22.3), whatever type they have.
final class XLSXProperties: XMLPartHandler {
  private(set) var values: [String: String] = [:]
  private var name: String?
  private var buffer: [UInt8] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if "property" ~= name { self.name = attributes["name"] }
    buffer.removeAll(keepingCapacity: true)
  }

  override func end(_ name: XMLName) {
    guard let own = self.name else { return }
    if "property" ~= name {
      self.name = nil
    } else {
      values[own] = String(decoding: buffer, as: UTF8.self)
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if name != nil { buffer.append(contentsOf: bytes) }
  }
}
