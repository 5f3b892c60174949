import ReportModel

/// Finds the cells that a stretch of a generated text was printed from.
struct OriginIndex {
  private let values: [SourcedText.Segment]

  init(_ segments: [SourcedText.Segment]) {
    values = segments.filter {
      if case .value(let origins, _) = $0.origin { return !origins.isEmpty }
      return false
    }
  }

  /// The cells of the values that touch `range`, and whether it prints one cell itself.
  func cells(_ range: Range<Int>, value: ExactDecimal?) -> ([ValueOrigin], isDirect: Bool) {
    var index = values.partitionPoint { $0.range.upperBound > range.lowerBound }
    var found: [ValueOrigin] = []
    var seen: Set<ValueOrigin> = []
    var quantities: [Quantity?] = []
    while index < values.count, values[index].range.lowerBound < range.upperBound {
      if case .value(let origins, let quantity) = values[index].origin {
        for origin in origins where seen.insert(origin).inserted { found.append(origin) }
        quantities.append(quantity)
      }
      index += 1
    }
    let isDirect =
      found.count == 1 && quantities.count == 1 && value != nil
      && (quantities[0].map { $0.number == value } ?? false)
    return (found, isDirect)
  }
}
