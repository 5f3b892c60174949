public import ReportModel
public import SourceText

extension Figure {
  /// The figure as it stands in the text: first numeral through unit and trailing qualifier.
  public func surface(in source: SourceFile) -> String {
    source.textWithoutTags(in: range)
  }

  /// The unit as written, multipliers included and qualifiers between them left out: 万车次 for
  /// 13.3万余车次.
  public func unitText(in source: SourceFile) -> String {
    // 百分之 stands before the number; the unit it names is %.
    if unit.upperBound <= numerals.lowerBound, !unit.isEmpty { return "%" }
    var text = ""
    var start = unit.lowerBound
    for word in qualifiers where word.lowerBound >= start && word.upperBound <= unit.upperBound {
      text += source.textWithoutTags(in: start..<word.lowerBound)
      start = word.upperBound
    }
    return text + source.textWithoutTags(in: start..<max(start, unit.upperBound))
  }

  /// The qualifying words in text order, joined by `;`.
  public func qualifierText(in source: SourceFile) -> String {
    qualifiers.map { source.textWithoutTags(in: $0) }.joined(separator: ";")
  }

  /// What the figure counts, in the words around it.
  public func labelText(in source: SourceFile) -> String {
    source.textWithoutTags(in: label)
  }

  /// The figure as a quantity: exact number, unit taken apart, known qualifiers; nil where the
  /// number is too long to be held.
  public func quantity(in source: SourceFile) -> Quantity? {
    guard let value else { return nil }
    return Quantity(
      value, unit: MeasureUnit(unitText(in: source)),
      qualifiers: qualifiers.compactMap { Qualifier(source.text(in: $0)) })
  }
}
