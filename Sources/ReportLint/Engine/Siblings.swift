import BulletinSyntax

/// Remembers for each heading, and for the text as a whole, the heading under it that came last.
struct Siblings {
  /// By the heading's index and one; the first is for the text.
  private var last: [Int32]

  /// None yet.
  init(_ headings: [Heading]) {
    last = Array(repeating: -1, count: headings.count + 1)
  }

  /// Makes `index` the last heading under `parent`; gives the one before.
  mutating func replace(under parent: Int?, with index: Int) -> Int? {
    let place = (parent ?? -1) + 1
    guard last.indices.contains(place) else { return nil }
    defer { last[place] = Int32(truncatingIfNeeded: index) }
    return last[place] < 0 ? nil : Int(last[place])
  }
}
