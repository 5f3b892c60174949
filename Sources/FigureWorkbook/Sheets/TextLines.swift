import ReportModel

/// The lines of the report's text, each as its characters, for places counted in lines and columns.
struct TextLines {
  /// The lines, without their ends; line 1 comes first.
  let lines: [[Unicode.Scalar]]

  init(_ text: String) {
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
      line in
      line.last == "\r" ? Array(line.dropLast()) : Array(line)
    }
  }

  /// Whether the figure stands in the text where it says it does.
  func holds(_ figure: PlacedFigure) -> Bool {
    range(of: figure) != nil
  }

  /// The figure's characters in its line; nil where they are not there.
  func range(of figure: PlacedFigure) -> Range<Int>? {
    guard lines.indices.contains(figure.line - 1) else { return nil }
    let line = lines[figure.line - 1]
    let words = Array(figure.text.unicodeScalars)
    let start = figure.column - 1
    guard start >= 0, start + words.count <= line.count,
      line[start..<start + words.count].elementsEqual(words)
    else { return nil }
    return start..<start + words.count
  }

  /// The words around a figure up to the nearest stop or semicolon on either side.
  func clause(of figure: PlacedFigure) -> String? {
    guard let range = range(of: figure) else { return nil }
    let line = lines[figure.line - 1]
    var start = range.lowerBound
    while start > 0, !Self.endsClause(line[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < line.count, !Self.endsClause(line[end]) { end += 1 }
    if end < line.count { end += 1 }
    return Self.text(line[start..<end])
  }

  /// Characters as a text.
  static func text(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count * 3)
    for scalar in scalars {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "！", "？": true
    default: false
    }
  }
}
