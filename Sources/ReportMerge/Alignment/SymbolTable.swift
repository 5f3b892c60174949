/// Gives equal runs of elements one small number, so that comparing them is comparing numbers.
///
/// Exact: elements are compared where hashes agree.
struct SymbolTable<Element: FixedWidthInteger> {
  private var storage: [Element] = []
  /// Where the run of each symbol begins in `storage`; one more than there are symbols.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Symbols by hash, -1 where free; the count is a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// The symbol of a run; a new one where it was not seen before.
  mutating func symbol(of run: UnsafeBufferPointer<Element>) -> Int32 {
    if hashes.count * 2 >= slots.count { grow() }
    let hash = Self.hash(run)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isRun(of: known, run) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let symbol = Int32(truncatingIfNeeded: hashes.count)
    slots[slot] = symbol
    hashes.append(hash)
    storage.append(contentsOf: run)
    starts.append(storage.count)
    return symbol
  }

  private func isRun(of symbol: Int, _ run: UnsafeBufferPointer<Element>) -> Bool {
    let start = starts[symbol]
    guard starts[symbol + 1] - start == run.count else { return false }
    for index in 0..<run.count where storage[start + index] != run[index] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = Int32(truncatingIfNeeded: symbol)
    }
    slots = larger
  }

  private static func hash(_ run: UnsafeBufferPointer<Element>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for element in run { hash = hash.mixed(with: UInt64(truncatingIfNeeded: element)) }
    return hash
  }
}

extension UInt64 {
  /// A hash of the two numbers.
  @inline(__always)
  func mixed(with other: UInt64) -> UInt64 {
    var value = (self ^ other) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 32
    return value &* 0xC4CE_B9FE_1A85_EC53 ^ (value >> 29)
  }
}
