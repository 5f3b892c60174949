import ReportModel

/// What a number's cell cannot show of a quantity: qualifiers, the way it is written, its own unit.
enum QuantityNote {
  /// The words of the note; nil where there is nothing to say.
  static func text(_ quantity: Quantity, columnUnit: MeasureUnit? = nil) -> String? {
    var parts: [String] = []
    if !quantity.qualifiers.isEmpty {
      parts.append("限定:" + quantity.qualifiers.map(\.word).joined(separator: "、"))
    }
    if let asWritten = quantity.asWritten { parts.append("写法:" + asWritten) }
    if let columnUnit, quantity.unit != columnUnit, !quantity.unit.text.isEmpty {
      parts.append("单位:" + quantity.unit.text)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }
}
