/// A workbook in memory, its sheets read on demand.
struct XLSXWorkbook: ~Copyable {
  /// A sheet by its name and part.
  struct SheetEntry {
    let name: String
    let part: String
    let isHidden: Bool
  }

  /// The most bytes a workbook may inflate to.
  static let largestSize = 1 << 29

  private(set) var sheets: [SheetEntry] = []
  private var archive: ZipArchive
  private var strings: [String] = []
  private var formats: [XLSXNumberFormat] = []
  private var from1904 = false

  private init(_ archive: consuming ZipArchive) {
    self.archive = archive
  }

  /// Opens a workbook and reads all but its sheets.
  static func open(
    _ bytes: [UInt8], limit: Int = largestSize
  ) throws(XLSXFault) -> XLSXWorkbook {
    // The signature of the compound files that old and that locked workbooks are.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrLocked }
    var workbook = XLSXWorkbook(try ZipArchive(bytes, limit: limit))
    try workbook.readIndex()
    return workbook
  }

  /// A sheet's cells.
  mutating func read(_ sheet: SheetEntry) throws(XLSXFault) -> XLSXSheet {
    let handler = XLSXSheetHandler(
      XLSXSheetBuilder(strings: strings, formats: formats, from1904: from1904))
    guard try parse(sheet.part, with: handler) else {
      throw .malformed(part: sheet.part, line: 0, words: "missing")
    }
    return handler.sheet
  }

  private mutating func readIndex() throws(XLSXFault) {
    let root = XLSXRelationships()
    _ = try parse("_rels/.rels", with: root)
    let part = Self.path(root.target(ofType: "officeDocument") ?? "xl/workbook.xml", in: "")
    let list = XLSXSheetList()
    guard try parse(part, with: list) else { throw .noWorkbook }
    from1904 = list.from1904
    let (folder, name) = Self.split(part)
    let relationships = XLSXRelationships()
    _ = try parse("\(folder)_rels/\(name).rels", with: relationships)
    sheets = list.entries.compactMap { entry in
      guard let found = relationships.targets[entry.relationship], found.type == "worksheet" else {
        return nil
      }
      return SheetEntry(
        name: entry.name, part: Self.path(found.target, in: folder), isHidden: entry.isHidden)
    }
    if let target = relationships.target(ofType: "styles") {
      let styles = XLSXStyles()
      _ = try parse(Self.path(target, in: folder), with: styles)
      formats = styles.formats
    }
    if let target = relationships.target(ofType: "sharedStrings") {
      let shared = XLSXSharedStrings()
      _ = try parse(Self.path(target, in: folder), with: shared)
      strings = shared.strings
    }
  }

  /// Parses a part; false where there is none.
  private mutating func parse(
    _ part: String, with handler: XMLPartHandler
  ) throws(XLSXFault) -> Bool {
    guard let reader = XMLPartReader(handler) else { throw .broken("out of memory") }
    var fault: XMLPartReader.Fault?
    let exists = try archive.read(part) { piece in
      do throws(XMLPartReader.Fault) {
        try reader.parse(piece)
        return true
      } catch {
        fault = error
        return false
      }
    }
    guard exists else { return false }
    if fault == nil {
      do throws(XMLPartReader.Fault) {
        try reader.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      } catch {
        fault = error
      }
    }
    switch fault {
    case .documentType: throw .documentType(part: part)
    case .malformed(let line, let words): throw .malformed(part: part, line: line, words: words)
    case nil: return true
    }
  }

  /// The folder of a part, with its slash, and its name.
  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", part) }
    let next = part.utf8.index(after: slash)
    return (String(part[..<next]), String(part[next...]))
  }

  /// The part a relationship's target names, which is absolute or seen from `folder`.
  private static func path(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
