import ReportModel
import SourceText
import XLSXWriter

/// How wide what a cell shows is, in the units of column widths.
///
/// A column's unit is the width of a digit of the default font (7 pixels at 11 points). In 宋体 of
/// 11 points a Chinese character is 15 pixels wide and a letter or digit half of that, so that a
/// width in display columns becomes one in units by a plain factor.
enum TypesetWidth {
  private static let unitsPerColumn = 15.0 / 14.0
  /// Letters of 9 points beside those of 11.
  private static let smallFactor = 9.0 / 11.0

  /// The width in units of what a cell shows.
  static func of(_ cell: CellLayout) -> Double {
    switch cell.content {
    case .blank: return 0
    case .text(let text), .link(let text, _), .formula(_, .text(let text)):
      let isSmall = cell.style.role == .small || cell.style.role == .smallLink
      return of(text) * (isSmall ? smallFactor : 1)
    case .number(let number), .formula(_, .number(let number)):
      let decimals = cell.style.decimals.map { max(Int($0), 0) }
      return Double(digits(of: number, decimals: decimals)) * unitsPerColumn
    }
  }

  /// The width in units of the longest line of a text.
  static func of(_ text: some StringProtocol) -> Double {
    var text = String(text)
    return Double(text.withUTF8(widest)) * unitsPerColumn
  }

  private static func widest(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var widest = 0
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A:
        widest = max(widest, width)
        width = 0
        index += 1
      case 0x20..<0x7F:
        width += 1
        index += 1
      case 0xE5...0xE9:
        // U+5000 to U+9FFF.
        width += 2
        index += 3
      default:
        let (scalar, length) = scalar(bytes[index...])
        width += columns(of: scalar)
        index += length
      }
    }
    return max(widest, width)
  }

  /// The first character of some bytes, and how many it takes.
  private static func scalar(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (Unicode.Scalar, length: Int) {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (" ", 1) }
    return (scalar, UTF8.width(scalar))
  }

  /// Quotation marks, dashes and dots that Chinese fonts draw as wide as a character.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0xB7, 0xD7, 0xF7, 0x2460...0x24FF: 2
    default: DisplayWidth.width(of: scalar)
    }
  }

  /// How many characters a number shows, grouping marks included.
  private static func digits(of number: ExactDecimal, decimals: Int?) -> Int {
    // One digit stands before the point at least; a minus is as wide as a digit.
    var rest = number.significand.magnitude
    var count = 0
    while rest >= 1_000_000_000_000_000_000 {
      rest /= 10
      count += 1
    }
    var small = UInt64(truncatingIfNeeded: rest)
    while small > 0 {
      small /= 10
      count += 1
    }
    let whole = max(count - number.scale, 1) + (number.isNegative ? 1 : 0)
    let decimals = decimals ?? number.scale
    return whole + max(whole - 1, 0) / 3 + (decimals > 0 ? decimals + 1 : 0)
  }
}

extension SheetLayout {
  /// Sets the heights of rows without one to the lines that their texts are broken into.
  ///
  /// Not every program fits rows to their texts by itself when it opens a file.
  private mutating func fitRows(_ range: Range<Int>, least: Double = 20) {
    for row in range.clamped(to: rows.indices) where rows[row].height == nil {
      var height = least
      for (column, cell) in rows[row].cells.enumerated() where column < columnWidths.count {
        guard cell.style.role == .wrapped || cell.style.role == .small else { continue }
        let lines = Self.lines(of: cell, width: columnWidths[column] - 1.2)
        height = max(height, Double(lines) * (cell.style.role == .small ? 12.5 : 15) + 5)
      }
      // 409 points are the most a row can have.
      rows[row].height = min(height, 409)
    }
  }

  /// How many lines a text takes, with room to spare: a line may end early where a word does not
  /// fit, and a font that stands in for a missing one may be wider.
  private static func lines(of cell: CellLayout, width: Double) -> Int {
    guard let text = cell.shownText else { return 1 }
    guard text.utf8.contains(0x0A) else {
      return max(1, Int((TypesetWidth.of(cell) * 1.2 / max(width, 4)).rounded(.up)))
    }
    let all = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
    return all.reduce(0) { sum, line in
      let part = CellLayout(.text(String(line)), cell.style)
      return sum + max(1, Int((TypesetWidth.of(part) * 1.2 / max(width, 4)).rounded(.up)))
    }
  }

  /// Sets the widths of columns to what stands in them, within limits, and the rows' heights.
  ///
  /// - Parameters:
  ///   - range: The rows that count; titles above a table do not.
  ///   - limits: The least and greatest width of each column.
  mutating func fitColumns(to range: Range<Int>, within limits: [ClosedRange<Double>]) {
    var widths = limits.map(\.lowerBound)
    for row in rows[range.clamped(to: rows.indices)] {
      for (column, cell) in row.cells.enumerated() where column < widths.count {
        // A filter's button takes two characters beside a head.
        let margin = cell.style.role == .head ? 3.6 : 1.6
        let width = min(TypesetWidth.of(cell) + margin, limits[column].upperBound)
        widths[column] = max(widths[column], width)
      }
    }
    columnWidths = widths.map { ($0 * 10).rounded(.up) / 10 }
    fitRows(range)
  }
}
