public import ReportModel

/// What was read back from a text.
public struct ReadResult: Sendable {
  /// How well the text fits the template.
  public enum Fit: String, Sendable {
    /// The whole text is what the template prints with some values.
    case whole
    /// Some sentences are; the others were reworded, and nothing was read from them.
    case partial
    /// Nothing is.
    case none
  }

  /// How well the text fits.
  public let fit: Fit
  /// The values, in the text's order.
  public let values: [ReadValue]
  /// The stretches of the text that fit, in UTF-8 bytes.
  public let fitting: [Range<Int>]

  /// The certain value of a path; nil where there is none or the text prints two different ones.
  public func value(at path: String) -> ReadValue.Content? {
    let found = values.filter { $0.isCertain && $0.path.description == path }.map(\.content)
    guard let first = found.first, found.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

/// A value read back, with its place in the text.
public struct ReadValue: Sendable, Hashable {
  /// What was read.
  public enum Content: Sendable, Hashable {
    /// A number with its unit and qualifiers; the precision is the printed one.
    case quantity(Quantity)
    /// A text.
    case text(String)
    /// The members of a list.
    case list([String])
  }

  /// The name of a value, members of loops by their place.
  public struct Path: Sendable, Hashable, CustomStringConvertible {
    /// A part of a path.
    public enum Part: Sendable, Hashable {
      /// A name.
      case name(String)
      /// A member of what a loop goes through, from 0.
      case member(Int)
    }

    /// The parts: `资助`, row 1, `金额`.
    public let parts: [Part]

    /// The path in words, members from 1: `资助[2].金额`.
    public var description: String {
      var output = ""
      for part in parts {
        switch part {
        case .name(let name): output += (output.isEmpty ? "" : ".") + name
        case .member(let index): output += "[\(index + 1)]"
        }
      }
      return output
    }
  }

  /// Whose value it is.
  public let path: Path
  /// What was read.
  public let content: Content
  /// Its place in the text, in UTF-8 bytes.
  public let range: Range<Int>
  /// Whether no other reading of the text gives it another place.
  public let isCertain: Bool
  /// Whether the value itself is printed; else the print is only good for a comparison.
  public let readability: SlotReadability
}
