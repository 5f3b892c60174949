import SourceText

extension BulletinFormat {
  /// The format a text is set in, as far as its marks show it.
  ///
  /// What the text does not show is taken from ``bulletin``. A text set wholly as a built-in format
  /// gets its name, another the name `detected`. Linear in the text's size.
  public static func detect(_ tree: SyntaxTree) -> BulletinFormat {
    let detector = FormatDetector(tree: tree)
    var format = BulletinFormat.bulletin
    format.name = "detected"
    let levels = detector.levels()
    if !levels.isEmpty { format.levels = levels }
    format.width = detector.width()
    format.blankLines = detector.blankLines()
    format.indent = detector.indent()
    format.sourcePrefix = detector.sourcePrefix() ?? (format.width == .full ? "来源：" : "来源:")
    if let known = builtIn.first(where: { $0.agrees(with: format, levels: levels.count) }) {
      return known
    }
    return format
  }

  /// Whether a text with the marks of `other` may be set in this format.
  private func agrees(with other: BulletinFormat, levels count: Int) -> Bool {
    width == other.width && blankLines == other.blankLines && indent == other.indent
      && count > 0 && Array(levels.prefix(count)) == Array(other.levels.prefix(count))
  }
}

/// Counts how a text is set.
private struct FormatDetector {
  let tree: SyntaxTree

  func levels() -> [BulletinFormat.Level] {
    var counts: [[BulletinFormat.Level: Int]] = []
    for heading in tree.headings
    where heading.mark.style != .measure && heading.mark.style != .none {
      let index = heading.level - 1
      guard index < 32 else { continue }
      while counts.count <= index { counts.append([:]) }
      let placement: BulletinFormat.Placement = heading.form == .ownLine ? .ownLine : .runIn
      counts[index][BulletinFormat.Level(heading.mark.style, placement), default: 0] += 1
    }
    return counts.prefix { !$0.isEmpty }.compactMap(mostFrequent)
  }

  /// Half where more commas between Chinese characters are ASCII than full-width.
  func width() -> BulletinFormat.MarkWidth {
    tree.source.withTextBytes { text in
      var half = 0
      var full = 0
      var offset = 0
      while offset < text.count {
        let byte = text[offset]
        if byte == 0x2C, text[offset - 1] >= 0x80 || text[offset + 1] >= 0x80 { half += 1 }
        if byte == 0xEF, text.has("，", at: offset) { full += 1 }
        offset += 1
      }
      return half > full ? .half : .full
    }
  }

  func blankLines() -> Int {
    var counts: [Int: Int] = [:]
    var run = 0
    var isFirst = true
    for node in tree.nodes where !node.kind.isContainer {
      if node.kind == .blankLine {
        run += 1
      } else if beginsLine(node) {
        if !isFirst { counts[run, default: 0] += 1 }
        isFirst = false
        run = 0
      }
    }
    return mostFrequent(counts) ?? BulletinFormat.bulletin.blankLines
  }

  func indent() -> String {
    var counts: [String: Int] = [:]
    tree.source.withTextBytes { text in
      for node in tree.nodes where node.kind == .paragraph || node.kind == .heading {
        guard beginsLine(node) else { continue }
        let head = text.skipBlanks(from: node.start, to: min(node.end, node.start + 64))
        counts[tree.source.text(in: node.start..<head), default: 0] += 1
      }
    }
    return mostFrequent(counts) ?? ""
  }

  func sourcePrefix() -> String? {
    guard let node = tree.nodes.last(where: { $0.kind == .sourceLine }) else { return nil }
    let line = tree.source.text(in: node.range).unicodeScalars
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    return String(line[...colon])
  }

  private func beginsLine(_ node: SyntaxNode) -> Bool {
    node.start == 0 || tree.source.bytes[node.start - 1] == 0x0A
  }

  /// The key counted most; of equals the one that sorts first, so that the same text always gives
  /// the same answer.
  private func mostFrequent<Key: Hashable>(_ counts: [Key: Int]) -> Key? {
    counts.max { left, right in
      left.value != right.value
        ? left.value < right.value : "\(left.key)" > "\(right.key)"
    }?.key
  }
}
