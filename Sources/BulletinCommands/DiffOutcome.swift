import ReportMerge
import ReportModel
import SourceText

/// A comparison with the texts it is of.
struct DiffOutcome {
  let comparison: TextComparison
  let old: SourceFile
  let new: SourceFile

  init(_ comparison: TextComparison, old: SourceFile, new: SourceFile) {
    self.comparison = comparison
    self.old = old
    self.new = new
  }

  /// The figures that are not the same on both sides.
  var changedFigures: [TextComparison.Figure] { comparison.figures.filter { !$0.isSame } }

  /// How many figures changed, are new, are gone, are the same.
  var counts: (changed: Int, added: Int, dropped: Int, same: Int) {
    let changed = changedFigures
    return (
      changed.count { $0.old != nil && $0.new != nil }, changed.count { $0.old == nil },
      changed.count { $0.new == nil }, comparison.figures.count - changed.count
    )
  }

  /// A difference with its sign and unit: `+4万元`, `-1.5个百分点`.
  static func difference(_ figure: TextComparison.Figure, in language: MessageLanguage) -> String {
    guard let difference = figure.difference else { return "" }
    let unit =
      figure.isInPoints
      ? language == .zh ? "个百分点" : " points" : figure.new?.unit.text ?? ""
    return signed(difference) + unit
  }

  /// A change in per cent, with its sign.
  static func percent(_ figure: TextComparison.Figure) -> String {
    figure.percent.map { signed($0) + "%" } ?? ""
  }

  private static func signed(_ value: ExactDecimal) -> String {
    value.isNegative || value.isZero ? value.description : "+" + value.description
  }
}

extension TextComparison.Change {
  /// The change in words.
  var words: Message {
    switch self {
    case .added: Message(zh: "新增", en: "added")
    case .dropped: Message(zh: "删去", en: "dropped")
    case .moved: Message(zh: "移动", en: "moved")
    case .reworded: Message(zh: "改写", en: "reworded")
    }
  }
}
