import ReportModel

/// Counts the paragraphs of a document's lists and writes the numbers a reader sees before them.
struct ListCounter {
  private let definitions: NumberingDefinitions
  private let styles: StyleSheet
  /// The count so far by the lists' shared looks and level.
  private var counts: [String: [Int: Int]] = [:]
  /// Lists that have been begun, whose own starts have been taken.
  private var begun: Set<String> = []

  init(_ definitions: NumberingDefinitions, _ styles: StyleSheet) {
    self.definitions = definitions
    self.styles = styles
  }

  /// The number before the next paragraph, with what stands between it and the text; nil where the
  /// paragraph is in no list.
  mutating func next(style: String?, own: ListReference?) -> String? {
    let style = style ?? styles.defaultParagraph
    let inherited = styles.resolve(style) { $0.list }
    guard let number = own?.number ?? inherited?.number, number != "0",
      let list = definitions.lists[number], let key = list.abstract,
      let abstract = looks(of: key)
    else { return nil }
    let linked = abstract.levels.first { $0.value.style != nil && $0.value.style == style }?.key
    let index = own?.level ?? linked ?? inherited?.level ?? 0
    guard let level = list.levels[index] ?? abstract.levels[index] else { return nil }
    advance(list, number, abstract, key, index, level)
    return text(of: level, index, list, abstract, counts[key] ?? [:])
  }

  /// The looks of that name, those that a style stands for followed.
  private func looks(of key: String) -> NumberingDefinitions.Abstract? {
    guard let abstract = definitions.abstracts[key] else { return nil }
    guard let style = abstract.linkedStyle, abstract.levels.isEmpty,
      let number = styles.resolve(style, { $0.list?.number }),
      let other = definitions.lists[number]?.abstract
    else { return abstract }
    return definitions.abstracts[other]
  }

  private mutating func advance(
    _ list: NumberingDefinitions.List, _ number: String, _ abstract: NumberingDefinitions.Abstract,
    _ key: String, _ index: Int, _ level: NumberingDefinitions.Level
  ) {
    var count = counts[key] ?? [:]
    if begun.insert(number).inserted {
      for (level, start) in list.starts { count[level] = start - 1 }
    }
    count[index] = (count[index] ?? (list.starts[index] ?? level.start) - 1) + 1
    for deeper in abstract.levels.keys where deeper > index {
      let restart = (list.levels[deeper] ?? abstract.levels[deeper])?.restart
      // `restart` counts levels from 1.
      if restart == nil || restart.map({ $0 != 0 && index < $0 }) == true {
        count[deeper] = nil
      }
    }
    counts[key] = count
  }

  private func text(
    of level: NumberingDefinitions.Level, _ index: Int, _ list: NumberingDefinitions.List,
    _ abstract: NumberingDefinitions.Abstract, _ count: [Int: Int]
  ) -> String? {
    if level.format == "none" && !level.text.contains("%") && level.text.isEmpty { return nil }
    if level.format == "bullet" { return Self.bullet(level) }
    var output = ""
    var text = level.text.unicodeScalars[...]
    while let scalar = text.popFirst() {
      guard scalar == "%", let digit = text.first?.value, (0x31...0x39).contains(digit) else {
        output.unicodeScalars.append(scalar)
        continue
      }
      text.removeFirst()
      let place = Int(digit) - 0x31
      let shown = list.levels[place] ?? abstract.levels[place] ?? NumberingDefinitions.Level()
      let value = count[place] ?? shown.start
      output += ListNumber.text(
        value, format: level.isLegal && place != index ? "decimal" : shown.format)
    }
    return output.isEmpty ? nil : output + Self.gap(after: output, level)
  }

  /// A mark of a symbol font has no meaning without the font: a plain one stands for it.
  private static func bullet(_ level: NumberingDefinitions.Level) -> String? {
    guard let mark = level.text.unicodeScalars.first else { return nil }
    let isPrivate = (0xE000...0xF8FF).contains(mark.value)
    return (isPrivate ? "•" : level.text) + (level.suffix == "nothing" ? "" : " ")
  }

  /// A blank after a number that ends in a digit; a mark such as 、 or ① keeps its own distance.
  private static func gap(after number: String, _ level: NumberingDefinitions.Level) -> String {
    guard level.suffix != "nothing", let last = number.unicodeScalars.last else { return "" }
    let isMark =
      last.properties.generalCategory == .otherPunctuation
      || last.properties.generalCategory == .closePunctuation
      || last.properties.generalCategory == .otherNumber
    return isMark || last.properties.isWhitespace ? "" : " "
  }
}
