import OfficePackages

/// Finds what to cut from the parts around a document's text: lists of parts that go, and names.
final class CutHandler: XMLPartHandler {
  private(set) var edits = PartEdits()
  private let isGone: (XMLName, XMLAttributes) -> Bool
  private let isEmptied: (XMLName) -> Bool
  private var elements: [(start: Int, isCut: Bool)] = []
  /// Where the text begins of an element that is emptied.
  private var textStart: Int?

  /// A handler that cuts the elements that are gone, and the text of those that are emptied.
  init(
    gone isGone: @escaping (XMLName, XMLAttributes) -> Bool = { _, _ in false },
    emptied isEmptied: @escaping (XMLName) -> Bool = { _ in false }
  ) {
    self.isGone = isGone
    self.isEmptied = isEmptied
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let tag = currentBytes
    elements.append((tag.lowerBound, isGone(name, attributes)))
    textStart = isEmptied(name) ? tag.upperBound : nil
  }

  override func end(_ name: XMLName) {
    let tag = currentBytes
    guard let element = elements.popLast() else { return }
    if element.isCut { edits.cut(element.start..<tag.upperBound) }
    if let textStart, isEmptied(name), textStart <= tag.lowerBound {
      edits.cut(textStart..<tag.lowerBound)
    }
    textStart = nil
  }
}
