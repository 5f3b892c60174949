import OfficePackages
import ReportModel
import Testing

@testable import WordDocuments

/// Word refuses a document whose elements stand in another order than the schema's
/// (ECMA-376, part 1, annex A).
struct ElementOrderTests {
  /// The children that are written, in the schema's order, by their parent.
  private static let order: [String: [String]] = [
    "document": ["body"],
    "p": ["pPr", "sdt", "r"],
    "pPr": [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "tabs",
      "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
      "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc",
      "textAlignment", "outlineLvl", "rPr", "sectPr",
    ],
    "r": ["rPr", "t", "tab", "fldChar", "instrText"],
    "rPr": [
      "rStyle", "rFonts", "b", "bCs", "i", "iCs", "vanish", "color", "spacing", "w", "kern",
      "position", "sz", "szCs", "highlight", "u", "lang",
    ],
    "sdt": ["sdtPr", "sdtContent"],
    "sdtPr": ["rPr", "alias", "tag", "id", "lock"],
    "sectPr": [
      "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols",
      "docGrid",
    ],
    "style": [
      "name", "aliases", "basedOn", "next", "link", "hidden", "uiPriority", "semiHidden",
      "unhideWhenUsed", "qFormat", "pPr", "rPr",
    ],
    "styles": ["docDefaults", "latentStyles", "style"],
    "docDefaults": ["rPrDefault", "pPrDefault"],
    "settings": [
      "view", "zoom", "evenAndOddHeaders", "defaultTabStop", "characterSpacingControl",
      "footnotePr", "endnotePr", "compat", "rsids",
    ],
  ]

  /// Parents whose children may follow each other in any order.
  private static let free: Set<String> = ["p", "r", "body", "ftr", "sdtContent"]

  /// Collects the elements that stand in the wrong order, or are not in the table.
  private final class Handler: XMLPartHandler {
    private(set) var faults: [String] = []
    private var open: [(name: String, last: Int)] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      let child = ElementOrderTests.name(name)
      defer { open.append((child, -1)) }
      guard let parent = open.last, let order = ElementOrderTests.order[parent.name] else {
        return
      }
      guard let place = order.firstIndex(of: child) else {
        faults.append("\(parent.name) has \(child)")
        return
      }
      if place < parent.last, !ElementOrderTests.free.contains(parent.name) {
        faults.append("\(parent.name): \(child) after \(order[parent.last])")
      }
      open[open.count - 1].last = max(parent.last, place)
    }

    override func end(_ name: XMLName) { _ = open.popLast() }
  }

  /// An element's name as text; names not in the table are nobody's parents.
  private static func name(_ name: XMLName) -> String {
    for known in names where known.0 ~= name { return known.1 }
    return "another element"
  }

  private static let names: [(StaticString, String)] = [
    ("document", "document"), ("body", "body"), ("p", "p"), ("pPr", "pPr"), ("r", "r"),
    ("rPr", "rPr"), ("sdt", "sdt"), ("sdtPr", "sdtPr"), ("sdtContent", "sdtContent"),
    ("sectPr", "sectPr"), ("style", "style"), ("styles", "styles"), ("settings", "settings"),
    ("docDefaults", "docDefaults"), ("rPrDefault", "rPrDefault"), ("pPrDefault", "pPrDefault"),
    ("pStyle", "pStyle"), ("keepNext", "keepNext"), ("autoSpaceDE", "autoSpaceDE"),
    ("autoSpaceDN", "autoSpaceDN"), ("snapToGrid", "snapToGrid"), ("spacing", "spacing"),
    ("ind", "ind"), ("contextualSpacing", "contextualSpacing"), ("jc", "jc"),
    ("outlineLvl", "outlineLvl"), ("t", "t"), ("tab", "tab"), ("fldChar", "fldChar"),
    ("instrText", "instrText"), ("rStyle", "rStyle"), ("rFonts", "rFonts"), ("sz", "sz"),
    ("szCs", "szCs"), ("highlight", "highlight"), ("lang", "lang"), ("alias", "alias"),
    ("tag", "tag"), ("id", "id"), ("footerReference", "footerReference"), ("type", "type"),
    ("pgSz", "pgSz"), ("pgMar", "pgMar"), ("docGrid", "docGrid"), ("name", "name"),
    ("basedOn", "basedOn"), ("next", "next"), ("link", "link"), ("uiPriority", "uiPriority"),
    ("semiHidden", "semiHidden"), ("qFormat", "qFormat"),
    ("evenAndOddHeaders", "evenAndOddHeaders"),
    ("characterSpacingControl", "characterSpacingControl"), ("compat", "compat"),
  ]

  @Test func elementsStandInTheSchemasOrder() throws {
    var text = SourcedText()
    text.append(
      """
      某自治县教育局关于2023年上半年工作情况和下半年打算的报告

      一、工作情况
      1.抓党建。投入
      """.utf8, from: .words(file: "a.txt", offset: 0))
    let origin = ValueOrigin(file: "a.csv", line: 1, column: 1, path: "投入")
    text.append("65万元".utf8, from: .value([origin], nil))
    text.append("〔待填〕".utf8, from: .placeholder("数"))
    text.append(
      "。\t完。\n\n附件：1.甲\n2.乙\n\n某县教育局\n2023年7月18日\n".utf8,
      from: .words(file: "a.txt", offset: 9))
    var package = try OfficePackage(WordWriter.write(text), limit: 1 << 24)
    var seen = 0
    for part in package.partNames() where part.hasPrefix("word/") && part.hasSuffix(".xml") {
      let handler = Handler()
      #expect(try package.parse(part, with: handler))
      #expect(handler.faults == [], "\(part)")
      seen += 1
    }
    #expect(seen == 5)
  }
}
