import BulletinSyntax
import ReportModel
import SourceText

/// Template text in the place of a stretch of text.
struct TemplateSlot {
  let range: Range<Int>
  let text: String

  init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }

  /// A slot that prints what a path names.
  init(range: Range<Int>, path: String) {
    self.init(range: range, text: "{{\(path)}}")
  }
}

/// What stands around a bulletin's body: title, period, publication.
struct FrontMatter {
  /// The title; empty where the text has none.
  private(set) var title = ""
  /// The period the title names.
  private(set) var period: Period?
  /// The time of publication, as written.
  private(set) var publicationTime = ""
  /// Where these stand in the text.
  private(set) var slots: [TemplateSlot] = []

  init(_ tree: SyntaxTree) {
    if let range = tree.title {
      let text = tree.source.text(in: range)
      let isPlain = !text.utf8.contains { $0 < 0x20 || $0 == 0x7B || $0 == 0x7D }
      if isPlain, !text.isEmpty {
        title = text
        period = Self.period(in: text)
        slots.append(TemplateSlot(range: range, path: "标题"))
      }
    }
    for node in tree.nodes where node.kind == .publication {
      guard let range = Self.time(in: tree.bytes, node.range) else { continue }
      publicationTime = tree.source.text(in: range)
      slots.append(TemplateSlot(range: range, path: "发布.时间"))
      break
    }
  }

  /// What the slots stand for.
  var settings: [String: String] {
    [
      "标题": title, "发布.时间": publicationTime, "期间": period?.title ?? "",
      "年": period.map { String($0.year) } ?? "",
    ].filter { !$0.value.isEmpty }
  }

  /// `2023年上半年` and the like, wherever it stands in a title.
  private static func period(in title: String) -> Period? {
    let scalars = Array(title.unicodeScalars)
    for start in scalars.indices where (0x30...0x39).contains(scalars[start].value) {
      for length in stride(from: 10, through: 5, by: -1) where start + length <= scalars.count {
        let part = String(String.UnicodeScalarView(scalars[start..<start + length]))
        if let period = Period(part) { return period }
      }
    }
    return nil
  }

  /// `2023-07-25` or `2023-07-25 17:44` in a publication line.
  private static func time(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    func digits(_ start: Int, _ count: Int) -> Bool {
      start + count <= range.upperBound
        && bytes[start..<start + count].allSatisfy { (0x30...0x39).contains($0) }
    }
    for start in range where digits(start, 4) {
      guard start + 10 <= range.upperBound, bytes[start + 4] == 0x2D, digits(start + 5, 2),
        bytes[start + 7] == 0x2D, digits(start + 8, 2)
      else { continue }
      let hasClock =
        start + 16 <= range.upperBound && bytes[start + 10] == 0x20 && digits(start + 11, 2)
        && bytes[start + 13] == 0x3A && digits(start + 14, 2)
      return start..<(hasClock ? start + 16 : start + 10)
    }
    return nil
  }
}
