import BulletinSyntax
public import ReportModel
public import SectionTemplates
public import SourceText

/// Which stretches of a report's text were printed from its data.
public struct TextBinding: Sendable {
  /// The values, in text order.
  public let values: [PrintedValue]

  /// All that was printed from cells, lists and texts included, in text order.
  public let ranges: [Range<Int>]
}

extension ReportFolder {
  /// Finds the values of the report's data in a text that was drafted from it and perhaps edited.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - draft: What the data and templates give now.
  /// - Returns: The values found, and what the data would print in their places.
  public func binding(of text: SourceFile, draft: Draft) -> TextBinding {
    let reader = reader()
    // The draft is read as the text is, so that rounded and worked out values compare as printed.
    var expected: [String: [Expected]] = [:]
    let read = reader.read(draft.text.bytes)
    for value in read.values {
      guard case .quantity(let quantity) = value.content else { continue }
      var origins: [ValueOrigin] = []
      if let index = draft.text.segmentIndex(at: value.range.lowerBound),
        case .value(let cells, _) = draft.text.segments[index].origin
      {
        origins = cells
      }
      expected[value.path.description, default: []].append(
        Expected(quantity: quantity, origins: origins))
    }
    let isDraft = text.bytes == draft.text.bytes
    let found = isDraft ? read : reader.read(text.bytes)
    var seen: [String: Int] = [:]
    var values: [PrintedValue] = []
    for value in found.values {
      guard case .quantity(let quantity) = value.content else { continue }
      let path = value.path.description
      let count = seen[path, default: 0]
      seen[path] = count + 1
      let known = expected[path] ?? []
      let match = known.indices.contains(count) ? known[count] : known.last
      values.append(
        PrintedValue(
          range: value.range, path: path, printed: quantity, expected: match?.quantity,
          origins: match?.origins ?? [], isCertain: value.isCertain))
    }
    values.sort { $0.range.lowerBound < $1.range.lowerBound }
    let ranges =
      isDraft ? draft.text.segments.filter(\.isValue).map(\.range) : values.map(\.range)
    return TextBinding(values: values, ranges: ranges)
  }

  /// What a draft would print under a path.
  private struct Expected {
    let quantity: Quantity
    let origins: [ValueOrigin]
  }
}

extension SourcedText.Segment {
  /// Whether the stretch was printed from cells.
  fileprivate var isValue: Bool {
    if case .value(let cells, _) = origin { !cells.isEmpty } else { false }
  }
}
