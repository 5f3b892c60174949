#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The language messages are printed in.
public enum MessageLanguage: String, Sendable, CaseIterable {
  /// Chinese.
  case zh
  /// English.
  case en
}

/// A text for people in both languages, with its arguments kept apart from its wording.
///
/// `{0}`, `{1}` … in either wording stand for the arguments. Nothing is put together until a
/// language is chosen, so that making a message is cheap.
public struct Message: Sendable, Hashable {
  private let chinese: String
  private let english: String
  /// What stands for `{0}`, `{1}` ….
  public let arguments: [String]

  /// A message from its two wordings.
  public init(zh chinese: String, en english: String, _ arguments: String...) {
    self.chinese = chinese
    self.english = english
    self.arguments = arguments
  }

  /// The text in `language`.
  public func text(in language: MessageLanguage) -> String {
    let wording = language == .zh ? chinese : english
    guard !arguments.isEmpty else { return wording }
    var output: [UInt8] = []
    forEachPiece(in: language) { output.append(contentsOf: $0) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Hands the text in `language` to `body` piece by piece, none of them cut within a character: what
  /// writes it into a longer text needs no string of it.
  package func forEachPiece(
    in language: MessageLanguage, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var wording = language == .zh ? chinese : english
    wording.withUTF8 { wording in
      var start = 0
      var index = 0
      while index + 2 < wording.count, let base = wording.baseAddress,
        let found = memchr(base + index, Int32(UInt8(ascii: "{")), wording.count - index - 2)
      {
        index = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        let digit = Int(wording[index + 1]) - 0x30
        guard wording[index + 2] == UInt8(ascii: "}"), digit < 10,
          arguments.indices.contains(digit)
        else {
          index += 1
          continue
        }
        body(UnsafeBufferPointer(rebasing: wording[start..<index]))
        var argument = arguments[digit]
        argument.withUTF8(body)
        index += 3
        start = index
      }
      body(UnsafeBufferPointer(rebasing: wording[start...]))
    }
  }
}
