import OfficePackages

extension BodyBuilder {
  mutating func startProperty(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "pStyle": frame.paragraph.style = attributes["val"]
    case "numPr":
      frame.isInList = true
      frame.paragraph.list = ListReference()
    case "ilvl" where frame.isInList: frame.paragraph.list?.level = attributes.integer("val")
    case "numId" where frame.isInList: frame.paragraph.list?.number = attributes["val"]
    case "vanish" where !frame.isInParagraphProperties: frame.isHidden = attributes.isOn
    case "rStyle" where !frame.isInParagraphProperties:
      if let isHidden = setting.styles.resolve(attributes["val"], { $0.isHidden }) {
        frame.isHidden = isHidden
      }
    default: break
    }
  }

  mutating func startMark(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "tab", "ptab": add("\t")
    case "br":
      // A page or column break leaves no mark in the text.
      let type = attributes["type"] ?? "textWrapping"
      if type == "textWrapping" { add("\n") }
    case "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "sym":
      if let code = attributes["char"].flatMap({ UInt32($0, radix: 16) }),
        let scalar = Unicode.Scalar(code)
      {
        add(String(Character(scalar)))
      }
    case "lastRenderedPageBreak": frame.paragraph.piece.pageStarts.append(frame.paragraph.length)
    default: break
    }
  }

  mutating func addNote(_ kind: NoteReference.Kind, _ attributes: XMLAttributes) {
    guard let id = attributes["id"], isVisible else { return }
    frame.paragraph.piece.notes.append(NoteReference(kind: kind, id: id))
  }
}
