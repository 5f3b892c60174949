import SectionTemplates

/// Writes words and slots as template text that prints them again.
enum TemplateText {
  /// The template of a stretch of text with slots in it.
  ///
  /// - Parameters:
  ///   - bytes: The whole text.
  ///   - range: The stretch.
  ///   - slots: What becomes slots, in text order; one that overlaps the one before is left out.
  /// - Returns: UTF-8, with runs of braces under `raw`.
  static func write(_ bytes: [UInt8], _ range: Range<Int>, slots: [TemplateSlot]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count + slots.count * 48)
    var position = range.lowerBound
    for slot in slots
    where slot.range.lowerBound >= position && slot.range.upperBound <= range.upperBound {
      words(bytes, position..<slot.range.lowerBound, into: &output)
      output.append(contentsOf: slot.text.utf8)
      position = slot.range.upperBound
    }
    words(bytes, position..<range.upperBound, into: &output)
    return output
  }

  /// Braces would open or close tags, so each run of them, with the signs that make tags, is raw.
  private static func words(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) {
    var clean = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let isWide = TemplateBraces.openWide(bytes, at: index)
      guard bytes[index] == 0x7B || bytes[index] == 0x7D || isWide else {
        index += 1
        continue
      }
      output.append(contentsOf: bytes[clean..<index])
      let start = index
      if isWide { index = min(index + 3, range.upperBound) }
      while index < range.upperBound, [0x7B, 0x7D, 0x25, 0x23].contains(bytes[index]) { index += 1 }
      output.append(contentsOf: "{% raw %}".utf8)
      output.append(contentsOf: bytes[start..<index])
      output.append(contentsOf: "{% endraw %}".utf8)
      clean = index
    }
    output.append(contentsOf: bytes[clean..<range.upperBound])
  }
}
