/// A workbook's shared strings, their bytes one after the other.
struct XLSXStrings: Sendable {
  /// All of them, in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Adds a string as the workbook stores it.
  mutating func append(_ stored: [UInt8]) {
    if stored.contains(UInt8(ascii: "_")) {
      bytes.append(contentsOf: XLSXText.decode(stored).utf8)
    } else {
      bytes.append(contentsOf: stored)
    }
    ends.append(bytes.count)
  }

  /// Where a string lies; nil where there is none of that index.
  func range(_ index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }
}
