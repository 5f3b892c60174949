import BulletinSyntax
import ReportModel
import SourceText

/// The items of a summary's parts, for rules that hold problems, plans and work against each other.
struct ReportParts {
  /// An item of a part.
  struct Item {
    /// Number and title.
    let head: Range<Int>
    /// Its title.
    let title: String
    /// All of its text, the title included.
    let text: String
  }

  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  /// The items right under the parts of a role.
  func items(of role: PartRole) -> [Item] {
    tree.headings.compactMap { heading in
      guard let parent = heading.parent, tree.headings.indices.contains(parent),
        tree.headings[parent].level == 1, tree.headings[parent].role == role,
        !heading.title.isEmpty
      else { return nil }
      return Item(
        head: heading.head, title: tree.source.text(in: heading.title),
        text: tree.source.text(in: heading.title.lowerBound..<end(of: heading)))
    }
  }

  /// The text of all parts of a role; nil where there is none.
  func text(of role: PartRole) -> String? {
    let parts = tree.headings.filter { $0.level == 1 && $0.role == role }
    guard !parts.isEmpty else { return nil }
    return parts.map { tree.source.text(in: $0.head.lowerBound..<end(of: $0)) }.joined()
  }

  /// The head of the first part of a role.
  func head(of role: PartRole) -> Range<Int>? {
    tree.headings.first { $0.level == 1 && $0.role == role }?.head
  }

  private func end(of heading: Heading) -> Int {
    max(heading.head.upperBound, heading.extent.upperBound)
  }
}

/// Pairs of neighbouring Chinese characters, by which texts are compared.
struct HanPairs {
  private(set) var pairs: Set<UInt64> = []
  /// How many Chinese characters there are.
  private(set) var count = 0

  /// The pairs of a text; with `onlyTelling`, those that any such text holds are left out.
  init(_ text: String, onlyTelling: Bool = false) {
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      guard scalar.isHan else {
        before = nil
        continue
      }
      count += 1
      if let first = before {
        let pair = UInt64(first.value) << 32 | UInt64(scalar.value)
        if !onlyTelling || !Self.common.contains(pair) { pairs.insert(pair) }
      }
      before = scalar
    }
  }

  /// How alike two texts are, from 0 to 1: twice the shared pairs by all pairs.
  func likeness(to other: HanPairs) -> Double {
    let total = pairs.count + other.pairs.count
    return total == 0 ? 0 : 2 * Double(pairs.intersection(other.pairs).count) / Double(total)
  }

  /// Pairs that say nothing of a matter.
  private static let common: Set<UInt64> = {
    let words = [
      "工作", "问题", "存在", "不足", "不够", "不高", "不强", "不大", "不到", "到位", "有待", "提高", "加强", "进一", "一步",
      "需要",
      "力度", "较大", "较多", "较少", "部分", "个别", "仍然", "仍有", "还有", "方面", "情况", "推进", "落实", "完善", "建设",
      "发展",
      "全面", "持续", "继续", "深入", "切实", "不断", "着力", "积极", "做好", "抓好", "实施", "开展", "强化", "提升", "优化",
      "健全",
      "质量", "水平", "能力", "服务", "管理", "机制", "体系", "制度", "项目", "重点", "困难", "差距", "薄弱", "环节", "短板",
      "偏低",
      "偏紧", "偏大", "压力", "任务", "完成", "实现", "确保", "促进", "推动", "加快",
    ]
    return Set(words.flatMap { HanPairs($0).pairs })
  }()
}
