import OfficePackages
import SourceText

/// Collects who made a document from its property parts.
final class PropertyHandler: XMLPartHandler {
  private(set) var properties = SourceDocument.Properties()
  private var buffer: [UInt8] = []
  private var field: WritableKeyPath<SourceDocument.Properties, String>?

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    buffer.removeAll(keepingCapacity: true)
    switch name {
    case "creator": field = \.creator
    case "lastModifiedBy": field = \.lastModifiedBy
    case "Company": field = \.company
    case "title": field = \.title
    default: field = nil
    }
  }

  override func end(_ name: XMLName) {
    if let field { properties[keyPath: field] = String(decoding: buffer, as: UTF8.self) }
    field = nil
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if field != nil { buffer.append(contentsOf: bytes) }
  }
}
