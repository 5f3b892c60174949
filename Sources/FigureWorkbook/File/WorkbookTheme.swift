import XLSXWriter

/// How the roles of cells look.
///
/// Words are in 宋体, which every Chinese Windows has, WPS maps on Linux, and whose letters and
/// digits are exactly half as wide as its characters, so that column widths can be worked out;
/// titles and heads are in 黑体, its usual companion. Fills are light, for pages are printed.
enum WorkbookTheme {
  static let overviewTab = Color(rgb: 0x1F4E79)
  static let dataTab = Color(rgb: 0x2E75B6)
  static let textTab = Color(rgb: 0x548235)
  static let proofTab = Color(rgb: 0x7F7F7F)

  /// The colours of charts: this period and the one before.
  static let thisPeriod = Color(rgb: 0x2E75B6)
  static let lastPeriod = Color(rgb: 0xBDC9D7)

  private static let body = "宋体"
  private static let heading = "黑体"
  private static let ink = Color(rgb: 0x1F3864)
  private static let grey = Color(rgb: 0x595959)
  private static let linkInk = Color(rgb: 0x0563C1)
  private static let headFill = Color(rgb: 0xDCE6F1)
  private static let totalFill = Color(rgb: 0xF2F2F2)
  private static let grid = Color(rgb: 0xBFBFBF)

  /// The look of a style.
  static func format(of style: CellStyle) -> CellFormat {
    CellFormat { format in
      format.fontName = body
      format.fontSize = 11
      format.vertical = .center
      format.numberFormat = style.numberFormat
      format.locked = !style.isOpen
      shape(&format, style.role)
    }
  }

  /// The look of a conditional look: only what it changes.
  static func format(of look: SheetLayout.ConditionalLook.Look) -> CellFormat {
    CellFormat { format in
      switch look {
      case .band: format.background = Color(rgb: 0xF5F8FC)
      case .good:
        format.background = Color(rgb: 0xE2EFDA)
        format.fontColor = Color(rgb: 0x375623)
      case .doubtful:
        format.background = Color(rgb: 0xFFF2CC)
        format.fontColor = Color(rgb: 0x7F6000)
      case .bad:
        format.background = Color(rgb: 0xFBE0DD)
        format.fontColor = Color(rgb: 0x9C0006)
      case .increase: format.fontColor = Color(rgb: 0x1F5FA8)
      case .decrease: format.fontColor = Color(rgb: 0xC55A11)
      }
    }
  }

  private static func shape(_ format: inout CellFormat, _ role: CellStyle.Role) {
    switch role {
    case .plain, .title, .subtitle, .section, .link: shapeFree(&format, role)
    default: shapeBoxed(&format, role)
    }
  }

  /// Cells outside of tables have no lines around them.
  private static func shapeFree(_ format: inout CellFormat, _ role: CellStyle.Role) {
    switch role {
    case .title, .section:
      format.fontName = heading
      format.fontSize = role == .title ? 16 : 12
      format.fontColor = ink
    case .subtitle:
      format.fontSize = 9
      format.fontColor = grey
    case .link:
      format.fontSize = 10
      format.fontColor = linkInk
      format.underline = true
    default: break
    }
  }

  private static func shapeBoxed(_ format: inout CellFormat, _ role: CellStyle.Role) {
    format.borders = .all(.thin, color: grid)
    switch role {
    case .head:
      format.fontName = heading
      format.fontColor = ink
      format.background = headFill
      format.horizontal = .center
      format.wrapsText = true
    case .label:
      format.fontColor = grey
      format.background = totalFill
    case .centered, .verdict: format.horizontal = .center
    case .wrapped: format.wrapsText = true
    case .small:
      format.fontSize = 9
      format.wrapsText = true
    case .code:
      format.fontName = "Consolas"
      format.fontSize = 8
    case .number: format.horizontal = .right
    case .derived:
      format.horizontal = .right
      format.fontColor = grey
    case .totalText, .totalCentered, .totalNumber:
      format.fontName = heading
      format.background = totalFill
      format.borders.top = CellFormat.Border(.medium, color: ink)
      if role == .totalNumber { format.horizontal = .right }
      if role == .totalCentered { format.horizontal = .center }
    case .tableLink, .smallLink:
      if role == .smallLink { format.fontSize = 9 }
      format.fontColor = linkInk
      format.underline = true
      format.wrapsText = true
    default: break
    }
  }
}
