/// The fonts of a written document, by what they set.
public struct DocumentFonts: Sendable, Equatable {
  /// The title.
  public var title = "方正小标宋简体"
  /// Headings of the first level.
  public var heading1 = "黑体"
  /// Headings of the second level.
  public var heading2 = "楷体_GB2312"
  /// Text, and headings of deeper levels.
  public var body = "仿宋_GB2312"
  /// Latin letters and digits; empty for the font of the text around them.
  public var latin = ""
  /// Page numbers.
  public var pageNumber = "宋体"

  /// The fonts that GB/T 9704-2012 names (clauses 5.2.2, 7.3.1, 7.3.3 and 7.5).
  public init() {}
}
