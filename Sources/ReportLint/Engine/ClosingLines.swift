import BulletinSyntax
import ReportModel

/// What stands after a text: who signs, and when.
struct ClosingLines {
  /// The signing organ's line.
  let signature: Range<Int>?
  /// The signing date's line.
  let date: Range<Int>?
  /// Where a signature would stand: the last line that is not blank.
  let end: Range<Int>
  /// Whether one of the last lines is short and holds an organ's name, or a date, however it was read.
  let mayBeSigned: (organ: Bool, date: Bool)

  /// None.
  init() {
    (signature, date, end, mayBeSigned) = (nil, nil, 0..<0, (false, false))
  }

  /// The lines after a text.
  init(_ input: LintInput) {
    signature = input.tree.nodes.last { $0.kind == .signature }.map { input.trimmed($0.range) }
    date = input.tree.nodes.last { $0.kind == .signingDate }.map { input.trimmed($0.range) }
    end = input.lines.last { !input.trimmed($0).isEmpty }.map(input.trimmed) ?? 0..<0
    mayBeSigned = Self.mayBeSigned(input)
  }

  private static func mayBeSigned(_ input: LintInput) -> (organ: Bool, date: Bool) {
    let sources = input.tree.nodes.filter {
      $0.kind == .sourceLine || $0.kind == .webFurniture || $0.kind == .publication
    }
    let last = input.lines.lazy.map(input.trimmed).filter { line in
      !line.isEmpty && !sources.contains { $0.range.contains(line.lowerBound) }
    }.suffix(6)
    var organ = false
    var date = false
    for line in last where line.count <= 90 {
      if TitleParts.isOrgan(line, input) { organ = true }
      if input.contains(["年"], in: line), input.contains(["月"], in: line),
        input.contains(["日"], in: line)
      {
        date = true
        let head = input.trimmed(line.lowerBound..<(input.find("20", in: line) ?? line.upperBound))
        if TitleParts.isOrgan(head, input) { organ = true }
      }
    }
    return (organ, date)
  }

  /// Whether a text is a summary that ought to be signed: it calls itself one, names its organ, is
  /// whole and long enough to be more than an excerpt.
  static func isExpected(_ input: LintInput) -> Bool {
    guard let title = input.titleParts, title.isSummary, !input.configuration.isFrameDeclared,
      !input.endsInMidSentence, input.bytes.count > 1500
    else { return false }
    return input.tree.headings.contains { $0.role == .plans }
      && input.tree.headings.contains { $0.role == .done }
  }

  /// The first full date in a range: 2023年7月5日, 2023-07-05, 2023.7.5.
  static func day(in range: Range<Int>, _ input: LintInput) -> CalendarDay? {
    let runs = input.scan.digits
    for index in runs.indices.dropLast(2) where range.contains(runs[index].lowerBound) {
      guard runs[index].count == 4, runs[index + 1].count <= 2, runs[index + 2].count <= 2,
        joins(runs[index].upperBound..<runs[index + 1].lowerBound, input),
        joins(runs[index + 1].upperBound..<runs[index + 2].lowerBound, input),
        let year = input.number(runs[index]), let month = input.number(runs[index + 1]),
        let day = input.number(runs[index + 2]), (1949...2100).contains(year)
      else { continue }
      return CalendarDay(year: year, month: month, day: day)
    }
    return nil
  }

  private static func joins(_ gap: Range<Int>, _ input: LintInput) -> Bool {
    guard !gap.isEmpty, gap.count <= 3 else { return false }
    switch input.scalar(at: gap.lowerBound) {
    case "年", "月", "-", "/", ".": return gap.count == input.width(at: gap.lowerBound)
    default: return false
    }
  }
}
