/// Whole numbers by hashes: an open table for hashes that are well mixed already, which a dictionary would
/// hash once more.
package struct HashIndex: Sendable {
  private var slots: [(hash: UInt64, value: Int)]
  private var count = 0

  /// An empty table with room for some entries; it grows beyond them.
  package init(capacity: Int = 16) {
    var size = 32
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
  }

  /// Puts in `value`, which is not negative, under `hash`; gives what stood under it, or nil.
  package mutating func replace(_ hash: UInt64, with value: Int) -> Int? {
    let place = place(of: hash)
    let before = slots[place].value
    slots[place] = (hash, value)
    guard before < 0 else { return before }
    count += 1
    if 2 * count > slots.count { grow() }
    return nil
  }

  /// Puts in `value` under `hash` where nothing stands under it, and gives what does otherwise.
  package mutating func insert(_ value: Int, under hash: UInt64) -> Int? {
    if let before = self.value(of: hash) { return before }
    return replace(hash, with: value)
  }

  /// What stands under `hash`; nil where nothing does.
  package func value(of hash: UInt64) -> Int? {
    let value = slots[place(of: hash)].value
    return value < 0 ? nil : value
  }

  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].value >= 0, slots[place].hash != hash {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: 2 * old.count)
    for entry in old where entry.value >= 0 { slots[place(of: entry.hash)] = entry }
  }
}
