import BulletinSyntax
import SourceText

/// Tells under which headings an offset stands.
struct HeadingPath {
  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  /// The innermost heading around an offset; logarithmic in the headings, but for their depth.
  func heading(at offset: Int) -> Int? {
    let headings = tree.headings
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].number.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var heading: Int? = low > 0 ? low - 1 : nil
    while let index = heading, offset >= headings[index].extent.upperBound {
      heading = headings[index].parent
    }
    return heading
  }

  /// The numbers and titles of the headings around an offset, outermost first.
  func titles(at offset: Int) -> [String] {
    var titles: [String] = []
    var heading = heading(at: offset)
    while let index = heading {
      titles.append(title(of: index))
      heading = tree.headings[index].parent
    }
    return titles.reversed()
  }

  /// A heading's number and title.
  func title(of index: Int) -> String {
    tree.source.text(in: tree.headings[index].number)
      + tree.source.text(in: tree.headings[index].title)
  }
}
