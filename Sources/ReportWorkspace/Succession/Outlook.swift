import BulletinSyntax
import ReportModel
import SourceText

/// What a text says is wrong and comes next: lists to report on in the following period.
struct Outlook {
  /// A problem or a plan.
  struct Item {
    let title: String
    let content: String
  }

  /// The tables that hold the lists.
  static let tableNames = ["上期打算", "上期问题"]

  private(set) var plans: [Item] = []
  private(set) var problems: [Item] = []

  init(_ source: SourceFile) {
    let tree = SyntaxTree.parse(source)
    for (index, part) in tree.headings.enumerated() where part.level == 1 {
      let items = Self.items(of: index, in: tree)
      switch part.role {
      case .plans: plans += items
      case .problems: problems += items
      case .done, .other: break
      }
    }
  }

  /// `data/上期打算.csv` and `data/上期问题.csv`, where there is something to list.
  var files: [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    if !plans.isEmpty {
      var csv = CSVWriter(columns: ["打算", "内容", "进展", "说明"])
      for plan in plans { csv.row([plan.title, plan.content, "", ""]) }
      files.append(("data/上期打算.csv", csv.bytes))
    }
    if !problems.isEmpty {
      var csv = CSVWriter(columns: ["问题", "内容", "现状", "说明"])
      for problem in problems { csv.row([problem.title, problem.content, "", ""]) }
      files.append(("data/上期问题.csv", csv.bytes))
    }
    return files
  }

  /// The items right under a part, each with the words behind its title.
  private static func items(of part: Int, in tree: SyntaxTree) -> [Item] {
    var seen: Set<String> = []
    let items: [Item] = tree.headings.filter { $0.parent == part }.compactMap { heading in
      let title = oneLine(tree.source.text(in: heading.title))
      guard !title.isEmpty, seen.insert(title).inserted else { return nil }
      let rest = heading.title.upperBound..<max(heading.title.upperBound, heading.extent.upperBound)
      let content = oneLine(tree.source.text(in: rest))
      let stops: Set<Character> = ["。", "；", ";", "：", ":"]
      return Item(title: title, content: String(content.drop { stops.contains($0) }))
    }
    return items.isEmpty ? paragraphs(of: part, in: tree) : items
  }

  /// A part without items has a paragraph an item, known by its first sentence.
  private static func paragraphs(of part: Int, in tree: SyntaxTree) -> [Item] {
    let heading = tree.headings[part]
    let start = heading.title.upperBound
    let text = tree.source.text(in: start..<max(start, heading.extent.upperBound))
    let lines = text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    return lines.compactMap { line in
      let stops: Set<Character> = ["。", "；", ";", "！"]
      let words = String(line.drop { stops.contains($0) }).trimmedBlanks
      guard words.count > 1, !words.hasPrefix("打印") else { return nil }
      let title = String(words.prefix { !stops.contains($0) })
      let rest = words.dropFirst(title.count).drop { stops.contains($0) }
      return Item(title: title, content: String(rest))
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { String($0).trimmedBlanks }.joined()
  }
}
