import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The formats of one workbook, each made once.
///
/// Handles are looked up per cell: the table has a slot for every index a ``FormatID`` can hold, so
/// that a look-up is one load without a check of bounds.
final class FormatTable {
  /// The most formats a workbook holds; spreadsheets refuse more than about 65,000.
  static let limit = 64_000

  let handles: UnsafeMutablePointer<UnsafeMutablePointer<lxw_format>?>
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var cellFormats: [CellFormat: FormatID] = [:]
  private var differences: [CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

  /// A format that is the same as having none, for cells that must exist though they are empty.
  let plain: UnsafeMutablePointer<lxw_format>

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) throws(XLSXError) {
    guard let memory = calloc(Int(UInt16.max) + 1, MemoryLayout<UnsafeRawPointer?>.stride)
    else { throw XLSXError(.library("out of memory")) }
    guard let plain = workbook_add_format(workbook) else {
      free(memory)
      throw XLSXError(.library("out of memory"))
    }
    self.workbook = workbook
    self.plain = plain
    handles = memory.bindMemory(
      to: UnsafeMutablePointer<lxw_format>?.self, capacity: Int(UInt16.max) + 1)
  }

  deinit {
    free(handles)
  }

  func id(of format: CellFormat) throws(XLSXError) -> FormatID {
    if let known = cellFormats[format] { return known }
    guard cellFormats.count < Self.limit else {
      throw XLSXError(.tooMany(.format, limit: Self.limit))
    }
    let index = UInt16(truncatingIfNeeded: cellFormats.count + 1)
    handles[Int(index)] = try make(format)
    let id = FormatID(index: index)
    cellFormats[format] = id
    return id
  }

  /// A format for a conditional rule: the library keeps these in a table of their own and changes
  /// the colours of those in the other one.
  func difference(of format: CellFormat) throws(XLSXError) -> UnsafeMutablePointer<lxw_format> {
    if let known = differences[format] { return known }
    guard differences.count < Self.limit else {
      throw XLSXError(.tooMany(.format, limit: Self.limit))
    }
    let made = try make(format)
    differences[format] = made
    return made
  }

