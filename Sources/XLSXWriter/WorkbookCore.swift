import CFastDeflate
import CFastParts
import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a workbook and its worksheets share: the library's object and what the library does not
/// check for itself.
final class WorkbookCore {
  /// Nil once the library has freed it, which closing does even when it fails.
  private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
  let formats: FormatTable
  let output: OutputFile
  let options: WorkbookOptions
  var sheets: [SheetState] = []
  /// Worksheet, name and property names in use, in the form in which they are compared.
  var sheetNames: Set<String> = []
  var definedNames: Set<String> = []
  var propertyNames: Set<String> = []
  var activeSheet: Int?
  /// The cells that charts show; their cached values are filled in before closing.
  var chartRanges: [ChartCache] = []

  init(path: String, options: WorkbookOptions) throws(XLSXError) {
    let output = try OutputFile(path: path)
    if let folder = options.temporaryFolder { try OutputFile.checkFolder(folder) }
    try Self.checkDecimalMark()
    self.output = output
    self.options = options
    let made = CStrings.with { strings in
      var settings = lxw_workbook_options()
      settings.constant_memory = options.constantMemory ? 1 : 0
      settings.use_zip64 = options.allowsHugeParts ? 1 : 0
      settings.tmpdir = strings.add(options.temporaryFolder ?? output.folder)
      // The library takes the name now and opens it when closing; the real one is set then.
      return workbook_new_opt(output.path, &settings)
    }
    guard let made else { throw XLSXError(.library("out of memory")) }
    do {
      formats = try FormatTable(of: made)
    } catch {
      lxw_workbook_free(made)
      throw error
    }
    workbook = made
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  /// The library prints numbers with the process's decimal mark.
  static func checkDecimalMark() throws(XLSXError) {
    guard let conventions = localeconv(), let mark = conventions.pointee.decimal_point,
      mark[0] == CChar(bitPattern: UInt8(ascii: ".")), mark[1] == 0
    else { throw XLSXError(.decimalMark) }
  }

  /// The library's object; there is one until the workbook is closed, which ends its use.
  func open() throws(XLSXError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let workbook else { throw XLSXError(.library("the workbook is closed")) }
    return workbook
  }

  func sheetIndex(named name: String) -> Int? {
    let folded = NameRules.folded(name)
    return sheets.firstIndex { NameRules.folded($0.name) == folded }
  }

  /// Writes the file under a name of its own, checks it, and puts it in the old one's place.
  func finish() throws(XLSXError) {
    try make { temporary, _ throws(XLSXError) in
      try output.replace(with: temporary, syncs: options.syncs)
    }
  }

  /// Writes the file under a name of its own, checks it, and takes it away again.
  func finishedBytes() throws(XLSXError) -> [UInt8] {
    var bytes: [UInt8] = []
    try make { temporary, file throws(XLSXError) in
      bytes = file.bytes
      unlink(temporary)
    }
    return bytes
  }

  private func make(
    _ use: (String, borrowing FinishedFile) throws(XLSXError) -> Void
  ) throws(XLSXError) {
    try Self.checkDecimalMark()
    try checkVisibility()
    try fillChartCaches()
    try flushRows()
    if options.removesLeftovers { output.removeLeftovers() }
    let (temporary, lock) = try output.makeTemporary()
    defer { close(lock) }
    do throws(XLSXError) {
      let space = try pack(into: temporary)
      let file = try FinishedFile(path: temporary)
      try file.check(freeSpace: space)
      try use(temporary, file)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Writes the file, and returns how much room there was for temporary files all the while.
  private func pack(into path: String) throws(XLSXError) -> UInt64? {
    guard !options.partsInMemory else {
      try packParts(into: path)
      return .max
    }
    let folder = options.temporaryFolder ?? output.folder
    let before = DiskSpace.free(in: folder)
    try packParts(into: path)
    let after = DiskSpace.free(in: folder)
    return before.flatMap { before in after.map { min(before, $0) } }
  }

  private func packParts(into path: String) throws(XLSXError) {
    let workbook = try open()
    guard let name = strdup(path) else { throw XLSXError(.library("out of memory")) }
    free(workbook.pointee.filename)
    workbook.pointee.filename = name
    self.workbook = nil
    let inMemory: Int32 = options.partsInMemory ? 1 : 0
    fast_deflate_enter()
    fast_parts_enter(inMemory)
    errno = 0
    let status = workbook_close(workbook)
    let code = errno
    let isShort = fast_parts_leave(inMemory) != 0
    fast_deflate_leave()
    guard !isShort else { throw XLSXError(.library("out of memory")) }
    guard let failure = LibraryStatus.failure(status) else { return }
    if code == ENOSPC || code == EDQUOT || code == EFBIG || code == EIO {
      throw XLSXError(.system(path: output.path, code: code))
    }
    throw XLSXError(failure)
  }

  /// With constant memory, rows already went to a temporary file whose errors nobody looks at.
  private func flushRows() throws(XLSXError) {
    guard options.constantMemory else { return }
    for state in sheets {
      lxw_worksheet_write_single_row(state.sheet)
      guard let file = state.sheet.pointee.optimize_tmpfile else { continue }
      errno = 0
      if fflush(file) != 0 || ferror(file) != 0 {
        let folder = options.temporaryFolder ?? output.folder
        throw XLSXError(
          .system(path: folder, code: errno == 0 ? ENOSPC : errno), sheet: state.name)
      }
    }
  }

  /// The library shows the first worksheet when none is chosen, even if it was hidden.
  private func checkVisibility() throws(XLSXError) {
    guard !sheets.isEmpty else { throw XLSXError(.empty(.sheets)) }
    guard let shown = activeSheet ?? sheets.firstIndex(where: { !$0.hidden }) else {
      throw XLSXError(.noVisibleSheet)
    }
    if sheets[shown].hidden { throw XLSXError(.noVisibleSheet, sheet: sheets[shown].name) }
    for state in sheets where state.hidden { worksheet_hide(state.sheet) }
    worksheet_activate(sheets[shown].sheet)
    if shown != 0 {
      worksheet_set_first_sheet(sheets[0].hidden ? sheets[shown].sheet : sheets[0].sheet)
    }
  }

  private func fillChartCaches() throws(XLSXError) {
    for cache in chartRanges {
      guard let index = sheetIndex(named: cache.reference.sheet) else {
        throw XLSXError(.noSuchSheet(cache.reference.sheet), sheet: cache.chartSheet)
      }
      if !options.constantMemory { cache.fill(from: sheets[index].sheet) }
    }
  }
}

/// What is known of one worksheet beyond what the library keeps.
final class SheetState {
  let name: String
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  var merges = RangeIndex()
  var tables = RangeIndex()
  var columns = RangeIndex()
  var columnRanges: Set<CellRange> = []
  var filter: CellRange?
  var validations = 0
  var hidden = false

  init(name: String, sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.name = name
    self.sheet = sheet
  }
}
