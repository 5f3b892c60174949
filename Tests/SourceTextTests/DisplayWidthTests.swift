import SourceText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("一二", 4), ("，。", 4), ("，a", 3), ("“引”", 4), ("…", 1), ("１％", 4),
    ("e\u{301}", 1),
    ("\u{FEFF}", 0), ("𠀀", 2), ("ｱ", 1), ("\u{200B}", 0), ("①", 1), ("㈠", 2), ("　", 2), ("😀", 2),
  ])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("一\ta", "一 a"), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{202E}b", "a\\u{202E}b"),
    ("\u{0}", "\\u{0}"), ("\u{200B}", "\\u{200B}"), ("\u{E000}", "\\u{E000}"), ("“引”", "“引”"),
    ("\r\n", "\\u{D}\\u{A}"),
  ])
  func showsWhatCannotBeSeen(text: String, shown: String) {
    let escaped = VisibleText.escape(text)
    #expect(escaped == shown)
    #expect(
      text.unicodeScalars.reduce(0) { $0 + VisibleText.width(of: $1) } == DisplayWidth.of(escaped))
  }
}
