import OfficePackages
import SourceText

/// Collects who made a document from its property parts.
final class PropertyHandler: XMLPartHandler {
  private(set) var properties = SourceDocument.Properties()
  /// How many pages the document had when it was saved; nil where it does not say.
  private(set) var pageCount: Int?
  private var isPages = false
  private var buffer: [UInt8] = []
  private var field: WritableKeyPath<SourceDocument.Properties, String>?

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    buffer.removeAll(keepingCapacity: true)
    switch name {
    case "creator": field = \.creator
    case "lastModifiedBy": field = \.lastModifiedBy
    case "Company": field = \.company
    case "title": field = \.title
    case "Pages":
      field = nil
      isPages = true
    default: field = nil
    }
  }

  override func end(_ name: XMLName) {
    if let field { properties[keyPath: field] = String(decoding: buffer, as: UTF8.self) }
    if isPages { pageCount = buffer.withUnsafeBufferPointer { wholeNumber($0) } }
    field = nil
    isPages = false
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if field != nil || isPages { buffer.append(contentsOf: bytes) }
  }
}
