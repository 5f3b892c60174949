import SourceText

/// What one pass over the bytes of a text finds for all rules: lines, marks, runs of digits.
///
/// What stands inside web addresses and HTML tags is no prose and gives neither marks nor digits.
struct TextScan: Sendable {
  /// A mark of punctuation.
  struct Mark: Sendable {
    /// Where it stands.
    let offset: Int
    /// Which it is.
    let scalar: Unicode.Scalar

    /// Where it ends.
    var end: Int { offset + (scalar.value < 0x80 ? 1 : UTF8.width(scalar)) }

    /// The mark's range.
    var range: Range<Int> { offset..<end }
  }

  /// The lines without their ends; a text that ends with a line end has an empty last one.
  private(set) var lines: [Range<Int>] = []
  /// The marks in text order.
  private(set) var marks: [Mark] = []
  /// The indices of marks that stand right behind another one.
  private(set) var adjacent: [Int] = []
  /// Which marks there are: one bit for each of ASCII, and one for each value that others hash to.
  private var kinds: (UInt64, UInt64, UInt64) = (0, 0, 0)
  /// Where the last mark ends.
  private var lastEnd = 0
  /// Runs of ASCII digits.
  private(set) var digits: [Range<Int>] = []
  /// Full-width digits, letters and percent signs.
  private(set) var fullWidth: [Int] = []
  /// Zero-width, control and private-use characters.
  private(set) var invisible: [Int] = []
  /// The signs ○, which stand for 〇 where there is no better.
  private(set) var circles: [Int] = []
  /// The signs ★, which stand in marks of secrecy.
  private(set) var stars: [Int] = []
  /// Where the characters stand that ``WatchedCharacter`` lists, by their numbers.
  private(set) var watched: [[Int]] = Array(
    repeating: [], count: WatchedCharacter.allCases.count)
  /// The letters X, x, T and F, which placeholders begin with.
  private(set) var letters: [Int] = []
  /// The first U+FFFD, which stands for a character that was lost.
  private(set) var firstLost: Int?
  /// Web addresses and HTML tags.
  private(set) var masked: [Range<Int>] = []
  /// Where words of the lexicon may begin, in text order; in web addresses and HTML tags, too.
  private(set) var wordStarts: [Int] = []
  /// Where two Han characters in a row begin that both came within eight characters before; in web
  /// addresses and HTML tags, too.
  private(set) var echoes: [Int] = []

