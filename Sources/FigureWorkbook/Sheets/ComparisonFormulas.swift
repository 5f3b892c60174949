import ReportModel
import XLSXWriter

/// The formulas of a comparison's columns, over the cells of their own row.
struct ComparisonFormulas {
  /// The change in per cent.
  let rate: RowFormula
  private let basis: ComparisonBasis
  private let change: RowFormula
  /// By whether changes are told in points, and whether they are about right only.
  private var words: [RowFormula?] = [nil, nil, nil, nil]

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

  /// The change in words.
  ///
  /// - Parameters:
  ///   - row: What is compared.
  ///   - index: The row's index on the sheet, counted from 0.
  /// - Returns: The formula.
  mutating func words(_ row: ComparisonRow, inRow index: Int) -> String {
    let kind = (row.isInPoints ? 2 : 0) + (row.isApproximate ? 1 : 0)
    let formula = words[kind] ?? Self.words(basis, isInPoints: row.isInPoints, row.isApproximate)
    words[kind] = formula
    return formula.text(inRow: index, words: FormulaText.literal(row.unit.text))
  }

  private static func words(
    _ basis: ComparisonBasis, isInPoints: Bool, _ isApproximate: Bool
  ) -> RowFormula {
    let (now, base) = (cell(ComparisonSheet.nowColumn), cell(ComparisonSheet.baseColumn))
    let change = cell(ComparisonSheet.changeColumn)
    let rate = cell(ComparisonSheet.rateColumn)
    let (prefix, name) = (basis.prefix, basis.name)
    let about = isApproximate ? "约" : ""
    func verb(_ up: String) -> String {
      "IF(\(change)>0,\"\(prefix)\(up)\(about)\",\"\(prefix)下降\(about)\")"
    }
    let told =
      isInPoints
      ? "\(verb("提高"))&ABS(\(change))&\"个百分点\""
      : "IF(OR(\(base)<=0,\(now)<0),\"\(name)为\"&\(base)&\(RowFormula.words),"
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
