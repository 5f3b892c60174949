import OfficePackages

/// Hands the elements of a document's text, or of its notes, to a builder.
final class BodyHandler: XMLPartHandler {
  private(set) var builder: BodyBuilder
  /// How many elements deep the reading is in one that is passed over.
  private var skipped = 0
  private var isInCode = false

  init(_ setting: BodySetting) {
    builder = BodyBuilder(setting)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch name {
    // The looks before a tracked change, a second copy for old programs, the hint above a ruby.
    case "Fallback", "rt", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange",
      "trPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "delInstrText":
      skipped = 1
    default:
      startParts(name, attributes)
    }
  }

  private func startParts(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "document": builder.sawDocument = true
    case "instrText": isInCode = true
    // The words of an ornamental lettering.
    case "textpath": builder.addLettering(attributes["string"] ?? "")
    case "drawing", "pict", "object": builder.graphicDepth += 1
    case "txbxContent": builder.startBox()
    case "footnote", "endnote": builder.startNote(attributes)
    default:
      guard !builder.isInGraphic else { return }
      builder.start(name, attributes)
    }
  }

  override func end(_ name: XMLName) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "instrText": isInCode = false
    case "drawing", "pict", "object": builder.graphicDepth -= 1
    case "txbxContent": builder.endBox()
    case "footnote", "endnote": builder.endNote()
    default:
      guard !builder.isInGraphic else { return }
      builder.end(name)
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, !builder.isInGraphic else { return }
    if isInCode { builder.addCode(bytes) } else { builder.text(bytes) }
  }
}