  /// Scans a text; linear in its size.
  init(_ bytes: [UInt8], _ lexicon: Lexicon) {
    marks.reserveCapacity(bytes.count / 24)
    digits.reserveCapacity(bytes.count / 64)
    adjacent.reserveCapacity(bytes.count / 256)
    lines.reserveCapacity(bytes.count / 512)
    bytes.withUnsafeBufferPointer { bytes in
      lexicon.withPairs { pairs in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: HanScan.placeCount) { places in
          var han = HanScan(pairs: pairs, places: places, room: bytes.count / 32)
          WatchedCharacter.bits.withUnsafeBufferPointer { scan(bytes, watching: $0, &han) }
          wordStarts = han.wordStarts
          echoes = han.echoes
        }
      }
    }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, watching bits: UnsafeBufferPointer<UInt64>,
    _ han: inout HanScan
  ) {
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = lineStart
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte &- 0xE4 < 6 {
        let end = han.takeRun(bytes, from: index) { value, offset in
          if bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0 { watch(value, at: offset) }
        }
        // A character cut short at the text's end is passed by.
        index = max(end, index + 1)
        continue
      }
      switch byte {
      case 0x0A:
        endLine(bytes, from: lineStart, to: index)
        lineStart = index + 1
        index += 1
      case 0x30...0x39:
        let start = index
        while index < count, bytes[index] &- 0x30 < 10 { index += 1 }
        digits.append(start..<index)
      case 0x3C:
        guard let end = skipTag(bytes, from: index) else {
          index = mark(byte, at: index)
          break
        }
        Self.takeHan(bytes, index..<end, &han)
        index = end
      case 0x68, 0x77:
        index = skipAddress(bytes, from: index) ?? index + 1
      case 0x21...0x2F, 0x3A, 0x3B, 0x3D...0x40, 0x5B...0x60, 0x7B...0x7E:
        index = mark(byte, at: index)
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F:
        invisible.append(index)
        index += 1
      case 0x46, 0x54, 0x58, 0x78:
        letters.append(index)
        index += 1
      case 0..<0xC0: index += 1
      case 0xC2, 0xC3, 0xE2, 0xE3, 0xEE, 0xEF: index = readSign(bytes, at: index)
      case 0xC0..<0xE0: index += 2
      case 0xE0..<0xF0: index += 3
      default: index += 4
      }
    }
    endLine(bytes, from: min(lineStart, count), to: count)
  }

  /// Takes the Han characters of what is masked.
  private static func takeHan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ han: inout HanScan
  ) {
    let masked = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var index = range.lowerBound
    while index < range.upperBound {
      index = max(han.takeRun(masked, from: index) { _, _ in }, index + 1)
    }
  }

  private mutating func watch(_ value: UInt16, at index: Int) {
    guard let character = WatchedCharacter(rawValue: value) else { return }
    watched[character.number].append(index)
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    let hasReturn = end > start && bytes[end - 1] == 0x0D
    lines.append(start..<(hasReturn ? end - 1 : end))
  }

  private mutating func mark(_ byte: UInt8, at index: Int) -> Int {
    add(Mark(offset: index, scalar: Unicode.Scalar(byte)), endingAt: index + 1)
    return index + 1
  }

  private mutating func add(_ mark: Mark, endingAt end: Int) {
    if mark.offset == lastEnd, !marks.isEmpty { adjacent.append(marks.count) }
    lastEnd = end
    let bit: UInt64 = 1 << UInt64(mark.scalar.value & 63)
    switch mark.scalar.value {
    case 0..<64: kinds.0 |= bit
    case 64..<128: kinds.1 |= bit
    default: kinds.2 |= bit
    }
    marks.append(mark)
  }

  /// Whether a mark may stand in the text; where it does not, a rule that looks for it is done.
  func mayHold(_ mark: Unicode.Scalar) -> Bool {
    let bit: UInt64 = 1 << UInt64(mark.value & 63)
    switch mark.value {
    case 0..<64: return kinds.0 & bit != 0
    case 64..<128: return kinds.1 & bit != 0
    default: return kinds.2 & bit != 0
    }
  }

  /// Reads a scalar of the blocks that hold marks, and gives where the next one begins.
  private mutating func readSign(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let width = bytes[index] < 0xE0 ? 2 : 3
    guard index + width <= bytes.count else { return bytes.count }
    let value =
      width == 2
      ? UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
      : UInt32(Lexicon.key(bytes[index], bytes[index + 1], bytes[index + 2]))
    // Nearly all of them are marks of Chinese text.
    if Self.usualMarks.contains(Int(value)), let scalar = Unicode.Scalar(value) {
      add(Mark(offset: index, scalar: scalar), endingAt: index + width)
      return index + width
    }
    switch value {
    case 0x80..<0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xE000...0xF8FF,
      0xFEFF, 0xFFF9...0xFFFB:
      invisible.append(index)
    case 0xB7, 0xD7, 0x2010...0x205E, 0x3001...0x3003, 0x3008...0x301F, 0xFE10...0xFE6F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      if value == 0xFF05 { fullWidth.append(index) }
      if let scalar = Unicode.Scalar(value) {
        add(Mark(offset: index, scalar: scalar), endingAt: index + width)
      }
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      fullWidth.append(index)
    case 0x25CB: circles.append(index)
    case 0x2605: stars.append(index)
    case 0xFFFD:
      if firstLost == nil { firstLost = index }
    default: break
    }
    return index + width
  }

  /// Marks that most texts hold.
  private static let usualMarks = CharacterBits("，。、；：“”《》（）！？—…")

  /// The end of an HTML tag that begins at `start`; nil where none does.
  private mutating func skipTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start + 1
    if index < bytes.count, bytes[index] == 0x2F { index += 1 }
    guard index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 else { return nil }
    let limit = min(bytes.count, start + 4096)
    while index < limit, bytes[index] != 0x0A, bytes[index] != 0x3C {
      if bytes[index] == 0x3E {
        masked.append(start..<index + 1)
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// The end of a web address that begins at `start`; nil where none does.
  private mutating func skipAddress(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let head = bytes[start] == 0x77 ? Array("www.".utf8) : Array("http".utf8)
    guard start + head.count < bytes.count, bytes[start..<start + head.count].elementsEqual(head)
    else { return nil }
    var index = start + head.count
    while index < bytes.count, bytes[index] > 0x20, bytes[index] < 0x7F, bytes[index] != 0x3C,
      bytes[index] != 0x29
    {
      index += 1
    }
    masked.append(start..<index)
    return index
  }
}
