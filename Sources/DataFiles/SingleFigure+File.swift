package import ReportModel

extension SingleFigure {
  /// The columns of single figures in the order in which the program writes them.
  package static let fileColumns = [
    "指标", "名称", "数值", "单位", "限定", "写法", "口径", "截至", "责任科室", "来源", "说明",
  ]

  /// The figure's cells as a data file writes them, in the order of ``fileColumns``.
  package var fileTexts: [String] {
    [
      id, label, quantity?.number.description ?? "", quantity?.unit.text ?? "",
      quantity?.qualifiers.map(\.word).joined(separator: ";") ?? "", quantity?.asWritten ?? "",
      kind?.chinese ?? "", asOf, owner, source, note,
    ]
  }
}
