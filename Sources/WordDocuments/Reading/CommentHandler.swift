import OfficePackages

/// Collects a document's comments by their ids.
final class CommentHandler: XMLPartHandler {
  struct Comment {
    let author: String
    var text: [UInt8] = []
  }

  private(set) var comments: [String: Comment] = [:]
  private var id: String?
  private var isInText = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if "comment" ~= name {
      id = attributes["id"]
      if let id { comments[id] = Comment(author: attributes["author"] ?? "") }
    } else if "p" ~= name, let id, comments[id]?.text.isEmpty == false {
      comments[id]?.text.append(UInt8(ascii: "\n"))
    }
    isInText = name.isLetter("t")
  }

  override func end(_ name: XMLName) {
    isInText = false
    if "comment" ~= name { id = nil }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText, let id { comments[id]?.text.append(contentsOf: bytes) }
  }
}
