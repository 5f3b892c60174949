/// Why a package cannot be read.
public enum PackageFault: Error, Equatable {
  /// No archive, or a broken one; in the library's own words.
  case broken(String)
  /// A part that is not well-formed XML.
  case malformed(part: String, line: Int, words: String)
  /// A document type declaration, which could hide entities that multiply.
  case documentType(part: String)
  /// More than the limit, in bytes, when inflated.
  case tooLarge(limit: Int)
}
