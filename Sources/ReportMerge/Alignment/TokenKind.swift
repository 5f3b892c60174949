/// What a token of a text is.
enum TokenKind: UInt8 {
  /// One Chinese character, or one of a script that is not Latin.
  case word
  /// A run of Latin letters, digits after a letter included.
  case latin
  /// A number with unit and qualifiers.
  case figure
  /// Digits that count and measure nothing: of dates, ordinals, names.
  case digits
  /// A punctuation mark.
  case mark
  /// A mark that ends a sentence.
  case stop
  /// A mark that closes a quotation or bracket.
  case closer
  /// A blank inside a line.
  case blank
  /// LF, CR LF or CR.
  case lineEnd

  /// Whether the token holds a number.
  var isNumeric: Bool { self == .figure || self == .digits }

  /// The kind of the token that a scalar opens; `figure` is never given.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x0A, 0x0D: self = .lineEnd
    case 0x20, 0x09, 0x0B, 0x0C, 0xA0, 0x3000, 0xFEFF, 0x2000...0x200B: self = .blank
    case 0x30...0x39, 0xFF10...0xFF19: self = .digits
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .latin
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF61, 0x21, 0x3B, 0x3F: self = .stop
    case 0x201D, 0x2019, 0xFF09, 0x29, 0x300B, 0x3009, 0x3011, 0x300D, 0x300F, 0x3015, 0x5D, 0x22:
      self = .closer
    case 0x21...0x7E, 0xB7, 0x2010...0x205E, 0x3001...0x303F, 0xFF01...0xFF65: self = .mark
    default: self = .word
    }
  }
}
