/// A text that was decoded wrongly once before it was saved: 中国 kept as ä¸­å›½ or 涓浗.
public struct Mojibake: Sendable, Equatable {
  /// What the text was taken for.
  public enum Mistake: String, Sendable, CaseIterable {
    /// UTF-8 taken for Windows-1252 or Latin-1.
    case utf8AsLatin
    /// GB 18030 taken for Windows-1252 or Latin-1.
    case gb18030AsLatin
    /// UTF-8 taken for GB 18030.
    case utf8AsGB18030
    /// UTF-8 taken for MacCyrillic.
    case utf8AsMacCyrillic
    /// GB 18030 taken for UTF-8: full of U+FFFD, or 锟斤拷 where that was saved as GB 18030. What it
    /// said is gone.
    case lost
  }

  /// What went wrong.
  public let mistake: Mistake
  /// The first place that shows it, in UTF-8 bytes.
  public let offset: Int
  /// The text put right, in UTF-8; nil where that is not certain.
  public let repaired: [UInt8]?

  /// Looks at a UTF-8 text for the traces of a wrong decoding; nil where there are none.
  ///
  /// A repair is given only if every byte of the text goes back to the bytes it was decoded from
  /// and these decode whole to a Chinese text. Linear; a text without traces is judged by its first
  /// 64 KB.
  public static func examine(_ bytes: [UInt8]) -> Mojibake? {
    let traces = Traces(bytes.prefix(1 << 16))
    if let offset = traces.firstLost, traces.lost >= 2 {
      return Mojibake(mistake: .lost, offset: offset, repaired: nil)
    }
    // A few are bytes that were damaged one by one; those are told of where they stand.
    if traces.replaced >= 8, traces.replaced * 4 > traces.beyondASCII,
      let offset = traces.firstReplaced
    {
      return Mojibake(mistake: .lost, offset: offset, repaired: nil)
    }
    if traces.latin * 2 > traces.beyondASCII, let offset = traces.firstLatin {
      let isLikeUTF8 = traces.latinLeads >= 6 && traces.latinLeads * 5 > traces.beyondASCII
      return latin(bytes, offset, isLikeUTF8: isLikeUTF8)
    }
    if traces.cyrillic * 3 > traces.beyondASCII, let offset = traces.firstCyrillic {
      let repaired = repair(bytes, takenFor: "MAC-CYRILLIC")
      return repaired.map {
        Mojibake(mistake: .utf8AsMacCyrillic, offset: offset, repaired: $0)
      }
    }
    if traces.oddHan >= 3, traces.oddHan * 8 > traces.han, let offset = traces.firstOddHan {
      let repaired = repair(bytes, takenFor: TextEncoding.gb18030.rawValue)
      guard repaired != nil || traces.oddHan >= 8 else { return nil }
      return Mojibake(mistake: .utf8AsGB18030, offset: offset, repaired: repaired)
    }
    return nil
  }

  private static func latin(
    _ bytes: [UInt8], _ offset: Int, isLikeUTF8: Bool
  ) -> Mojibake? {
    let raw = latinBytes(bytes)
    if let raw, isValid(raw), mostlyHan(raw) {
      return Mojibake(mistake: .utf8AsLatin, offset: offset, repaired: raw)
    }
    if isLikeUTF8 { return Mojibake(mistake: .utf8AsLatin, offset: offset, repaired: nil) }
    guard let raw else { return nil }
    let chinese = TextDecoder.decode(raw, as: .gb18030)
    guard chinese.faults.isEmpty, mostlyHan(chinese.bytes) else { return nil }
    return Mojibake(mistake: .gb18030AsLatin, offset: offset, repaired: chinese.bytes)
  }

  /// The bytes that give this text when taken for `encoding`, if they are Chinese UTF-8.
  private static func repair(_ bytes: [UInt8], takenFor encoding: String) -> [UInt8]? {
    guard let raw = TextDecoder.converted(bytes, from: "UTF-8", to: encoding),
      isValid(raw), mostlyHan(raw)
    else { return nil }
    return raw
  }

  private static func isValid(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func mostlyHan(_ bytes: [UInt8]) -> Bool {
    let traces = Traces(bytes.prefix(1 << 16))
    return traces.han * 2 > traces.beyondASCII && traces.oddHan * 8 <= max(traces.han, 8)
  }

  /// Each scalar as the byte that Windows-1252, or Latin-1 where that has none, gives it.
  private static func latinBytes(_ bytes: [UInt8]) -> [UInt8]? {
    var raw: [UInt8] = []
    raw.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x100 {
        raw.append(UInt8(scalar.value))
      } else if let byte = windows1252[scalar] {
        raw.append(byte)
      } else {
        return nil
      }
    }
    return raw
  }