  private func make(_ format: CellFormat) throws(XLSXError) -> UnsafeMutablePointer<lxw_format> {
    try Self.check(format)
    guard let made = workbook_add_format(workbook) else {
      throw XLSXError(.library("out of memory"))
    }
    Self.setFont(made, format)
    Self.setAlignment(made, format)
    Self.setBorders(made, format.borders)
    if let color = format.background {
      format_set_pattern(made, UInt8(truncatingIfNeeded: LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(made, color.libraryValue)
    }
    if let numberFormat = format.numberFormat { format_set_num_format(made, numberFormat) }
    if !format.locked { format_set_unlocked(made) }
    if format.hidesFormula { format_set_hidden(made) }
    return made
  }

  /// The library cuts names at 127 bytes and ignores other bad values without a word.
  private static func check(_ format: CellFormat) throws(XLSXError) {
    try checkField(format.fontName, .fontName)
    try checkField(format.numberFormat, .numberFormat)
    if let size = format.fontSize {
      guard size.isFinite else { throw XLSXError(.notFinite(.fontSize)) }
      try checkLimits(size, 1, 409, .fontSize)
    }
    try checkLimits(Double(format.indent), 0, 15, .indent)
    if format.rotation != 270 { try checkLimits(Double(format.rotation), -90, 90, .rotation) }
  }

  private static func checkField(
    _ text: String?, _ subject: XLSXError.Subject
  ) throws(XLSXError) {
    guard let text else { return }
    guard !text.isEmpty else { throw XLSXError(.empty(subject)) }
    _ = try CellText.prepared(text, subject)
    let limit = Int(LXW_FORMAT_FIELD_LEN) - 1
    guard text.utf8.count <= limit else {
      throw XLSXError(
        .tooLong(subject, length: text.utf8.count, limit: limit, unit: .utf8))
    }
  }

  private static func checkLimits(
    _ value: Double, _ lowest: Double, _ highest: Double, _ subject: XLSXError.Subject
  ) throws(XLSXError) {
    guard value >= lowest, value <= highest else {
      throw XLSXError(.outsideLimits(subject, value: value, lowest: lowest, highest: highest))
    }
  }

  private static func setFont(_ made: UnsafeMutablePointer<lxw_format>, _ format: CellFormat) {
    if let name = format.fontName { format_set_font_name(made, name) }
    if let size = format.fontSize { format_set_font_size(made, size) }
    if format.bold { format_set_bold(made) }
    if format.italic { format_set_italic(made) }
    if format.underline {
      format_set_underline(made, UInt8(truncatingIfNeeded: LXW_UNDERLINE_SINGLE.rawValue))
    }
    if format.strikeout { format_set_font_strikeout(made) }
    if let color = format.fontColor { format_set_font_color(made, color.libraryValue) }
  }

  private static func setAlignment(
    _ made: UnsafeMutablePointer<lxw_format>, _ format: CellFormat
  ) {
    if let horizontal = format.horizontal {
      format_set_align(made, UInt8(truncatingIfNeeded: horizontal.libraryValue.rawValue))
    }
    if let vertical = format.vertical {
      format_set_align(made, UInt8(truncatingIfNeeded: vertical.libraryValue.rawValue))
    }
    if format.wrapsText { format_set_text_wrap(made) }
    if format.shrinksToFit { format_set_shrink(made) }
    if format.indent != 0 { format_set_indent(made, UInt8(truncatingIfNeeded: format.indent)) }
    if format.rotation != 0 {
      format_set_rotation(made, Int16(truncatingIfNeeded: format.rotation))
    }
  }

  private static func setBorders(
    _ made: UnsafeMutablePointer<lxw_format>, _ borders: CellFormat.Borders
  ) {
    func set(
      _ border: CellFormat.Border?,
      style: (UnsafeMutablePointer<lxw_format>?, UInt8) -> Void,
      color: (UnsafeMutablePointer<lxw_format>?, lxw_color_t) -> Void
    ) {
      guard let border else { return }
      style(made, UInt8(truncatingIfNeeded: border.style.libraryValue.rawValue))
      if let chosen = border.color { color(made, chosen.libraryValue) }
    }
    set(borders.top, style: format_set_top, color: format_set_top_color)
    set(borders.bottom, style: format_set_bottom, color: format_set_bottom_color)
    set(borders.left, style: format_set_left, color: format_set_left_color)
    set(borders.right, style: format_set_right, color: format_set_right_color)
  }
}

extension CellFormat.HorizontalAlignment {
  fileprivate var libraryValue: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    case .fill: LXW_ALIGN_FILL
    case .justify: LXW_ALIGN_JUSTIFY
    case .distributed: LXW_ALIGN_DISTRIBUTED
    case .centerAcross: LXW_ALIGN_CENTER_ACROSS
    }
  }
}

extension CellFormat.VerticalAlignment {
  fileprivate var libraryValue: lxw_format_alignments {
    switch self {
    case .top: LXW_ALIGN_VERTICAL_TOP
    case .center: LXW_ALIGN_VERTICAL_CENTER
    case .bottom: LXW_ALIGN_VERTICAL_BOTTOM
    case .justify: LXW_ALIGN_VERTICAL_JUSTIFY
    case .distributed: LXW_ALIGN_VERTICAL_DISTRIBUTED
    }
  }
}

extension CellFormat.Border.Style {
  fileprivate var libraryValue: lxw_format_borders {
    switch self {
    case .thin: LXW_BORDER_THIN
    case .medium: LXW_BORDER_MEDIUM
    case .thick: LXW_BORDER_THICK
    case .double: LXW_BORDER_DOUBLE
    case .hair: LXW_BORDER_HAIR
    case .dashed: LXW_BORDER_DASHED
    case .dotted: LXW_BORDER_DOTTED
    }
  }
}
