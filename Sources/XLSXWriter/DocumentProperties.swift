/// What a workbook says about itself.
public struct DocumentProperties: Hashable, Sendable {
  /// When the workbook counts as made: seconds since 1970-01-01 UTC, 1 up to the end of 9999.
  ///
  /// Given by the caller so that the same input makes the same bytes.
  public var created: Int64
  /// The title, or nil.
  public var title: String?
  /// The author, or nil.
  public var author: String?
  /// The company or office, or nil.
  public var company: String?
  /// Remarks, or nil.
  public var comments: String?

  /// Makes properties.
  public init(
    created: Int64, title: String? = nil, author: String? = nil, company: String? = nil,
    comments: String? = nil
  ) {
    self.created = created
    self.title = title
    self.author = author
    self.company = company
    self.comments = comments
  }
}
