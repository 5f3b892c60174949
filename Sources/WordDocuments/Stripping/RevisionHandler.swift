import OfficePackages

/// Finds what to cut from a part so that its tracked changes are accepted, and its comments and hidden
/// text gone.
final class RevisionHandler: XMLPartHandler {
  private(set) var edits = PartEdits()

  /// What becomes of an element.
  private enum Fate {
    case kept, cut
    /// Its tags go, what it holds stays.
    case opened
  }

  private struct Open {
    let start: Int
    var fate = Fate.kept
    var isParagraph = false
    /// Whether its mark is a deleted one, so that the next paragraph goes on with its text.
    var losesMark = false
    /// Whether it is cut, though what it says of its paragraph counts.
    var isReadOnly = false
    /// Whether the paragraph's style hides its text.
    var isHidden = false
    /// From the end of a paragraph that lost its mark to where this one's own content begins.
    var joint: Range<Int>?
  }

  private let styles: StyleSheet
  private var elements: [Open] = []
  /// The open element that is cut, by its depth.
  private var cutDepth: Int?
  private var runs: [Int] = []
  private var rows: [Int] = []
  private var paragraphs: [Int] = []
  /// How deep the reading is in properties of runs, rows, paragraphs and numbers.
  private var propertyDepth = 0
  private var isInRunProperties = false
  /// Where the end of a paragraph without its mark begins, until something else follows it.
  private var joint: Int?
  /// Whether the paragraph that goes on with the text has begun, and its properties are awaited.
  private var joinsProperties = false

  init(_ styles: StyleSheet) {
    self.styles = styles
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let tag = currentBytes
    var open = Open(start: tag.lowerBound)
    if cutDepth == nil {
      if "del" ~= name, propertyDepth > 0 { noteDeletion() }
      open.fate = fate(of: name)
      switch open.fate {
      case .cut: cutDepth = elements.count
      case .opened: edits.cut(tag)
      case .kept: enter(name, attributes, tag, &open)
      }
      joinsProperties = open.joint != nil
      if !Self.standsBetween(name) { joint = nil }
    }
    elements.append(open)
  }

  override func end(_ name: XMLName) {
    let tag = currentBytes
    guard let open = elements.popLast() else { return }
    if let cutDepth {
      guard cutDepth == elements.count else { return }
      self.cutDepth = nil
    } else {
      leave(name)
    }
    switch open.fate {
    case .cut: edits.cut(open.start..<tag.upperBound)
    case .opened: edits.cut(tag)
    case .kept:
      if open.isReadOnly { edits.cut(open.start..<tag.upperBound) }
      guard open.isParagraph else { return }
      // A paragraph of one tag cannot be opened: it goes whole.
      if let joint = open.joint { edits.cut(tag.isEmpty ? open.start..<tag.lowerBound : joint) }
      joint = open.losesMark ? tag.lowerBound : nil
    }
  }

  /// Whether an element may stand between paragraphs without parting them.
  private static func standsBetween(_ name: XMLName) -> Bool {
    "bookmarkStart" ~= name || "bookmarkEnd" ~= name || "proofErr" ~= name
  }

  /// What an element is for, by its name and where it stands.
  private func fate(of name: XMLName) -> Fate {
    switch name {
    case "del", "moveFrom": .cut
    case "ins", "moveTo": propertyDepth > 0 ? .cut : .opened
    case "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
      "tblGridChange", "tblPrExChange", "numberingChange", "moveFromRangeStart",
      "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "commentRangeStart",
      "commentRangeEnd", "commentReference", "annotationRef", "cellIns", "cellDel", "cellMerge",
      "trackRevisions", "rsids":
      .cut
    default: .kept
    }
  }

  /// Notes what bears on the elements around.
  private func enter(
    _ name: XMLName, _ attributes: XMLAttributes, _ tag: Range<Int>, _ open: inout Open
  ) {
    switch name {
    case "p":
      open.isParagraph = true
      open.joint = joint.map { $0..<tag.upperBound }
      paragraphs.append(elements.count)
    case "r":
      runs.append(elements.count)
      // What the run's own properties say comes after.
      if let index = paragraphs.last, elements[index].isHidden { open.fate = .cut }
    case "tr": rows.append(elements.count)
    case "rPr":
      isInRunProperties = true
      propertyDepth += 1
    case "trPr", "numPr": propertyDepth += 1
    case "pPr":
      propertyDepth += 1
      // The properties of the paragraph before hold for the text of both.
      open.isReadOnly = joinsProperties
    case "vanish":
      if isInRunProperties { setRun(attributes.isOn ? .cut : .kept) }
    case "rStyle":
      if let isHidden = styles.resolve(attributes["val"], { $0.isHidden }) {
        setRun(isHidden ? .cut : .kept)
      }
    case "pStyle":
      guard let index = paragraphs.last, elements.indices.contains(index) else { return }
      elements[index].isHidden = styles.resolve(attributes["val"], { $0.isHidden }) == true
    default: break
    }
  }

  /// A deletion in properties is of the paragraph's mark or of the row.
  private func noteDeletion() {
    if isInRunProperties, let index = paragraphs.last, elements.indices.contains(index) {
      elements[index].losesMark = true
    } else if let index = rows.last, elements.indices.contains(index) {
      elements[index].fate = .cut
    }
  }

  /// Cuts or keeps the run whose properties are read; a paragraph's own, of its mark, are no run's.
  private func setRun(_ fate: Fate) {
    if let index = runs.last, index > (paragraphs.last ?? -1), elements.indices.contains(index) {
      elements[index].fate = fate
    }
  }

  private func leave(_ name: XMLName) {
    switch name {
    case "p": _ = paragraphs.popLast()
    case "r": _ = runs.popLast()
    case "tr": _ = rows.popLast()
    case "rPr":
      isInRunProperties = false
      propertyDepth = max(0, propertyDepth - 1)
    case "trPr", "numPr", "pPr": propertyDepth = max(0, propertyDepth - 1)
    default: break
    }
    if !Self.standsBetween(name) { joint = nil }
  }
}
