import ReportModel
import XLSXWriter

/// The report's sentences as formulas over the cells their numbers come from.
///
/// Changing a cell changes its number and, where it is compared with the year before, the words
/// 增长 and 下降; branches and lists stand as they were exported.
struct TextSheet {
  /// The column that says whether a sentence still reads as it was exported.
  static let stateColumn = 2
  /// What that column says.
  static let unchanged = "同导出时"
  static let changed = "有变动"
  private static let heads = ["行", "正文", "状态", "导出时"]
  /// What spreadsheets take; the rest is left for the cell's own name.
  private static let longestFormula = 8_000

  private let plan: WorkbookPlan
  private var sheet: SheetLayout

  /// The worksheet; nil where the snapshot holds no text.
  static func layout(plan: WorkbookPlan) -> SheetLayout? {
    guard !plan.snapshot.text.isEmpty else { return nil }
    var maker = TextSheet(plan)
    maker.make()
    return maker.sheet
  }

  private init(_ plan: WorkbookPlan) {
    self.plan = plan
    sheet = SheetLayout(
      name: plan.textSheet, purpose: "正文各句,数字随数据表变动", tabColor: WorkbookTheme.textTab)
  }

  private mutating func make() {
    sheet.putTitle(
      "正文", words: "改动数据表的单元格,句中的数字和“增长、下降”随之改变;句子的取舍和列举仍同导出时",
      width: 3, plan: plan)
    sheet.putHead(Self.heads)
    let all = plan.snapshot.figures
    var figures: [[Int]] = Array(repeating: [], count: plan.text.lines.count)
    for (index, figure) in all.enumerated() where figures.indices.contains(figure.line - 1) {
      figures[figure.line - 1].append(index)
    }
    for (index, line) in plan.text.lines.enumerated() {
      for range in Self.sentences(of: line) {
        append(line, range, number: index + 1, figures[index])
      }
    }
    let count = sheet.rows.count - TableGeometry.firstRow
    sheet.columnWidths = [6, 92, 11, 40]
    sheet.fitColumns(
      to: TableGeometry.headRow..<sheet.rows.count, within: [6...6, 92...92, 11...11, 40...40])
    sheet.frameTable(rows: count, columns: Self.heads.count, plan: plan)
    sheet.frozenColumns = 0
    sheet.hiddenColumns = [3]
    sheet.page.landscape = false
    guard count > 0 else { return }
    let first = CellPosition(row: TableGeometry.firstRow, column: Self.stateColumn).a1
    sheet.addLooks([(.doubtful, "\(first)=\"\(Self.changed)\"")], toColumn: Self.stateColumn)
  }

  /// A line's sentences: each ends behind a full stop or the like; blanks alone are none.
  private static func sentences(of line: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in line.indices {
      let isLast = index == line.count - 1
      guard isLast || Self.endsSentence(line[index]) else { continue }
      if !line[start...index].allSatisfy(\.properties.isWhitespace) {
        ranges.append(start..<index + 1)
      }
      start = index + 1
    }
    return ranges
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？"
  }

  private mutating func append(
    _ line: [Unicode.Scalar], _ range: Range<Int>, number: Int, _ figures: [Int]
  ) {
    let exported = TextLines.text(line[range])
    let row = sheet.rows.count + 1
    var sentence = SentenceFormula(plan: plan, line: line, range: range)
    for figure in figures { sentence.add(figure) }
    let formula = sentence.formula
    let isAlive = formula.map { $0.utf16.count <= Self.longestFormula } ?? false
    let words =
      isAlive
      ? CellLayout(.formula(formula ?? "", .text(exported)), CellStyle(.wrapped))
      : CellLayout.text(exported, .wrapped)
    guard isAlive else {
      sheet.append([.count(number), words, .text("", .centered), .text("", .small)])
      return
    }
    sheet.append([
      .count(number), words,
      CellLayout(
        .formula(
          "IF(EXACT(B\(row),D\(row)),\"\(Self.unchanged)\",\"\(Self.changed)\")",
          .text(Self.unchanged)), CellStyle(.centered)),
      .text(exported, .text),
    ])
  }
}

/// The formula of one sentence, put together from its words and its figures' cells.
struct SentenceFormula {
  private let plan: WorkbookPlan
  private let line: [Unicode.Scalar]
  private let range: Range<Int>
  private var pieces: [String] = []
  private var isAlive = false
  /// Up to where the sentence is put together.
  private var end: Int

