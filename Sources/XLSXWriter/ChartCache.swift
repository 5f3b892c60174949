import CXLSXWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Cells that a chart shows, and the library's list of what they hold.
///
/// The library fills these lists itself, but takes every formula for 0: programs that do not
/// calculate would show an empty chart.
struct ChartCache {
  let reference: SheetRange
  /// The worksheet the chart stands on.
  let chartSheet: String
  let range: UnsafeMutablePointer<lxw_series_range>

  /// Takes the values from the cells of `sheet`, which is the one referred to.
  func fill(from sheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard let bounds = reference.range.bounds, let list = range.pointee.data_cache else { return }
    range.pointee.ignore_cache = 1
    var count: UInt16 = 0
    for row in bounds.firstRow...bounds.lastRow {
      let found = lxw_worksheet_find_row(sheet, row)
      for column in bounds.firstColumn...bounds.lastColumn {
        guard
          let memory = calloc(1, MemoryLayout<lxw_series_data_point>.stride)
        else { return }
        let point = memory.bindMemory(to: lxw_series_data_point.self, capacity: 1)
        set(point, to: lxw_worksheet_find_cell_in_row(found, column))
        append(point, to: list)
        count &+= 1
      }
    }
    range.pointee.num_data_points = count
  }

  private func append(
    _ point: UnsafeMutablePointer<lxw_series_data_point>,
    to list: UnsafeMutablePointer<lxw_series_data_points>
  ) {
    guard let last = list.pointee.stqh_last else { return free(point) }
    last.pointee = point
    let offset = MemoryLayout<lxw_series_data_point>.offset(of: \.list_pointers) ?? 0
    let next = UnsafeMutableRawPointer(point) + offset
    list.pointee.stqh_last = next.assumingMemoryBound(
      to: UnsafeMutablePointer<lxw_series_data_point>?.self)
  }

  private func set(
    _ point: UnsafeMutablePointer<lxw_series_data_point>, to cell: UnsafeMutablePointer<lxw_cell>?
  ) {
    guard let cell else {
      point.pointee.no_data = 1
      return
    }
    switch cell.pointee.type {
    case NUMBER_CELL, BOOLEAN_CELL: point.pointee.number = cell.pointee.u.number
    case STRING_CELL: set(point, text: cell.pointee.sst_string)
    case FORMULA_CELL:
      if let text = cell.pointee.user_data2 {
        set(point, text: text)
      } else {
        point.pointee.number = cell.pointee.formula_result
      }
    default: point.pointee.no_data = 1
    }
  }

  private func set(
    _ point: UnsafeMutablePointer<lxw_series_data_point>, text: UnsafePointer<CChar>?
  ) {
    guard let text, let copy = strdup(text) else { return }
    point.pointee.string = copy
    point.pointee.is_string = 1
    range.pointee.has_string_cache = 1
  }
}
