/// The members that objects of a record may have, found by their names' bytes; all objects' members
/// stand in one table, each object's side by side.
struct RecordKeys: Sendable {
  /// What a member is.
  enum Target: Sendable {
    /// A value: a field, or a cell of the row being read.
    case value(Int)
    /// A list of rows: its index, how many cells a row has, and the set of its rows' members.
    case list(Int, width: Int, set: Int)
    /// An object whose members have names of their own.
    case object(set: Int)
  }

  private var bytes: [UInt8] = []
  private var nameEnds: [Int32] = [0]
  private var targets: [Target] = []
  /// Where each set's members begin; one more at the end.
  private var setStarts: [Int32] = [0]

  /// The members of a shape; the record's own are set 0.
  init(_ shape: RecordShape) {
    var sets: [[(name: [UInt8], target: Target)]] = [[]]
    for (index, name) in shape.fields.enumerated() {
      Self.add(name.split(separator: ".").map(String.init), .value(index), to: 0, in: &sets)
    }
    for (index, list) in shape.lists.enumerated() {
      sets.append(list.columns.enumerated().map { (Array($1.utf8), .value($0)) })
      Self.add(
        list.name.split(separator: ".").map(String.init),
        .list(index, width: list.columns.count, set: sets.count - 1), to: 0, in: &sets)
    }
    for set in sets {
      for member in set {
        bytes += member.name
        nameEnds.append(Int32(bytes.count))
        targets.append(member.target)
      }
      setStarts.append(Int32(targets.count))
    }
  }

  /// A dotted name is a member of that very name, or members of members.
  private static func add(
    _ path: [String], _ target: Target, to set: Int,
    in sets: inout [[(name: [UInt8], target: Target)]]
  ) {
    sets[set].append((Array(path.joined(separator: ".").utf8), target))
    guard path.count > 1 else { return }
    let name = Array(path[0].utf8)
    let inner: Int
    if let known = sets[set].first(where: { $0.name == name }), case .object(let set) = known.target
    {
      inner = set
    } else {
      sets.append([])
      inner = sets.count - 1
      sets[set].append((name, .object(set: inner)))
    }
    add(Array(path.dropFirst()), target, to: inner, in: &sets)
  }

  /// The first member of a set.
  func first(of set: Int) -> Int { Int(setStarts[set]) }

  /// The index of a name in a set; the search begins at `hint`, because records name their members
  /// in the same order.
  @inline(__always)
  func index(of name: UnsafeBufferPointer<UInt8>, in set: Int, hint: Int) -> Int? {
    let (first, end) = (Int(setStarts[set]), Int(setStarts[set + 1]))
    var index = hint < end ? hint : first
    for _ in first..<end {
      if matches(index, name) { return index }
      index = index + 1 < end ? index + 1 : first
    }
    return nil
  }

  subscript(index: Int) -> Target { targets[index] }

  @inline(__always)
  private func matches(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(nameEnds[index])
    guard Int(nameEnds[index + 1]) - start == name.count else { return false }
    for place in 0..<name.count where bytes[start + place] != name[place] { return false }
    return true
  }
}
