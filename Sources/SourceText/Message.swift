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
    var output = ""
    output.reserveCapacity(
      wording.utf8.count + arguments.reduce(0) { $0 + $1.utf8.count })
    var rest = wording[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let argument = argument(at: open, in: rest) else {
        let next = rest.utf8.index(after: open)
        output += rest[..<next]
        rest = rest[next...]
        continue
      }
      output += rest[..<open]
      output += argument
      rest = rest[rest.utf8.index(open, offsetBy: 3)...]
    }
    output += rest
    return output
  }

  /// The argument that `{0}` or its like at `open` stands for; nil for anything else.
  private func argument(at open: String.Index, in wording: Substring) -> String? {
    let place = wording.utf8[open...].prefix(3)
    guard place.count == 3, place.last == UInt8(ascii: "}") else { return nil }
    let digit = place[place.index(after: open)]
    guard (0x30...0x39).contains(digit), arguments.indices.contains(Int(digit - 0x30)) else {
      return nil
    }
    return arguments[Int(digit - 0x30)]
  }
}
