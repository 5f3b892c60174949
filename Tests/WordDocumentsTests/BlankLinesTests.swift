import Testing

@testable import WordDocuments

/// A document's lines get back the layout of the text they were set from.
struct BlankLinesTests {
  @Test(arguments: [
    "标题\n\n一、甲\n\n　　正文。\n　　又一段。\n\n", "标题\r\n\r\n一、甲  \r\n正文\r\n", "\n\n标题\n正文", "", "\n",
    "同\n\n同\n\n\n同\n",
  ])
  func anUneditedDocumentGivesTheTextAgain(model: String) {
    let lines = model.split(whereSeparator: \.isNewline).map { line in
      String(decoding: BlankLines.trimmed(Array(line.utf8)[...]), as: UTF8.self)
    }
    let document = Array(lines.map { $0 + "\n" }.joined().utf8)
    let restored = BlankLines.restored(document, like: Array(model.utf8))
    #expect(String(decoding: restored, as: UTF8.self) == (lines.isEmpty ? "" : model))
  }

  @Test(arguments: [
    ("标题\n一、乙\n正文。\n", "标题\n\n一、乙\n\n　　正文。\n"),
    ("标题\n一、甲\n新段。\n正文。\n", "标题\n\n一、甲\n\n　　新段。\n\n　　正文。\n"),
    ("一、甲\n正文。\n", "一、甲\n\n　　正文。\n"),
    ("标题\n一、甲\n", "标题\n\n一、甲\n"),
  ])
  func editedLinesStandAsTheirNeighboursDo(document: String, expected: String) {
    let model = Array("标题\n\n一、甲\n\n　　正文。\n".utf8)
    let restored = BlankLines.restored(Array(document.utf8), like: model)
    #expect(String(decoding: restored, as: UTF8.self) == expected)
  }
}
