#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension XLSXError: CustomStringConvertible {
  /// The error in English, with its place.
  public var description: String { english }

  /// The error in English, with its place.
  public var english: String {
    switch (sheet, cell) {
    case (let sheet?, let cell?): "\(SheetRange.quoted(sheet))!\(cell.a1): \(kind.english)"
    case (let sheet?, nil): "\(SheetRange.quoted(sheet)): \(kind.english)"
    case (nil, let cell?): "\(cell.a1): \(kind.english)"
    case (nil, nil): kind.english
    }
  }

  static func systemText(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  static func scalarText(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func numberText(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return "\(whole)" }
    return "\(number)"
  }
}

extension XLSXError.Kind {
  fileprivate var english: String {
    switch self {
    case .badPath(let path, let fault): "\(path): \(fault.english)"
    case .system(let path, let code): "\(path): \(XLSXError.systemText(code))"
    case .incompleteFile(let part):
      "the part \(part) of the file is incomplete; is a disk full?"
    case .decimalMark: "the process has a decimal mark other than the point (LC_NUMERIC)"
    case .library(let words): words
    case .badName(let subject, let name, let fault):
      "\(subject.english) “\(name)” \(fault.english)"
    case .noSuchSheet(let name): "there is no worksheet “\(name)”"
    case .unknownFormat: "the format does not belong to this workbook"
    case .outsideSheet: "no worksheet has this cell (1,048,576 rows, 16,384 columns)"
    case .rowOutOfOrder: "with constant memory, rows must be written from the top down"
    case .notWithConstantMemory(let subject):
      "\(subject.english) cannot be used like this with constant memory"
    case .notFinite(let subject): "\(subject.english) is infinite or not a number"
    default: englishOfContent
    }
  }

  private var englishOfContent: String {
    switch self {
    case .outsideLimits(let subject, let value, let lowest, let highest):
      "\(subject.english) is \(XLSXError.numberText(value)), allowed are "
        + "\(XLSXError.numberText(lowest)) to \(XLSXError.numberText(highest))"
    case .badCharacter(let subject, let scalar, let offset):
      "\(subject.english) holds \(XLSXError.scalarText(scalar)) at byte \(offset), "
        + "which a workbook cannot hold"
    case .tooLong(let subject, let length, let limit, let unit):
      "\(subject.english) is too long: \(length) \(unit.english), at most \(limit)"
    case .empty(let subject): "\(subject.english) is empty"
    case .misread(let subject, let text): "\(subject.english) would be misread: “\(text)”"
    case .overlap(let subject, let range, let other):
      "\(subject.english) \(range.a1) overlaps \(other.a1)"
    case .mergeHidesContent(let range): "merging \(range.a1) would hide what a cell holds"
    case .badRange(let subject, let range): "\(subject.english) cannot cover \(range.a1)"
    case .tooMany(let subject, let limit): "\(subject.english): more than \(limit)"
    case .noVisibleSheet: "the worksheet to open on is hidden"
    case .notForThisChart(let subject): "\(subject.english) does not belong to this kind of chart"
    default: "unknown failure"
    }
  }
}

extension XLSXError.PathFault {
  fileprivate var english: String {
    switch self {
    case .malformed: "not a path"
    case .isFolder: "is a folder"
    case .notARegularFile: "is not a regular file"
    case .noFolder: "the folder does not exist"
    case .folderNotWritable: "the folder cannot be written to"
    }
  }
}

extension XLSXError.NameFault {
  fileprivate var english: String {
    switch self {
    case .empty: "is empty"
    case .tooLong(let limit, let unit): "is longer than \(limit) \(unit.english)"
    case .badCharacter(let scalar): "may not hold \(XLSXError.scalarText(scalar))"
    case .apostropheAtEnd: "may not begin or end with an apostrophe"
    case .reserved: "means something else to a spreadsheet"
    case .duplicate: "is already taken"
    }
  }
}

extension XLSXError.LengthUnit {
  fileprivate var english: String {
    switch self {
    case .utf16: "UTF-16 units"
    case .utf8: "UTF-8 bytes"
    case .items: "items"
    }
  }
}

extension XLSXError.Subject {
  fileprivate var english: String { words.english }
}
