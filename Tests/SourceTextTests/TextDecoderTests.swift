import SourceText
import Testing

@Suite struct TextDecoderTests {
  /// 汉字 in each encoding.
  @Test(
    arguments: [
      ([0xE6, 0xB1, 0x89, 0xE5, 0xAD, 0x97], TextEncoding.utf8, EncodingConfidence.certain),
      ([0xEF, 0xBB, 0xBF, 0xE6, 0xB1, 0x89, 0xE5, 0xAD, 0x97], .utf8, .certain),
      ([0xBA, 0xBA, 0xD7, 0xD6], .gb18030, .likely),
      ([0xFF, 0xFE, 0x49, 0x6C, 0x57, 0x5B], .utf16LittleEndian, .certain),
      ([0xFE, 0xFF, 0x6C, 0x49, 0x5B, 0x57], .utf16BigEndian, .certain),
      ([0x49, 0x6C, 0x57, 0x5B, 0x0A, 0x00], .utf16LittleEndian, .likely),
      ([0x6C, 0x49, 0x5B, 0x57, 0x00, 0x0A], .utf16BigEndian, .likely),
    ] as [([UInt8], TextEncoding, EncodingConfidence)])
  func recognises(raw: [UInt8], encoding: TextEncoding, confidence: EncodingConfidence) throws {
    let file = SourceFile(name: "a", raw: raw)
    #expect(file.encoding == encoding)
    #expect(file.confidence == confidence)
    #expect(file.text.contains("汉字"))
    #expect(file.decodingFaults.isEmpty)
    #expect(try file.encoded() == raw)
  }

  @Test func emptyAndASCIIAreCertainUTF8() {
    for raw in [[], Array("plain\n".utf8)] as [[UInt8]] {
      let result = TextDecoder.decode(raw)
      #expect(result.bytes == raw)
      #expect(result.encoding == .utf8)
      #expect(result.confidence == .certain)
    }
  }

  @Test func listsWhatDoesNotDecode() {
    let raw: [UInt8] = [0xE6, 0xB1, 0x89, 0xFF, 0x0A, 0xE5, 0xAD]
    let result = TextDecoder.decode(raw)
    #expect(result.encoding == .utf8)
    #expect(result.confidence == .guessed)
    #expect(result.bytes == Array("汉\u{FFFD}\n\u{FFFD}".utf8))
    #expect(result.faults.map(\.rawOffset) == [3, 5])
    #expect(result.faults.map(\.offset) == [3, 7])
    #expect(result.faults.map(\.byte) == [0xFF, 0xE5])
  }

  /// Not timed: were each fault to cost the whole text, it would not end.
  @Test(arguments: [nil, .utf8, .gb18030, .utf16LittleEndian] as [TextEncoding?])
  func aTextOfNothingButBrokenBytesEnds(_ encoding: TextEncoding?) {
    let raw = [UInt8](repeating: encoding == .utf16LittleEndian ? 0xDC : 0xFF, count: 2_000_000)
    let result = TextDecoder.decode(raw, as: encoding)
    let width = encoding == .utf16LittleEndian ? 2 : 1
    #expect(result.faultCount == raw.count / width)
    #expect(result.faults.count == TextDecoder.mostFaults)
    #expect(result.bytes.count == 3 * result.faultCount)
    #expect(SourceFile(name: "a", raw: raw, encoding: encoding).decodingFaultCount > 10_000)
  }

  @Test(arguments: [TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian])
  func longTextsComeThroughWholeBothWays(_ encoding: TextEncoding) throws {
    let text = Array(String(repeating: "云溪县教育局 a😀\n", count: 30_000).utf8)
    let raw = try TextDecoder.encode(text, as: encoding)
    #expect(TextDecoder.decode(raw, as: encoding).bytes == text)
  }

  /// Sound characters of each width before and after each kind of broken byte, at each place of the
  /// eight that are looked at together.
  @Test func brokenBytesAreFoundWhereverTheyStand() {
    let broken: [[UInt8]] = [
      [0xFF], [0x80], [0xE6, 0xB1], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0xAF],
      [0xF5, 0x80, 0x80, 0x80], [0xE6, 0x41, 0x89],
    ]
    for before in ["", "a", "ab", "é", "汉", "a汉", "汉字", "😀", "\u{800}", "\u{D7FF}", "汉字abcdefg"] {
      for after in ["", "z", "汉字汉字汉字", "é汉汉汉汉", "abcdefgh汉"] {
        #expect(TextDecoder.decode(Array((before + after).utf8)).confidence == .certain)
        for bytes in broken {
          let raw = Array(before.utf8) + bytes + Array(after.utf8)
          let result = TextDecoder.decode(raw, as: .utf8)
          let isLikeTheLibrary = result.bytes == Array(String(decoding: raw, as: UTF8.self).utf8)
          #expect(result.faults.first?.rawOffset == before.utf8.count)
          #expect(isLikeTheLibrary)
        }
      }
    }
  }

  @Test func obeysAForcedEncoding() {
    let raw: [UInt8] = [0xE6, 0xB1, 0x89, 0xE5]
    let result = TextDecoder.decode(raw, as: .utf8)
    #expect(result.encoding == .utf8)
    #expect(result.faults.count == 1)
    #expect(TextDecoder.decode([0xBA, 0xBA], as: .gb18030).confidence == .certain)
  }

  @Test func namesTheCharacterThatHasNoPlace() {
    let error = #expect(throws: EncodingError.self) {
      try TextDecoder.encode([0x61, 0xFF], as: .utf16LittleEndian)
    }
    #expect(error?.encoding == .utf16LittleEndian)
    #expect(error?.offset == 1)
  }

  @Test(arguments: [
    ("UTF-8", TextEncoding.utf8), ("utf-8-sig", .utf8), ("GBK", .gb18030), ("gb2312", .gb18030),
    ("UTF-16", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
  ])
  func knowsTheUsualNames(name: String, encoding: TextEncoding) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func refusesAnUnknownName() {
    #expect(TextEncoding(name: "latin-9") == nil)
  }
}
