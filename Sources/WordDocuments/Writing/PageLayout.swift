/// The page of GB/T 9704-2012.
///
/// A4 with a text block of 156 mm × 225 mm, 22 lines of 28 characters (clauses 5.1, 5.2.1 and 5.2.3).
/// Lengths are in twentieths of a point.
enum PageLayout {
  /// 16 points, 三号 (clause 5.2.2), in half points.
  static let bodySize = 32
  /// 22 points, 二号 (clause 7.3.1), in half points.
  static let titleSize = 44
  /// 14 points, 四号 (clause 7.5), in half points.
  static let pageNumberSize = 28
  /// From one line to the next: 225 mm for 22 lines are 28.99 points; a little less lets the last fit.
  static let linePitch = 579
  /// How much closer characters of 16 points stand so that 28 of them fit into 156 mm.
  static let characterSpacing = -5
  /// From one character to the next.
  static let characterPitch = 315
  /// The width of the text block: 156 mm.
  static let textWidth = 8844
  /// The indent of a paragraph's first line: two characters.
  static let firstLine = 630

  /// The section's properties: page, margins, grid and the two footers.
  ///
  /// Margins are 37 mm above (clause 5.2.1), 28 mm left, and what is left of the page below and right.
  static let section = """
    <w:sectPr><w:footerReference w:type="default" r:id="rId4"/>\
    <w:footerReference w:type="even" r:id="rId5"/><w:type w:val="nextPage"/>\
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" \
    w:footer="\(footer)" w:gutter="0"/>\
    <w:docGrid w:type="lines" w:linePitch="\(linePitch)"/></w:sectPr>
    """

  /// From the page's lower edge to the page number's: its dashes stand 7 mm below the text block
  /// (clause 7.5).
  static let footer = 1440
}
