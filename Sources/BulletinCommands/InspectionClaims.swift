import BulletinSyntax
import FigureClaims
import SourceText

/// What `inspect --view claims` prints.
enum InspectionClaims {
  /// A claim a line with its figures and their places below, the figures in none, the coverage.
  static func text(_ inspection: ClaimInspection, language: MessageLanguage) -> [UInt8] {
    var lines: [String] = []
    for claim in inspection.claims {
      let place = inspection.place(of: claim)
      let kind = claim.kind.name.text(in: language)
      let verdict = claim.verdict.name.text(in: language)
      let words = VisibleText.escape(claim.explanation.text(in: language))
      lines.append(
        language == .zh
          ? "\(place.line):\(place.column) \(kind)，\(verdict)：\(words)"
          : "\(place.line):\(place.column) \(kind), \(verdict): \(words)")
      let terms = claim.terms.map { term -> String in
        let at = inspection.place(ofFigure: term.figure)
        return "\(term.role.name.text(in: language)) \(VisibleText.escape(term.text)) "
          + "\(at.line):\(at.column)"
      }
      lines.append("    " + terms.joined(separator: language == .zh ? "；" : "; "))
    }
    append(
      inspection.boundOnly, Message(zh: "来自数据，不涉及关系", en: "from data, in no claim"),
      inspection, language, to: &lines)
    append(
      inspection.unclaimed, Message(zh: "不涉及关系的数字", en: "figures in no claim"),
      inspection, language, to: &lines)
    lines.append(inspection.coverage.summary.text(in: language))
    if !inspection.hasData {
      lines.append(
        Message(
          zh: "没有数据文件可对照；要对照数据，给出报告文件夹。",
          en: "No data to compare with; name a report folder for that."
        ).text(in: language))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func append(
    _ figures: [Int], _ head: Message, _ inspection: ClaimInspection, _ language: MessageLanguage,
    to lines: inout [String]
  ) {
    guard !figures.isEmpty else { return }
    lines.append(head.text(in: language) + (language == .zh ? "：" : ":"))
    for index in figures {
      let at = inspection.place(ofFigure: index)
      lines.append(
        "    \(at.line):\(at.column) \(VisibleText.escape(inspection.text(ofFigure: index)))")
    }
  }

  /// A row a figure of a claim, then a row a figure that is in none.
  static func csv(_ inspection: ClaimInspection, language: MessageLanguage) -> [UInt8] {
    var csv = CSVWriter(columns: [
      "claim", "kind", "verdict", "role", "line", "column", "text", "status", "computed", "stated",
      "margin", "explanation",
    ])
    var isClaimed = [Bool](repeating: false, count: inspection.figures.count)
    for (number, claim) in inspection.claims.enumerated() {
      for term in claim.terms {
        isClaimed[term.figure] = true
        let place = inspection.place(ofFigure: term.figure)
        csv.row([
          "\(number + 1)", claim.kind.rawValue, claim.verdict.rawValue, term.role.rawValue,
          "\(place.line)", "\(place.column)", term.text,
          inspection.coverage.statuses[term.figure].rawValue, claim.sides.computed,
          claim.sides.stated, claim.sides.margin, claim.explanation.text(in: language),
        ])
      }
    }
    for index in inspection.figures.indices where !isClaimed[index] {
      let place = inspection.place(ofFigure: index)
      csv.row([
        "", "", "", "", "\(place.line)", "\(place.column)", inspection.text(ofFigure: index),
        inspection.coverage.statuses[index].rawValue, "", "", "", "",
      ])
    }
    return csv.bytes
  }
}
