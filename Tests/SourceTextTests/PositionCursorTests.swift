import SourceText
import Testing

struct PositionCursorTests {
  @Test(arguments: [
    "", "\n", "甲乙\n丙\n", "\u{FEFF}甲\r\n\n乙丙丁", "a甲😀b\n\n\n尾", "没有换行的一行,很长很长",
    "甲a\n乙bc\n\n\n丙丁戊己庚辛\n12345678\n😀\n" + "长长的一行接着一行\n尾巴",
  ])
  func everyPlaceIsWhereTheLineTableHasIt(_ text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    let starts =
      bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 && bytes[$0] != 0xEF } + [bytes.count]
    for step in 1...5 {
      var cursor = PositionCursor(bytes)
      for index in stride(from: 0, to: starts.count, by: step) {
        #expect(cursor.position(of: starts[index]) == table.position(of: starts[index]))
      }
      if let first = starts.first {
        #expect(cursor.position(of: first) == table.position(of: first))
      }
    }
  }
}
