/// Looks at the Han characters of a text two by two as one scan passes them: where a word of the lexicon
/// may begin, and where two in a row came again.
struct HanScan {
  /// Where pairs begin that words of the lexicon may begin with.
  private(set) var wordStarts: [Int] = []
  /// Where pairs begin both of whose characters stood within eight characters before.
  private(set) var echoes: [Int] = []
  /// Which pairs words begin with, by ``Lexicon/slot(_:_:)``.
  private let pairs: UnsafeBufferPointer<UInt64>
  /// Where a character stood last, by the lower bits of its number.
  private let places: UnsafeMutableBufferPointer<Int32>

  /// A scan with the tables it goes by, which the caller lends it; `places` is filled here, and there is room
  /// for so many word starts before more is made.
  init(
    pairs: UnsafeBufferPointer<UInt64>, places: UnsafeMutableBufferPointer<Int32>, room: Int
  ) {
    wordStarts.reserveCapacity(room)
    echoes.reserveCapacity(room / 2)
    self.pairs = pairs
    self.places = places
    places.initialize(repeating: -64)
  }

  /// How many ``places`` there are.
  static let placeCount = 1024

  /// Takes the run of Han characters that begins at `start`, and gives where it ends; `body` is called
  /// with each of them.
  ///
  /// What is no Han character parts those around it.
  @inline(__always)
  mutating func takeRun(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (UInt16, Int) -> Void
  ) -> Int {
    var offset = start
    var before: UInt16 = 0
    var cameBefore = false
    while offset &+ 2 < bytes.count, bytes[offset] &- 0xE4 < 6 {
      let value = Lexicon.key(bytes[offset], bytes[offset &+ 1], bytes[offset &+ 2])
      if before != 0 {
        let slot = Lexicon.slot(before, value)
        if pairs[slot >> 6] & 1 << UInt64(slot & 63) != 0 { wordStarts.append(offset &- 3) }
      }
      before = value
      // Texts have less than 2³¹ bytes; beyond, too many places would be looked at, and none missed.
      let offset32 = Int32(truncatingIfNeeded: offset)
      let place = Int(value & 1023)
      let comesAgain = offset32 &- places[place] <= 24
      places[place] = offset32
      if comesAgain, cameBefore { echoes.append(offset &- 3) }
      cameBefore = comesAgain
      body(value, offset)
      offset &+= 3
    }
    return offset
  }
}
