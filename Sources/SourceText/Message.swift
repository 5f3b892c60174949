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
    var text = wording
    return text.withUTF8 { wording in
      var count = wording.count
      for argument in arguments { count += argument.utf8.count }
      var output: [UInt8] = []
      output.reserveCapacity(count)
      var start = 0
      var index = 0
      while index + 2 < wording.count {
        let digit = Int(wording[index + 1]) - 0x30
        guard wording[index] == UInt8(ascii: "{"), wording[index + 2] == UInt8(ascii: "}"),
          digit < 10, arguments.indices.contains(digit)
        else {
          index += 1
          continue
        }
        output.append(contentsOf: wording[start..<index])
        output.append(contentsOf: arguments[digit].utf8)
        index += 3
        start = index
      }
      output.append(contentsOf: wording[start...])
      return String(decoding: output, as: UTF8.self)
    }
  }
}
