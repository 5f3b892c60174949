import BulletinSyntax
import ReportModel
import SourceText

/// How a text is cut into section templates.
enum LearnedParts {
  /// A stretch of the text that becomes one template.
  struct Part {
    let range: Range<Int>
    let file: String
    let role: PartRole
  }

  /// What stands before the first top-level heading, then one part a heading; together the whole
  /// text.
  static func of(_ tree: SyntaxTree) -> [Part] {
    let tops = tree.headings.filter { $0.level == 1 && !$0.number.isEmpty }
    var parts: [Part] = []
    let end = tree.bytes.count
    let first = tops.first?.number.lowerBound ?? end
    if first > 0 || tops.isEmpty {
      parts.append(
        Part(range: 0..<first, file: tops.isEmpty ? "正文.txt" : "00-标题.txt", role: .other))
    }
    for (index, heading) in tops.enumerated() {
      let stop = index + 1 < tops.count ? tops[index + 1].number.lowerBound : end
      let title = LearnedNames.plain(tree.source.text(in: heading.title), limit: 12)
      let number = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
      parts.append(
        Part(
          range: heading.number.lowerBound..<stop,
          file: title.isEmpty ? "\(number).txt" : "\(number)-\(title).txt", role: heading.role))
    }
    return parts
  }
}
