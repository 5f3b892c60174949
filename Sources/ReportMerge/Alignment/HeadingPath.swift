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
    let next = headings.partitionPoint { $0.number.lowerBound > offset }
    var heading: Int? = next > 0 ? next - 1 : nil
    while let index = heading, offset >= headings[index].extent.upperBound {
      heading = headings[index].parent
    }
    return heading
  }

  /// The headings around an offset, outermost first.
  func chain(at offset: Int) -> [Int] {
    chain(upTo: heading(at: offset))
  }

  private func chain(upTo heading: Int?) -> [Int] {
    var chain: [Int] = []
    var heading = heading
    while let index = heading {
      chain.append(index)
      heading = tree.headings[index].parent
    }
    return chain.reversed()
  }

  /// The numbers and titles of the headings around an offset, outermost first.
  func titles(at offset: Int) -> [String] {
    chain(at: offset).map { title(of: $0) }
  }

  /// The numbers and titles of the headings a heading stands under, outermost first.
  func titles(above heading: Int) -> [String] {
    chain(upTo: tree.headings[heading].parent).map { title(of: $0) }
  }

  /// A heading's number and title.
  func title(of index: Int) -> String {
    tree.source.text(in: tree.headings[index].number)
      + tree.source.text(in: tree.headings[index].title)
  }
}
