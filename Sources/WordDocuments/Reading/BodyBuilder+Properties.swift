import OfficePackages

extension BodyBuilder {
  mutating func startProperty(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "pStyle":
      frame.paragraph.style = attributes["val"]
      let isHidden = setting.styles.resolve(frame.paragraph.style) { $0.isHidden } ?? false
      frame.paragraph.isHidden = isHidden
      frame.paragraph.isMarkHidden = isHidden
    case "numPr":
      frame.isInList = true
      frame.paragraph.list = ListReference()
    case "ilvl" where frame.isInList: frame.paragraph.list?.level = attributes.integer("val")
    case "numId" where frame.isInList: frame.paragraph.list?.number = attributes["val"]
    case "vanish":
      if !frame.isInParagraphProperties {
        frame.isHidden = attributes.isOn
      } else if frame.isInRunProperties {
        frame.paragraph.isMarkHidden = attributes.isOn
      }
    case "pageBreakBefore" where attributes.isOn: startPage(isRendered: false)
    case "sectPr": frame.startsPage = true
    case "type" where attributes["val"] == "continuous": frame.startsPage = false
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
      let type = attributes["type"] ?? "textWrapping"
      if type == "textWrapping" {
        add("\n")
      } else if isVisible {
        if type == "page" { startPage(isRendered: false) }
        frame.paragraph.awaitsLine = true
      }
    case "cr": add("\n")
    case "noBreakHyphen": add("-")
    case "sym":
      if let code = attributes["char"].flatMap({ UInt32($0, radix: 16) }),
        let scalar = SymbolFont.scalar(code, font: attributes["font"] ?? "")
      {
        add(String(Character(scalar)))
      }
    case "lastRenderedPageBreak": startPage(isRendered: true)
    case "fldChar": startFieldMark(attributes["fldCharType"])
    // A box to be ticked in a form; what it is set to stands before what it was.
    case "checkBox": frame.formBox = false
    case "checked", "default": if frame.formBox != nil { frame.formBox = attributes.isOn }
    default: break
    }
  }

  mutating func startPage(isRendered: Bool) {
    frame.paragraph.piece.pageStarts.append(
      PageStart(offset: frame.paragraph.length, isRendered: isRendered))
  }

  mutating func addNote(_ kind: NoteReference.Kind, _ attributes: XMLAttributes) {
    guard let id = attributes["id"], isVisible else { return }
    frame.paragraph.piece.notes.append(NoteReference(kind: kind, id: id))
  }
}
