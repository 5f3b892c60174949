import CXLSXWriter

extension Worksheet {
  /// Gives cells a look that depends on what they hold; rules added first have precedence.
  ///
  /// - Throws: ``XLSXError`` where a number is not finite, or a text or format cannot be written.
  public func addConditionalFormat(
    _ format: ConditionalFormat, to range: CellRange
  ) throws(XLSXError) {
    let bounds = try bounds(range)
    let parts: RuleParts
    do throws(XLSXError) {
      parts = try RuleParts(format.rule, first: range.first, formats: core.formats)
    } catch {
      throw error.at(sheet: state.name, cell: range.first)
    }
    let sheet = sheet
    let status = CStrings.with { strings in
      var options = parts.options
      options.stop_if_true = format.stopsIfTrue ? 1 : 0
      options.value_string = strings.add(parts.value)
      options.min_value_string = strings.add(parts.minimum)
      options.max_value_string = strings.add(parts.maximum)
      return worksheet_conditional_format_range(
        sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn, &options)
    }
    try check(status)
  }
}

/// A rule in the library's terms.
private struct RuleParts {
  var options = lxw_conditional_format()
  var value: String?
  var minimum: String?
  var maximum: String?

  init(
    _ rule: ConditionalFormat.Rule, first: CellPosition, formats: FormatTable
  ) throws(XLSXError) {
    switch rule {
    case .cell(let comparison, let look):
      setType(LXW_CONDITIONAL_TYPE_CELL)
      options.format = try formats.difference(of: look)
      try set(comparison)
    case .formula(let formula, let look):
      setType(LXW_CONDITIONAL_TYPE_FORMULA)
      options.format = try formats.difference(of: look)
      value = try Self.formula(formula)
    case .text(let match, let look):
      // The library's own rule for texts names the wrong cell where a range has several columns,
      // and does not quote the text; a formula of the same meaning does both.
      setType(LXW_CONDITIONAL_TYPE_FORMULA)
      options.format = try formats.difference(of: look)
      value = try Self.formula(match, cell: first.a1)
    case .dataBar(let bar):
      setType(LXW_CONDITIONAL_DATA_BAR)
      try set(bar)
    }
  }

  private mutating func setType(_ type: lxw_conditional_format_types) {
    options.type = UInt8(truncatingIfNeeded: type.rawValue)
  }

  private mutating func set(_ bar: ConditionalFormat.DataBar) throws(XLSXError) {
    options.bar_color = bar.color.libraryValue
    options.bar_solid = bar.isSolid ? 1 : 0
    options.bar_only = bar.hidesNumber ? 1 : 0
    let number = UInt8(truncatingIfNeeded: LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    if let least = bar.minimum {
      guard least.isFinite else { throw XLSXError(.notFinite(.conditionalFormat)) }
      options.min_rule_type = number
      options.min_value = least
    }
    if let most = bar.maximum {
      guard most.isFinite else { throw XLSXError(.notFinite(.conditionalFormat)) }
      options.max_rule_type = number
      options.max_value = most
    }
  }

  private mutating func set(_ comparison: ConditionalFormat.Comparison) throws(XLSXError) {
    let criteria: lxw_conditional_criteria
    switch comparison {
    case .between(let low, let high):
      criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN
      (minimum, maximum) = (try Self.text(low), try Self.text(high))
    case .notBetween(let low, let high):
      criteria = LXW_CONDITIONAL_CRITERIA_NOT_BETWEEN
      (minimum, maximum) = (try Self.text(low), try Self.text(high))
    case .equal(let operand):
      (criteria, value) = (LXW_CONDITIONAL_CRITERIA_EQUAL_TO, try Self.text(operand))
    case .notEqual(let operand):
      (criteria, value) = (LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO, try Self.text(operand))
    case .greater(let operand):
      (criteria, value) = (LXW_CONDITIONAL_CRITERIA_GREATER_THAN, try Self.text(operand))
    case .less(let operand):
      (criteria, value) = (LXW_CONDITIONAL_CRITERIA_LESS_THAN, try Self.text(operand))
    case .atLeast(let operand):
      criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO
      value = try Self.text(operand)
    case .atMost(let operand):
      criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO
      value = try Self.text(operand)
    }
    options.criteria = UInt8(truncatingIfNeeded: criteria.rawValue)
  }

  private static func text(_ operand: ConditionalFormat.Operand) throws(XLSXError) -> String {
    switch operand {
    case .number(let number):
      guard number.isFinite else { throw XLSXError(.notFinite(.conditionalFormat)) }
      return XLSXError.numberText(number)
    case .text(let text):
      return quoted(try CellText.prepared(text, .conditionalFormat, limit: 255))
    case .formula(let formula): return try Self.formula(formula)
    }
  }

  private static func formula(_ formula: String) throws(XLSXError) -> String {
    let body = formula.utf8.first == UInt8(ascii: "=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw XLSXError(.empty(.formula)) }
    return try CellText.prepared(body, .formula, limit: CellText.formulaLimit)
  }

  private static func formula(
    _ match: ConditionalFormat.TextMatch, cell: String
  ) throws(XLSXError) -> String {
    func checked(_ text: String) throws(XLSXError) -> String {
      guard !text.isEmpty else { throw XLSXError(.empty(.conditionalFormat)) }
      return quoted(try CellText.prepared(text, .conditionalFormat, limit: 255))
    }
    switch match {
    case .contains(let text):
      return "ISNUMBER(SEARCH(\(try checked(withoutWildcards(text))),\(cell)))"
    case .lacks(let text):
      return "ISERROR(SEARCH(\(try checked(withoutWildcards(text))),\(cell)))"
    case .begins(let text):
      let part = try checked(text)
      return "LEFT(\(cell),LEN(\(part)))=\(part)"
    case .ends(let text):
      let part = try checked(text)
      return "RIGHT(\(cell),LEN(\(part)))=\(part)"
    }
  }

  /// `SEARCH` takes `*` and `?` for any characters, and `~` to mean the next one as it stands.
  private static func withoutWildcards(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "*" || scalar == "?" || scalar == "~" { scalars.append("~") }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  private static func quoted(_ text: String) -> String {
    var bytes = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }
}
