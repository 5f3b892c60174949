import BulletinSyntax
import ReportModel
import SourceText

/// FIG027: a figure typed into the text that no data file holds.
enum FigureWithoutRow: Rule {
  static let description = RuleDescription(
    "FIG027", "figure-without-row", .warning,
    summary: Message(zh: "正文里有数据文件没有的数", en: "a figure that no data file holds"),
    reason: Message(
      zh: "数据文件里没有的数，工作簿里也没有，下期无从比较，出处也说不清。",
      en: "A figure outside the data is in no workbook, cannot be compared later and has no source."
    ),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "模板和叙述文件里本来就有的数不算；数值和单位与某一行相同的不算；不足10的不算。",
      en:
        "Figures in the words of templates and narratives, those equal to some row in value and unit, and those below 10 are left alone."
    ),
    need: .data,
    bad: [
      RuleExample(
        "惠及困难幼儿1571人，另走访⟦214户⟧。",
        data: ExampleData(values: [.init("1571人", "资助.幼儿园.人数", data: "1571人")]))
    ],
    good: [
      RuleExample(
        "惠及困难幼儿1571人，合计1571人，走访2次。",
        data: ExampleData(values: [.init("1571人", "资助.幼儿园.人数", data: "1571人")]))
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence else { return }
    let figures = input.figures.compactMap { figure -> (figure: Figure, value: Known)? in
      guard !input.isFurniture(figure.range.lowerBound),
        let quantity = figure.quantity(in: input.tree.source),
        let value = quantity.baseValue?.magnitude, !(value < ExactDecimal(10))
      else { return nil }
      if let bound = evidence.value(at: figure.range), bound.expected != nil { return nil }
      return (figure, Known(quantity))
    }
    guard !figures.isEmpty else { return }
    let known = knownWords(evidence.draft)
    var missing = Set(figures.map(\.value))
    for value in evidence.values {
      if let expected = value.expected { missing.remove(Known(expected)) }
    }
    // Data may hold millions of numbers, a text holds few.
    DataIndex.forEachNumber(of: evidence.data) { quantity in
      if !missing.isEmpty { missing.remove(Known(quantity)) }
    }
    for (figure, value) in figures {
      guard missing.contains(value), !known.contains(words(figure, input.bytes)) else {
        continue
      }
      report.report(
        figure.range,
        Message(
          zh: "“{0}”在数据文件里没有", en: "“{0}” is in no data file", input.text(figure.range)),
        remedy: Message(
          zh: "在 data/figures.csv 里补一行，并在模板里用上", en: "add a row to data/figures.csv and use it"))
    }
  }

  /// A value in its unit's base.
  private struct Known: Hashable {
    let value: ExactDecimal?
    let unit: String

    init(_ quantity: Quantity) {
      value = quantity.baseValue?.normalized
      unit = quantity.unit.base
    }
  }

  /// The figures of the draft with some words before them.
  private static func knownWords(_ draft: SyntaxTree) -> Set<[UInt8]> {
    Set(FigureScanner.figures(in: draft).map { words($0, draft.bytes) })
  }

  private static func words(_ figure: Figure, _ bytes: [UInt8]) -> [UInt8] {
    let start = max(0, figure.range.lowerBound - 12)
    return Array(bytes[start..<min(bytes.count, figure.range.upperBound)])
  }
}
