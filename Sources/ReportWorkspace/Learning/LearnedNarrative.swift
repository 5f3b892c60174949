import BulletinSyntax
import DataFiles
import ReportModel
import SourceText

/// Prose that differs from period to period: one text of `narrative.yaml`, and the slot that prints it.
struct LearnedNarrative {
  /// What the slot takes the place of; inside one line.
  let range: Range<Int>
  /// The part it stands in and its own name, which together name it.
  let part: String
  let name: String

  var slot: TemplateSlot { TemplateSlot(range: range, path: "叙述.\(part).\(name)") }

  /// `narrative.yaml`: a mapping a part; `text` gives the template text of a stretch.
  static func file(
    _ narratives: [LearnedNarrative], text: (Range<Int>) -> String
  ) -> [UInt8] {
    var yaml = "# 与对照的一期不同的文字,每期改写;花括号里是 data/ 里的数字。每一段印在段落中间,不能换行。\n"
    var part = ""
    for narrative in narratives {
      if narrative.part != part {
        part = narrative.part
        yaml += "\(key(part)):\n"
      }
      yaml += "  \(key(narrative.name)): \(YAMLText.quoted(text(narrative.range)))\n"
    }
    return Array(yaml.utf8)
  }

  /// The narratives as their file is read; nil where the reader finds a fault in it.
  static func read(_ bytes: [UInt8]) -> NarrativeNode? {
    let (data, faults) = DataFileReader.read([
      .text(SourceFile(name: "data/narrative.yaml", utf8: bytes, encoding: .utf8))
    ])
    return faults.isEmpty ? data.narrative : nil
  }

  /// A name without a Han character could be read as a number or a truth value.
  private static func key(_ name: String) -> String {
    name.utf8.contains { $0 >= 0x80 } ? name : YAMLText.quoted(name)
  }
}

/// Finds the prose of a text that is not in the other period's, and names it.
struct NarrativeFinder {
  private let alignment: PeriodAlignment
  private var used: [String: Int] = [:]
  private var partNames: [Int: String] = [:]

  init(_ alignment: PeriodAlignment) {
    self.alignment = alignment
  }

  /// The narratives, in text order: sentences that follow each other are one.
  mutating func narratives() -> [LearnedNarrative] {
    guard alignment.isOneSeries else { return [] }
    var narratives: [LearnedNarrative] = []
    var open: (range: Range<Int>, sentence: TextClauses.Sentence)?
    for (index, sentence) in alignment.clauses.sentences.enumerated() {
      if case .stayed = alignment.standings[index] {
        close(&open, into: &narratives)
      } else if isHeadingLine(sentence) {
        close(&open, into: &narratives)
      } else if let before = open, before.range.upperBound == sentence.range.lowerBound,
        !sentence.holdsTitle
      {
        open = (before.range.lowerBound..<sentence.range.upperBound, before.sentence)
      } else {
        close(&open, into: &narratives)
        open = (sentence.range, sentence)
      }
    }
    close(&open, into: &narratives)
    return narratives
  }

  private mutating func close(
    _ open: inout (range: Range<Int>, sentence: TextClauses.Sentence)?,
    into narratives: inout [LearnedNarrative]
  ) {
    defer { open = nil }
    guard let (range, sentence) = open else { return }
    let bytes = alignment.text.bytes
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = range.upperBound
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard start < end, !bytes[start..<end].contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return
    }
    let part = partName(sentence.heading)
    let base = name(sentence)
    let times = (used[part + "." + base] ?? 0) + 1
    used[part + "." + base] = times
    narratives.append(
      LearnedNarrative(
        range: start..<end, part: part, name: times == 1 ? base : "\(base)_\(times)"))
  }

  /// Headings on lines of their own stay words of the template.
  private func isHeadingLine(_ sentence: TextClauses.Sentence) -> Bool {
    guard sentence.holdsTitle, let heading = sentence.heading else { return false }
    let own = alignment.text.tree.headings[heading]
    return own.level == 1 || own.form != .runIn
  }

  /// The part's name; a second part of the same name gets a number.
  private mutating func partName(_ heading: Int?) -> String {
    let headings = alignment.text.tree.headings
    guard var top = heading else { return "开头" }
    while let parent = headings[top].parent { top = parent }
    if let known = partNames[top] { return known }
    let title = LearnedNames.plain(
      alignment.text.source.text(in: headings[top].title), limit: 8)
    let base = title.isEmpty ? "正文" : title
    let times = partNames.values.count { $0 == base || $0.hasPrefix(base + "_") }
    let name = times == 0 ? base : "\(base)_\(times + 1)"
    partNames[top] = name
    return name
  }

  /// An item that is new as a whole is named by its number, since its title will change too.
  private func name(_ sentence: TextClauses.Sentence) -> String {
    guard let heading = sentence.heading else { return "段" }
    let own = alignment.text.tree.headings[heading]
    let title = LearnedNames.plain(alignment.text.source.text(in: own.title), limit: 8)
    if sentence.holdsTitle || title.isEmpty {
      let number = LearnedNames.plain(alignment.text.source.text(in: own.number), limit: 4)
      return number.isEmpty ? "段" : "第\(number)项"
    }
    return own.level == 1 ? "段" : title
  }
}