  private static let windows1252: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88,
    "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93,
    "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}

/// How often the signs of wrong decoding stand in a text.
private struct Traces {
  private(set) var beyondASCII = 0
  private(set) var latin = 0
  private(set) var cyrillic = 0
  private(set) var han = 0
  /// Characters that Chinese UTF-8 turns into when taken for GBK, rare in real prose.
  private(set) var oddHan = 0
  private(set) var lost = 0
  private(set) var replaced = 0
  /// How often one of äåæçèé, the first byte of a Han character in UTF-8, stands before what else such
  /// bytes turn into.
  private(set) var latinLeads = 0
  private var isAfterLead = false
  private(set) var firstReplaced: Int?
  private(set) var firstLatin: Int?
  private(set) var firstCyrillic: Int?
  private(set) var firstOddHan: Int?
  private(set) var firstLost: Int?

  /// Looks at UTF-8 that is valid, or cut within its last character.
  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      Self.oddHan.withBits { count(buffer, odd: $0) }
    }
  }

  /// Han characters and ASCII, which most texts are made of, are told by their first byte.
  private mutating func count(
    _ bytes: UnsafeBufferPointer<UInt8>, odd: UnsafeBufferPointer<UInt64>
  ) {
    var offset = 0
    var han = 0
    while offset &+ 2 < bytes.count {
      let first = bytes[offset]
      if Self.isHan(bytes, at: offset) {
        let start = offset
        repeat {
          let row = Int(bytes[offset] & 0xF) << 6 | Int(bytes[offset &+ 1] & 0x3F)
          if odd[row] & 1 << UInt64(bytes[offset &+ 2] & 0x3F) != 0 {
            countOdd(Self.threeByteValue(bytes, at: offset), at: offset)
          }
          offset &+= 3
        } while offset &+ 2 < bytes.count && Self.isHan(bytes, at: offset)
        han &+= (offset &- start) / 3
        isAfterLead = false
        continue
      } else if first < 0x80 {
        isAfterLead = false
        offset &+= 1
        continue
      }
      offset &+= countOther(bytes, at: offset)
    }
    // Of two bytes or fewer.
    if offset &+ 1 < bytes.count, bytes[offset] < 0x80 { offset &+= 1 }
    if offset &+ 1 < bytes.count, bytes[offset] &- 0xC0 < 0x20 {
      _ = countOther(bytes, at: offset)
    }
    self.han = han
    beyondASCII &+= han
  }

  /// Whether a character from U+4E00 to U+9FFF begins at `offset`.
  @inline(__always)
  private static func isHan(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let first = bytes[offset]
    return first &- 0xE4 < 6 && (first > 0xE4 || bytes[offset &+ 1] >= 0xB8)
  }

  @inline(__always)
  private static func threeByteValue(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let high = Int(bytes[offset] & 0xF) << 12
    let middle = Int(bytes[offset &+ 1] & 0x3F) << 6
    return high | middle | Int(bytes[offset &+ 2] & 0x3F)
  }

  private mutating func countOdd(_ value: Int, at offset: Int) {
    if value == 0x951F {  // 锟
      lost += 1
      firstLost = firstLost ?? offset
    } else {
      oddHan += 1
      firstOddHan = firstOddHan ?? offset
    }
  }

  /// Counts a character that is no Han and gives its width.
  private mutating func countOther(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let first = bytes[offset]
    let value: Int
    let width: Int
    switch first {
    case 0xC0..<0xE0:
      (value, width) = (Int(first & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F), 2)
    case 0xE0..<0xF0: (value, width) = (Self.threeByteValue(bytes, at: offset), 3)
    case 0xF0...: (value, width) = (0x10000, 4)
    default: return 1
    }
    count(value, at: offset)
    return width
  }

  private mutating func count(_ value: Int, at offset: Int) {
    guard value != 0xFEFF else {
      isAfterLead = false
      return
    }
    beyondASCII += 1
    if isAfterLead, value < 0x2123 { latinLeads += 1 }
    isAfterLead = (0xE3...0xEF).contains(value)
    switch value {
    case 0x80...0x17F, 0x192, 0x2C6, 0x2DC:
      latin += 1
      firstLatin = firstLatin ?? offset
    case 0xFFFD:
      replaced += 1
      firstReplaced = firstReplaced ?? offset
    case 0x400...0x4FF:
      cyrillic += 1
      firstCyrillic = firstCyrillic ?? offset
    default: break
    }
  }

  /// The first halves of 的 。 ， 、 是 在 国 and other frequent characters, read as GBK.
  private static let oddCharacters: [Unicode.Scalar] = [
    "鐨", "銆", "锛", "鏄", "鍦", "鍥", "涓", "涔", "浜", "鍜", "鏈", "骞", "鍙", "鍏", "鍒", "鍚",
    "鐜", "璁", "鎴", "瀛", "鏁", "鐢", "绋", "缁", "鏀", "闂", "鍔", "鐩", "鎬", "鎵", "瀹", "璐",
    "鈥", "鍖", "閮", "妯", "浠", "鍊", "鍘", "鏃", "灏", "彂", "澶", "鏂", "绗", "鍛", "欒", "牎",
  ]

  /// These and 锟: asked for every character of a text, for which a set is too slow.
  private static let oddHan: CharacterBits = {
    var bits = CharacterBits()
    for scalar in oddCharacters + ["锟"] where (0x4E00...0x9FFF).contains(scalar.value) {
      bits.insert(Int(scalar.value))
    }
    return bits
  }()
}
