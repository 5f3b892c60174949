import ReportMerge
import SourceText

/// What `diff` prints for people.
struct DiffText {
  private let language: MessageLanguage
  private let width: Int
  private let usesColor: Bool
  private var output = ""

  /// The text in UTF-8.
  var bytes: [UInt8] { Array(output.utf8) }

  /// A comparison in words; a plain one has no colours.
  init(
    _ outcome: DiffOutcome, _ environment: CommandEnvironment, _ language: MessageLanguage,
    isPlain: Bool
  ) {
    self.language = language
    width = max(environment.width, 40)
    usesColor = environment.usesColor && !isPlain
    output += paint("--- " + VisibleText.escape(outcome.old.name), .plain) + "\n"
    output += paint("+++ " + VisibleText.escape(outcome.new.name), .plain) + "\n"
    section(Message(zh: "章节", en: "headings"), outcome.comparison.headings.isEmpty)
    for heading in outcome.comparison.headings {
      passage(heading.change, heading.old, heading.new, under: heading.headings)
    }
    section(Message(zh: "文字", en: "text"), outcome.comparison.sentences.isEmpty)
    for sentence in outcome.comparison.sentences {
      passage(sentence.change, sentence.old, sentence.new, under: sentence.headings)
    }
    let figures = outcome.changedFigures
    section(Message(zh: "数字", en: "figures"), figures.isEmpty)
    table(figures)
    let counts = outcome.counts
    output += "\n"
    output +=
      Message(
        zh: "数字:改变 {0},新增 {1},减少 {2},相同 {3}",
        en: "figures: {0} changed, {1} added, {2} dropped, {3} the same",
        "\(counts.changed)", "\(counts.added)", "\(counts.dropped)", "\(counts.same)"
      ).text(in: language) + "\n"
  }

  private mutating func section(_ name: Message, _ isEmpty: Bool) {
    guard !isEmpty else { return }
    output += "\n" + paint(name.text(in: language), .plain) + "\n"
  }

  // MARK: Passages

  private mutating func passage(
    _ change: TextComparison.Change, _ old: String, _ new: String, under headings: [String]
  ) {
    let place = headings.last.map { Self.cut($0, to: 24) } ?? ""
    let name = change.words.text(in: language)
    output += "  " + paint(name, change.color)
    output += place.isEmpty ? "\n" : "  " + paint(place, .blue) + "\n"
    if !old.isEmpty, change != .moved { line("-", old, .red) }
    if !new.isEmpty { line("+", new, .green) }
  }

  private mutating func line(_ sign: String, _ text: String, _ color: TerminalColor) {
    let shown = Self.cut(text, to: width - 6)
    output += "    " + (usesColor ? color.bold(sign) : sign) + " " + shown + "\n"
  }

  // MARK: Figures

  private mutating func table(_ figures: [TextComparison.Figure]) {
    guard !figures.isEmpty else { return }
    let heads = [
      Message(zh: "计什么", en: "of what"), Message(zh: "旧", en: "old"),
      Message(zh: "新", en: "new"), Message(zh: "差", en: "difference"),
      Message(zh: "变化", en: "change"),
    ].map { $0.text(in: language) }
    let room = max(12, width - 62)
    let rows = figures.map { figure in
      [
        Self.cut(figure.label.isEmpty ? figure.headings.last ?? "" : figure.label, to: room),
        Self.cut(figure.old?.text ?? "–", to: 18), Self.cut(figure.new?.text ?? "–", to: 18),
        DiffOutcome.difference(figure, in: language), DiffOutcome.percent(figure),
      ]
    }
    let widths = heads.indices.map { column in
      ([heads] + rows).reduce(0) { max($0, DisplayWidth.of($1[column])) }
    }
    output += "  " + paint(Self.row(heads, widths), .plain) + "\n"
    for (figure, row) in zip(figures, rows) {
      let text = Self.row(row, widths)
      let color: TerminalColor =
        figure.old == nil ? .green : figure.new == nil ? .red : .yellow
      output += "  " + (usesColor ? color.bold(text) : text) + "\n"
    }
  }

  /// Cells side by side, the first to the left, numbers to the right.
  private static func row(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      let blanks = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(cell)))
      text += index == 0 ? cell + blanks : "  " + blanks + cell
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A text on one line, escaped, its end left out where it is wider than some columns.
  private static func cut(_ text: String, to columns: Int) -> String {
    var output = ""
    var used = 0
    for scalar in text.unicodeScalars {
      used += VisibleText.width(of: scalar)
      guard used <= columns else { return VisibleText.escape(output) + "…" }
      output.unicodeScalars.append(scalar)
    }
    return VisibleText.escape(output)
  }

  private func paint(_ text: String, _ color: TerminalColor) -> String {
    usesColor ? color.bold(text) : text
  }
}

extension TextComparison.Change {
  fileprivate var color: TerminalColor {
    switch self {
    case .added: .green
    case .dropped: .red
    case .moved: .cyan
    case .reworded: .yellow
    }
  }
}
