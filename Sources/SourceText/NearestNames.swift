/// Finds the names a person may have meant.
public enum NearestNames {
  /// Up to `limit` of `names` that are near `name`, nearest first.
  ///
  /// Near means: one contains the other, or at most a third of the characters (and at least one)
  /// differ. Names longer than 64 characters are left out, which bounds the cost.
  public static func of(_ name: String, in names: some Sequence<String>, limit: Int = 3) -> [String]
  {
    let wanted = Array(name.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    var found: [(name: String, distance: Int)] = []
    for candidate in names where candidate != name {
      let scalars = Array(candidate.unicodeScalars)
      guard !scalars.isEmpty, scalars.count <= 64 else { continue }
      let distance = distance(wanted, scalars)
      let longer = max(wanted.count, scalars.count)
      if distance <= max(1, longer / 3) {
        found.append((candidate, distance))
      } else if candidate.contains(name) || name.contains(candidate) {
        found.append((candidate, longer))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and neighbours
  /// swapped.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1)
        best = min(best, previous[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[right.count]
  }
}
