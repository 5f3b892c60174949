import BulletinSyntax

/// Finds headings whose number does not follow that of the heading before.
enum Numbering {
  /// The headings at fault, by index, with their numbers and titles; linear.
  static func breaks(in tree: SyntaxTree) -> [(heading: Int, title: String)] {
    let path = HeadingPath(tree)
    var last: [Int: OrdinalMark] = [:]
    var breaks: [(heading: Int, title: String)] = []
    for (index, heading) in tree.headings.enumerated() where heading.mark.style != .none {
      let parent = heading.parent ?? -1
      let before = last[parent]
      let expected = before?.style == heading.mark.style ? (before?.value ?? 0) + 1 : 1
      if heading.mark.value != expected { breaks.append((index, path.title(of: index))) }
      last[parent] = heading.mark
    }
    return breaks
  }
}
