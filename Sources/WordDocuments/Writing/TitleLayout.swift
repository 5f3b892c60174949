import SourceText

/// Breaks a title that is longer than a line as GB/T 9704-2012, 7.3.1, asks: at a word, in lines that
/// grow or shrink evenly.
///
/// The break is left to the word processor: the title is only set so narrow that it falls there. A break
/// in the text itself would be read as two lines.
enum TitleLayout {
  /// How much a line of the text block takes, in hundredths of a character of the title's size.
  static let capacity = PageLayout.textWidth * 100 / (PageLayout.titleSize * 10)

  /// How far a title keeps from both margins, in twentieths of a point; nil where it fits one line.
  static func indent(_ title: String) -> Int? {
    let units = units(of: title)
    let total = units.reduce(0) { $0 + $1.width }
    // A line as wide as the text block would lose its last character to a font with wide digits.
    guard total > capacity - 100 else { return nil }
    let lines = max(2, (total + capacity - 1) / capacity)
    let width = lines == 2 ? widthOfTwo(units, total) : total / lines + 100
    return max(0, (capacity - min(width ?? total / 2 + 50, capacity)) * PageLayout.titleSize / 20)
  }

  /// A stretch that no line break parts: a character, or Latin letters and digits.
  private struct Unit {
    var text: String
    var width: Int
    var isLatin: Bool
  }

  private static func units(of title: String) -> [Unit] {
    var units: [Unit] = []
    for character in title {
      let width = DisplayWidth.of(String(character)) * 50
      let isLatin = character.isASCII && character != " "
      if isLatin, let last = units.last, last.isLatin {
        units[units.count - 1].text.append(character)
        units[units.count - 1].width += width
      } else {
        units.append(Unit(text: String(character), width: width, isLatin: isLatin))
      }
    }
    return units
  }

  /// The narrowest width that lets the first line end at the best place; nil where none will do.
  private static func widthOfTwo(_ units: [Unit], _ total: Int) -> Int? {
    var best: (cost: Int, width: Int)?
    var first = 0
    for index in units.indices.dropLast() {
      first += units[index].width
      let next = units[index + 1]
      let width = max(first, total - first)
      // The next unit must not fit beside the first line.
      guard width <= capacity, width < first + next.width, !opens(units[index].text),
        !closes(next.text)
      else { continue }
      let pair = next.text + (index + 2 < units.count ? units[index + 2].text : "")
      let ends =
        next.isLatin || endsWord.contains(units[index].text) || startsWord.contains(pair)
      let cost = abs(2 * first - total) + (ends ? 0 : 300)
      if best.map({ cost < $0.cost }) != false {
        best = (cost, width + (first + next.width - width) / 2)
      }
    }
    return best?.width
  }

  /// Characters after which a name of an office, a place or a period is complete.
  private static let endsWord: Set<String> = [
    "局", "委", "会", "府", "办", "厅", "部", "院", "校", "司", "县", "市", "省", "区", "年", "度", "于", "的",
    "和", "》", "”", "、", "，",
  ]

  /// How words begin that titles of reports are made of.
  private static let startsWord: Set<String> = [
    "工作", "情况", "总结", "报告", "教育", "上半", "下半", "打算", "关于", "计划", "要点", "简报", "通报", "通知", "汇报",
    "重点", "任务", "安排", "进展",
  ]

  private static func opens(_ text: String) -> Bool { "（《“‘〈【(".contains(text) }
  private static func closes(_ text: String) -> Bool { "）》”’〉】)、，。：；的".contains(text) }
}
