import OfficePackages

/// The text a document was generated as, kept in a data part of the document.
///
/// Word processors keep such parts through editing, as they keep no hidden text.
enum GeneratedText {
  static let namespace = "urn:bulletin:generated-text"

  /// The part that holds a text.
  static func part(_ text: [UInt8]) -> [UInt8] {
    var xml = XMLText()
    xml.markup("<text xmlns=\"\(namespace)\">")
    xml.text(text)
    xml.markup("</text>")
    return xml.bytes
  }

  /// Takes the text from a data part; nil from one that is somebody else's.
  final class Handler: XMLPartHandler {
    private var isOurs = false
    private var bytes: [UInt8] = []

    /// The text.
    var text: [UInt8]? { isOurs ? bytes : nil }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if "text" ~= name, attributes["xmlns"] == GeneratedText.namespace { isOurs = true }
    }

    override func text(_ run: UnsafeBufferPointer<UInt8>) {
      if isOurs { bytes.append(contentsOf: run) }
    }
  }
}
