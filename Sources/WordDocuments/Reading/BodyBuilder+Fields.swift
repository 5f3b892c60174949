import OfficePackages

extension BodyBuilder {
  /// Takes the mark that begins a field, its result, or ends it (ECMA-376, part 1, clause 17.16.18).
  mutating func startFieldMark(_ type: String?) {
    switch type {
    case "begin":
      frame.formBox = nil
      frame.fields.append(BodyFrame.OpenField())
    case "separate":
      guard let last = frame.fields.indices.last else { return }
      frame.fields[last].isInCode = false
    case "end":
      guard let field = frame.fields.popLast() else { return }
      frame.isInCode = frame.fields.contains(where: \.isInCode)
      if let isTicked = frame.formBox {
        add(isTicked ? "☑" : "☐")
      } else if field.isInCode, let number = Self.encircled(field.code) {
        add(number)
      }
      frame.formBox = nil
    default: return
    }
    // A code with another field's result in it is no text.
    frame.isInCode = frame.fields.dropLast().contains(where: \.isInCode)
  }

  /// Adds to the code of the field that is read.
  mutating func addCode(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = frame.fields.indices.last, frame.fields[last].code.count < 256 else { return }
    frame.fields[last].code.append(contentsOf: bytes)
  }

  /// Adds the words of an ornamental lettering, which stand as a text box does.
  mutating func addLettering(_ words: String) {
    guard isVisible, !words.isEmpty else { return }
    var piece = TextPiece()
    piece.append(words)
    frame.paragraph.boxes.append(piece)
  }

  /// What word processors overlay with a circle, `eq \o\ac(○,3)`, as the one character that it is;
  /// nil for any other code.
  private static func encircled(_ code: [UInt8]) -> String? {
    let text = String(decoding: code, as: UTF8.self).filter { !$0.isWhitespace }
    guard text.prefix(2).lowercased() == "eq", text.contains("\\o"),
      let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close
    else { return nil }
    let parts = text[text.index(after: open)..<close].split { ",;，".contains($0) }
    guard parts.count == 2, parts[0] == "○" || parts[0] == "〇" else { return nil }
    return Int(parts[1]).map { ListNumber.text($0, format: "decimalEnclosedCircle") }
      ?? String(parts[1])
  }
}
