import ReportModel
import XLSXWriter

/// The formulas of a comparison's columns, over the cells of their own row.
struct ComparisonFormulas {
  /// The change in per cent.
  let rate: RowFormula
  private let basis: ComparisonBasis
  private let change: RowFormula

  init(_ basis: ComparisonBasis) {
    self.basis = basis
    let (now, base) = (Self.cell(ComparisonSheet.nowColumn), Self.cell(ComparisonSheet.baseColumn))
    let change = Self.cell(ComparisonSheet.changeColumn)
    rate = RowFormula(
      "IF(OR(\(now)=\"\",\(base)=\"\"),\"\",IF(OR(\(base)<=0,\(now)<0),\"\","
        + "ROUND(\(change)*100/\(base),1)))")
    self.change = Self.change(6)
  }

  /// The change, rounded to `digits` after the point and never to fewer than six.
  func change(digits: Int) -> RowFormula { digits > 6 ? Self.change(digits) : change }

  private static func change(_ digits: Int) -> RowFormula {
    let (now, base) = (cell(ComparisonSheet.nowColumn), cell(ComparisonSheet.baseColumn))
    return RowFormula(
      "IF(OR(\(now)=\"\",\(base)=\"\"),\"\",ROUND(\(now)-\(base),\(digits)))")
  }

  /// The change in words, for rows that are said like `row`.
  func words(_ row: ComparisonRow) -> RowFormula {
    let (now, base) = (Self.cell(ComparisonSheet.nowColumn), Self.cell(ComparisonSheet.baseColumn))
    let change = Self.cell(ComparisonSheet.changeColumn)
    let rate = Self.cell(ComparisonSheet.rateColumn)
    let (prefix, name) = (basis.prefix, basis.name)
    let about = row.isApproximate ? "约" : ""
    func verb(_ up: String) -> String {
      "IF(\(change)>0,\"\(prefix)\(up)\(about)\",\"\(prefix)下降\(about)\")"
    }
    let told =
      row.isInPoints
      ? "\(verb("提高"))&ABS(\(change))&\"个百分点\""
      : "IF(OR(\(base)<=0,\(now)<0),\"\(name)为\"&\(base)&\(FormulaText.literal(row.unit.text)),"
        + "IF(\(rate)=0,\"与\(name)基本持平\",\(verb("增长"))"
        + "&IF(ABS(\(rate))>=\(ComparisonRow.largestRate),"
        + "ROUND(ABS(\(change))/\(base),1)&\"倍\",ABS(\(rate))&\"%\")))"
    return RowFormula(
      "IF(OR(\(now)=\"\",\(base)=\"\"),IF(\(now)=\(base),\"\","
        + "IF(\(now)=\"\",\"本期没有数据\",\"\(name)没有数据\")),"
        + "IF(\(change)=0,\"与\(name)持平\",\(told)))")
  }

  private static func cell(_ column: Int) -> String {
    CellPosition.columnLetters(column) + RowFormula.row
  }
}

extension ComparisonRow {
  /// Whether the words of both rows' changes are made in the same way.
  func isSaid(like other: ComparisonRow) -> Bool {
    isApproximate == other.isApproximate && isInPoints == other.isInPoints
      && unit.text == other.unit.text
  }
}
