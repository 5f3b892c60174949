import ReportModel
import SourceText
import YAMLNodes

/// Reads the lines of a schema that say what must agree.
///
/// `资助总额 = Σ资助.金额 ± 0.1`, `结案 ≤ 立案`, `总数 = 表.行.列 + 合计(表.列) - 3`. Blanks do not
/// matter, but a `-` that takes away needs one before it, because names may hold it.
struct DataCheckReader {
  private enum Fault: Error {
    /// The line has not the form of a check.
    case form
    /// It names what the schema does not have.
    case unknown(String)
  }

  private let schema: DataSchema

  init(schema: DataSchema) {
    self.schema = schema
  }

  /// The checks of a list; faulty lines are reported and left out.
  func read(_ member: YAMLFields.Member, in fields: inout YAMLFields) -> [DataCheck] {
    guard case .sequence(let nodes) = member.node.content else {
      report(.form, "", at: member.node.range, in: &fields)
      return []
    }
    return nodes.compactMap { node in
      guard case .scalar(let text, _) = node.content else {
        report(.form, "", at: node.range, in: &fields)
        return nil
      }
      do throws(Fault) {
        return try check(text.trimmedBlanks)
      } catch {
        report(error, text, at: node.range, in: &fields)
        return nil
      }
    }
  }

  private func report(
    _ fault: Fault, _ text: String, at range: Range<Int>, in fields: inout YAMLFields
  ) {
    switch fault {
    case .form:
      fields.report(
        "schema-bad-check", at: range,
        Message(zh: "“{0}”不是核对式", en: "“{0}” is no check", text.quoted),
        remedy: Message(
          zh: "写成 “总额 = Σ资助.金额”“结案 ≤ 立案”“总数 = 甲 + 乙 ± 0.1”",
          en: "write it as “总额 = Σ资助.金额”, “结案 ≤ 立案” or “总数 = 甲 + 乙 ± 0.1”"))
    case .unknown(let name):
      let nearest = NearestNames.of(name, in: names)
      fields.report(
        "schema-unknown-name", at: range,
        Message(
          zh: "核对式里的“{0}”不在“表”和“指标”里", en: "“{0}” is among neither the tables nor the figures",
          name.quoted),
        remedy: nearest.isEmpty
          ? Message(zh: "核对名称;一列写成 Σ表.列", en: "check the name; a column is written Σ表.列")
          : Message(zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
    }
  }

  private var names: [String] {
    schema.figures.map(\.name)
      + schema.tables.flatMap { table in table.columns.map { "\(table.name).\($0.name)" } }
  }

  private func check(_ text: String) throws(Fault) -> DataCheck {
    let signs: [(String, DataCheck.Relation)] = [
      ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("==", .equal),
      ("=", .equal), ("＝", .equal),
    ]
    for (sign, relation) in signs {
      let sides = text.split(separator: sign, omittingEmptySubsequences: false)
      guard sides.count > 1 else { continue }
      guard sides.count == 2 else { throw .form }
      let (right, tolerance) = try tolerance(String(sides[1]))
      return DataCheck(
        text: text, left: try side(String(sides[0])), relation: relation, right: try side(right),
        tolerance: tolerance)
    }
    throw .form
  }

  private func tolerance(_ text: String) throws(Fault) -> (rest: String, tolerance: ExactDecimal) {
    for mark in ["±", "误差"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      guard parts.count == 2, let value = ExactDecimal(parts[1].trimmedBlanks), !value.isNegative
      else { throw .form }
      return (String(parts[0]), value)
    }
    return (text, ExactDecimal(0))
  }

  private func side(_ text: String) throws(Fault) -> DataCheck.Side {
    var terms: [DataCheck.Term] = []
    var written = ""
    var isSubtracted = false
    func finish() throws(Fault) {
      terms.append(DataCheck.Term(try subject(written.trimmedBlanks), isSubtracted: isSubtracted))
      written = ""
    }
    for scalar in text.unicodeScalars {
      let isSign = "-－−".unicodeScalars.contains(scalar)
      if scalar == "+" || scalar == "＋" {
        try finish()
        isSubtracted = false
      } else if isSign, written.hasSuffix(" "), !written.trimmedBlanks.isEmpty {
        try finish()
        isSubtracted = true
      } else {
        written.unicodeScalars.append(scalar)
      }
    }
    try finish()
    return DataCheck.Side(text: text.trimmedBlanks, terms: terms)
  }

  private func subject(_ text: String) throws(Fault) -> DataCheck.Term.Subject {
    guard !text.isEmpty else { throw .form }
    if let number = ExactDecimal(text) { return .number(number) }
    if let column = column(text) {
      guard let found = self.path(column).flatMap(self.column(at:)) else { throw .unknown(column) }
      return found
    }
    if schema.figure(id: text) != nil { return .figure(text) }
    guard let path = path(text), path.count == 3, let table = schema.table(named: path[0]),
      table.column(named: path[2]) != nil
    else { throw .unknown(text) }
    return .cell(table: path[0], row: path[1], column: path[2])
  }

  /// What stands in `Σ表.列`, `Σ(表.列)`, `合计(表.列)`; nil for another form.
  private func column(_ text: String) -> String? {
    for name in ["Σ", "∑", "合计", "sum"] where text.hasPrefix(name) {
      let rest = text.dropFirst(name.count).trimmedBlanks
      let inner = rest.unicodeScalars
      if let first = inner.first, first == "(" || first == "（" {
        guard let last = inner.last, last == ")" || last == "）" else { return nil }
        return String(rest.dropFirst().dropLast()).trimmedBlanks
      }
      if name == "Σ" || name == "∑" { return rest }
    }
    return nil
  }

  private func path(_ text: String) -> [String]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(\.trimmedBlanks)
    return parts.contains("") ? nil : parts
  }

  private func column(at path: [String]) -> DataCheck.Term.Subject? {
    guard path.count == 2, schema.table(named: path[0])?.column(named: path[1]) != nil else {
      return nil
    }
    return .column(table: path[0], column: path[1])
  }
}
