import OfficePackages

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
  private var package: OfficePackage
  private var strings = XLSXStrings()
  private var formats: [XLSXNumberFormat] = []
  private var from1904 = false

  private init(_ package: consuming OfficePackage) {
    self.package = package
  }

  /// Opens a workbook and reads all but its sheets.
  static func open(
    _ bytes: [UInt8], limit: Int = largestSize
  ) throws(XLSXFault) -> XLSXWorkbook {
    // The signature of the compound files that old and that locked workbooks are.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrLocked }
    var workbook = XLSXWorkbook(try package(bytes, limit: limit))
    try workbook.readIndex()
    return workbook
  }

  /// A sheet's cells.
  mutating func read(_ sheet: SheetEntry) throws(XLSXFault) -> XLSXSheet {
    let handler = XLSXSheetHandler(
      XLSXSheetBuilder(strings: strings, formats: formats, from1904: from1904))
    do throws(PackageFault) {
      guard try package.parse(sheet.part, with: handler) else {
        throw PackageFault.malformed(part: sheet.part, line: 0, words: "missing")
      }
    } catch {
      throw .package(error)
    }
    return handler.sheet
  }

  private static func package(
    _ bytes: [UInt8], limit: Int
  ) throws(XLSXFault) -> OfficePackage {
    do throws(PackageFault) {
      return try OfficePackage(bytes, limit: limit)
    } catch {
      throw .package(error)
    }
  }

  /// The document's own properties by name; empty where it has none, or they cannot be read.
  mutating func customProperties() -> [String: String] {
    do throws(PackageFault) {
      guard let part = try package.relationships(of: "").target(ofType: "custom-properties") else {
        return [:]
      }
      let handler = XLSXProperties()
      _ = try package.parse(OfficePackage.path(part, in: ""), with: handler)
      return handler.values
    } catch {
      return [:]
    }
  }

  private mutating func readIndex() throws(XLSXFault) {
    let isWorkbook: Bool
    do throws(PackageFault) {
      isWorkbook = try readParts()
    } catch {
      throw .package(error)
    }
    guard isWorkbook else { throw .noWorkbook }
  }

  /// Reads all but the sheets; false where there is no workbook.
  private mutating func readParts() throws(PackageFault) -> Bool {
    let part = try package.mainPart() ?? "xl/workbook.xml"
    let list = XLSXSheetList()
    guard try package.parse(part, with: list) else { return false }
    from1904 = list.from1904
    let (folder, _) = OfficePackage.split(part)
    let relationships = try package.relationships(of: part)
    sheets = list.entries.compactMap { entry in
      guard let found = relationships.targets[entry.relationship], found.type == "worksheet" else {
        return nil
      }
      return SheetEntry(
        name: entry.name, part: OfficePackage.path(found.path, in: folder),
        isHidden: entry.isHidden)
    }
    if let target = relationships.target(ofType: "styles") {
      let styles = XLSXStyles()
      _ = try package.parse(OfficePackage.path(target, in: folder), with: styles)
      formats = styles.formats
    }
    if let target = relationships.target(ofType: "sharedStrings") {
      let shared = XLSXSharedStrings()
      _ = try package.parse(OfficePackage.path(target, in: folder), with: shared)
      strings = shared.strings
    }
    return true
  }
}
