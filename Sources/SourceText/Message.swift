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
    let bytes = Array(wording.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count,
        bytes[index + 2] == UInt8(ascii: "}"), (0x30...0x39).contains(bytes[index + 1]),
        arguments.indices.contains(Int(bytes[index + 1] - 0x30))
      {
        output.append(contentsOf: arguments[Int(bytes[index + 1] - 0x30)].utf8)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
