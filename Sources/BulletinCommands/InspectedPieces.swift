import BulletinSyntax
import ReportModel
import SourceText

/// What a text says of its headings and figures, as bytes.
///
/// Straight from the text where it stands there in one piece, which it mostly does; a string for
/// each would take most of the time of a long listing.
struct InspectedPieces {
  private let source: SourceFile
  /// Whether tags may cut what is asked for.
  private let mayHoldTags: Bool

  /// The pieces of a text.
  init(_ source: SourceFile) {
    self.source = source
    mayHoldTags = source.contains(byte: 0x3C)
  }

  /// A heading's number, blanks and line breaks left out.
  func number(of heading: Heading, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if mayHoldBlanks(source.bytes[heading.number]) {
      string(heading.numberText(in: source), body)
    } else {
      piece(heading.number, body)
    }
  }

  /// A heading's title.
  func title(of heading: Heading, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    piece(heading.title, body)
  }

  /// A figure as it stands in the text.
  func surface(of figure: Figure, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if mayHoldTags {
      string(figure.surface(in: source), body)
    } else {
      piece(figure.range, body)
    }
  }

  /// A figure's unit.
  func unit(of figure: Figure, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let isCut = figure.qualifiers.contains { figure.unit.contains($0.lowerBound) }
    if mayHoldTags || isCut || figure.unit.lowerBound < figure.numerals.lowerBound {
      string(figure.unitText(in: source), body)
    } else {
      piece(figure.unit, body)
    }
  }

  /// A figure's qualifiers, joined by `;`.
  func qualifiers(of figure: Figure, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if !mayHoldTags, figure.qualifiers.count <= 1 {
      piece(figure.qualifiers.first ?? 0..<0, body)
    } else {
      string(figure.qualifierText(in: source), body)
    }
  }

  /// What a figure counts.
  func label(of figure: Figure, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if mayHoldTags {
      string(figure.labelText(in: source), body)
    } else {
      piece(figure.label, body)
    }
  }

  private func piece(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    source.bytes.withUnsafeBufferPointer { buffer in
      body(UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)]))
    }
  }

  private func string(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8(body)
  }

  /// Whether blanks may stand in a number; U+3000 is E3 80 80, and 、 is E3 80 81.
  private func mayHoldBlanks(_ number: ArraySlice<UInt8>) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in number {
      switch byte {
      case 0...0x20, 0xC2, 0xE1, 0xE2: return true
      case 0x80: if before == (0xE3, 0x80) { return true }
      default: break
      }
      before = (before.1, byte)
    }
    return false
  }
}
