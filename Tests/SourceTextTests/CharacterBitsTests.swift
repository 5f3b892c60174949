import Testing

@testable import SourceText

@Suite struct CharacterBitsTests {
  static let numerals = CharacterBits("一《", "0"..."9", "０"..."９")

  @Test(arguments: ["一", "《", "0", "９"])
  func holdsWhatItWasGiven(_ character: Unicode.Scalar) {
    #expect(Self.numerals.contains(Int(character.value)))
  }

  @Test(arguments: ["二", "》", "a", "\u{1F600}", "\0", "é"] as [Unicode.Scalar])
  func holdsNothingElse(_ character: Unicode.Scalar) {
    #expect(!Self.numerals.contains(Int(character.value)))
  }

  /// The place of the first numeral or 《 is where reading scalar by scalar finds it.
  @Test(arguments: [
    "", "校", "完成5项", "é😀五一", "全县第一批", "見《辦法》", "ab9", "印发（２）", "\u{FFFD}é😀校舍维修", "一", "校舍一",
  ])
  func findsTheFirst(_ text: String) {
    var expected = 0
    for scalar in text.unicodeScalars {
      if Self.numerals.contains(Int(scalar.value)) { break }
      expected += UTF8.width(scalar)
    }
    // Two bytes may be read beyond the end.
    let bytes = Array(text.utf8) + [0, 0]
    let found = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map {
        Self.numerals.firstOffset(in: $0, from: 0, to: text.utf8.count)
      }
    }
    #expect(found == expected)
  }
}