  init(plan: WorkbookPlan, line: [Unicode.Scalar], range: Range<Int>) {
    self.plan = plan
    self.line = line
    self.range = range
    end = range.lowerBound
  }

  /// The formula, or nil where no figure of the sentence hangs on a cell.
  var formula: String? {
    guard isAlive else { return nil }
    var all = pieces
    if end < range.upperBound { all.append(literal(end..<range.upperBound)) }
    return all.joined(separator: "&")
  }

  /// Puts the cell of the figure with that index into the sentence; figures come in text order.
  mutating func add(_ index: Int) {
    let figure = plan.snapshot.figures[index]
    guard let place = plan.text.range(of: figure), place.lowerBound >= end,
      place.upperBound <= range.upperBound
    else { return }
    if let (phrase, cell) = phrase(of: figure, endingAt: place.upperBound) {
      put(cell, for: phrase)
    } else if let value = figure.value, let formula = plan.links[index].formula {
      let digits = Array(value.description.unicodeScalars)
      let number = place.lowerBound..<place.lowerBound + digits.count
      guard number.upperBound <= place.upperBound, line[number].elementsEqual(digits) else {
        return
      }
      put(Self.printed(formula, value), for: number)
    }
  }

  private mutating func put(_ formula: String, for words: Range<Int>) {
    if end < words.lowerBound { pieces.append(literal(end..<words.lowerBound)) }
    pieces.append(formula)
    end = words.upperBound
    isAlive = true
  }

  /// The words of a change, such as 同比增长5%, where the sheet of comparisons has just these.
  private func phrase(of figure: PlacedFigure, endingAt end: Int) -> (Range<Int>, String)? {
    guard figure.origins.count > 1 else { return nil }
    for comparisons in plan.comparisons {
      // The earlier cell tells which of the periods it is: this period's own is in all of them.
      guard let index = figure.origins.lazy.compactMap(comparisons.row(ofBase:)).first,
        let now = comparisons.rows[index].nowOrigin, figure.origins.contains(now)
      else { continue }
      let phrases = Self.phrases(comparisons.rows[index]) { column in
        FormulaText.reference(comparisons.sheet, ComparisonSheet.cell(index, column))
      }
      for (words, formula) in phrases {
        let words = Array(words.unicodeScalars)
        let start = end - words.count
        guard !words.isEmpty, start >= self.end, line[start..<end].elementsEqual(words) else {
          continue
        }
        return (start..<end, formula)
      }
    }
    return nil
  }

  /// The ways a bulletin says a change: with 同比, without it behind words of its own such as 比上年,
  /// and as an amount.
  private static func phrases(
    _ row: ComparisonRow, cell: (Int) -> String
  ) -> [(words: String, formula: String)] {
    let words = cell(ComparisonSheet.wordsColumn)
    var bare = row.words
    var formula = words
    for lead in ["与" + row.basis.name, row.basis.prefix, row.basis.name] {
      if bare.hasPrefix(lead) { bare.removeFirst(lead.count) }
      formula = "SUBSTITUTE(\(formula),\"\(lead)\",\"\")"
    }
    var phrases = [(row.words, words), (bare, formula)]
    if !row.isInPoints, let change = row.change, let size = change.magnitude?.normalized {
      let about = row.isApproximate ? "约" : ""
      let column = cell(ComparisonSheet.changeColumn)
      phrases.append(
        (
          "\(change.isNegative ? "减少" : "增加")\(about)\(size)\(row.unit.text)",
          "IF(\(column)=0,\"持平\",IF(\(column)>0,\"增加\(about)\",\"减少\(about)\")&ABS(\(column))"
            + "&\(FormulaText.literal(row.unit.text)))"
        ))
    }
    return phrases
  }

  /// A number as the text prints it: without grouping, zeros at its end only where it has some.
  ///
  /// Rounding takes off what binary arithmetic adds in sums; no value is given so many digits.
  private static func printed(_ formula: String, _ value: ExactDecimal) -> String {
    guard value.normalized.scale == value.scale else {
      return "TEXT(\(formula),\"0.\(String(repeating: "0", count: value.scale))\")"
    }
    return value.scale > 0 || formula.utf8.contains { [0x2A, 0x2B, 0x2F].contains($0) }
      ? "ROUND(\(formula),10)" : formula
  }

  private func literal(_ range: Range<Int>) -> String {
    FormulaText.literal(TextLines.text(line[range]))
  }
}
