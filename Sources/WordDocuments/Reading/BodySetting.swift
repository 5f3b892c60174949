/// What reading a document's text needs to know beforehand.
struct BodySetting {
  var changes: WordDocument.Changes
  var styles: StyleSheet
  var numbering: NumberingDefinitions
  var comments: [String: CommentHandler.Comment]
}
