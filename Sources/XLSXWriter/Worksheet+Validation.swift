import CXLSXWriter

extension Worksheet {
  /// The most validations of one worksheet: the library counts them in 8 bits.
  static var validationLimit: Int { 255 }

  /// Says what some cells accept.
  ///
  /// - Throws: ``XLSXError`` where a text is too long or cannot be written, a list is empty, or
  ///   the worksheet already has 255 validations; one for a long range counts as one.
  public func addValidation(
    _ validation: DataValidation, to range: CellRange
  ) throws(XLSXError) {
    let bounds = try bounds(range)
    guard state.validations < Self.validationLimit else {
      throw failure(.tooMany(.validation, limit: Self.validationLimit))
    }
    let parts: Parts
    do throws(XLSXError) {
      parts = try Parts(validation)
    } catch {
      throw error.at(sheet: state.name, cell: range.first)
    }
    let sheet = sheet
    let status = CStrings.with { strings in
      var options = lxw_data_validation()
      options.validate = UInt8(truncatingIfNeeded: parts.type.rawValue)
      options.criteria = UInt8(truncatingIfNeeded: parts.criteria.rawValue)
      let off = UInt8(truncatingIfNeeded: LXW_VALIDATION_OFF.rawValue)
      options.ignore_blank = validation.allowsBlank ? 0 : off
      options.error_type = validation.severity.libraryValue
      options.value_formula = strings.add(parts.first)
      options.minimum_formula = strings.add(parts.first)
      options.maximum_formula = strings.add(parts.second)
      options.input_title = strings.add(parts.inputTitle)
      options.input_message = strings.add(parts.inputText)
      options.error_title = strings.add(parts.errorTitle)
      options.error_message = strings.add(parts.errorText)
      return worksheet_data_validation_range(
        sheet, bounds.firstRow, bounds.firstColumn, bounds.lastRow, bounds.lastColumn, &options)
    }
    try check(status)
    state.validations += 1
    if parts.isList { makeLastValidationList() }
  }

  /// Turns the validation added last, given as a custom one, into a list.
  ///
  /// Given as a list at once, the library loses the memory of its formula.
  private func makeLastValidationList() {
    guard let list = sheet.pointee.data_validations, list.pointee.stqh_first != nil,
      let next = list.pointee.stqh_last,
      let offset = MemoryLayout<lxw_data_val_obj>.offset(of: \.list_pointers)
    else { return }
    let last = (UnsafeMutableRawPointer(next) - offset)
      .assumingMemoryBound(to: lxw_data_val_obj.self)
    last.pointee.validate = UInt8(truncatingIfNeeded: LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
  }
}

/// A validation in the library's terms.
///
/// Every rule is given as formulas: the library's own list of texts has a buffer that long lists of
/// Chinese texts overflow.
private struct Parts {
  var type = LXW_VALIDATION_TYPE_CUSTOM_FORMULA
  var isList = false
  var criteria = LXW_VALIDATION_CRITERIA_NONE
  var first = ""
  var second: String?
  let inputTitle: String?
  let inputText: String?
  let errorTitle: String?
  let errorText: String?

  init(_ validation: DataValidation) throws(XLSXError) {
    inputTitle = try Self.message(validation.input.title, limit: 32)
    inputText = try Self.message(validation.input.text, limit: 255)
    errorTitle = try Self.message(validation.error.title, limit: 32)
    errorText = try Self.message(validation.error.text, limit: 255)
    switch validation.rule {
    case .list(let items):
      isList = true
      first = try Self.list(items)
    case .listIn(let cells):
      guard cells.range.bounds != nil else { throw XLSXError(.outsideSheet) }
      isList = true
      first = try Self.formula(cells.formula)
    case .custom(let formula): first = try Self.formula(formula)
    case .integer(let comparison):
      type = LXW_VALIDATION_TYPE_INTEGER_FORMULA
      try set(comparison)
    case .decimal(let comparison):
      type = LXW_VALIDATION_TYPE_DECIMAL_FORMULA
      try set(comparison)
    case .date(let comparison):
      type = LXW_VALIDATION_TYPE_DATE_FORMULA
      try set(comparison)
    case .length(let comparison):
      type = LXW_VALIDATION_TYPE_LENGTH_FORMULA
      try set(comparison)
    }
  }

  private mutating func set(_ comparison: DataValidation.Comparison) throws(XLSXError) {
    let low: DataValidation.Bound
    var high: DataValidation.Bound?
    switch comparison {
    case .between(let least, let most):
      (criteria, low, high) = (LXW_VALIDATION_CRITERIA_BETWEEN, least, most)
    case .notBetween(let least, let most):
      (criteria, low, high) = (LXW_VALIDATION_CRITERIA_NOT_BETWEEN, least, most)
    case .equal(let bound): (criteria, low) = (LXW_VALIDATION_CRITERIA_EQUAL_TO, bound)
    case .notEqual(let bound): (criteria, low) = (LXW_VALIDATION_CRITERIA_NOT_EQUAL_TO, bound)
    case .greater(let bound): (criteria, low) = (LXW_VALIDATION_CRITERIA_GREATER_THAN, bound)
    case .less(let bound): (criteria, low) = (LXW_VALIDATION_CRITERIA_LESS_THAN, bound)
    case .atLeast(let bound):
      (criteria, low) = (LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, bound)
    case .atMost(let bound):
      (criteria, low) = (LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO, bound)
    }
    first = try Self.text(low)
    second = try high.map { bound throws(XLSXError) in try Self.text(bound) }
  }

  private static func text(_ bound: DataValidation.Bound) throws(XLSXError) -> String {
    switch bound {
    case .formula(let formula): return try Self.formula(formula)
    case .number(let number):
      guard number.isFinite else { throw XLSXError(.notFinite(.validation)) }
      return XLSXError.numberText(number)
    case .date(let date): return XLSXError.numberText(date.serial)
    }
  }

  private static func formula(_ formula: String) throws(XLSXError) -> String {
    let body = formula.utf8.first == UInt8(ascii: "=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw XLSXError(.empty(.formula)) }
    return try CellText.prepared(body, .formula, limit: 255)
  }

  private static func list(_ items: [String]) throws(XLSXError) -> String {
    guard !items.isEmpty else { throw XLSXError(.empty(.validationList)) }
    for item in items {
      guard !item.isEmpty else { throw XLSXError(.empty(.validationList)) }
      // A comma would part the item in two; quotation marks and line feeds end the list.
      if item.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }) {
        throw XLSXError(.misread(.validationList, item))
      }
    }
    let joined = try CellText.prepared(
      items.joined(separator: ","), .validationList, limit: 255)
    return "\"" + joined + "\""
  }

  /// A message; one that begins with `=` gets a second, for the library takes one away.
  private static func message(_ text: String?, limit: Int) throws(XLSXError) -> String? {
    guard let text else { return nil }
    guard !text.isEmpty else { throw XLSXError(.empty(.validationText)) }
    let checked = try CellText.prepared(text, .validationText, limit: limit)
    guard checked.utf8.first == UInt8(ascii: "=") else { return checked }
    guard checked.utf16.count < limit else {
      throw XLSXError(
        .tooLong(.validationText, length: limit + 1, limit: limit, unit: .utf16))
    }
    return "=" + checked
  }
}

extension DataValidation.Severity {
  fileprivate var libraryValue: UInt8 {
    let value =
      switch self {
      case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
      case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
      case .information: LXW_VALIDATION_ERROR_TYPE_INFORMATION
      }
    return UInt8(truncatingIfNeeded: value.rawValue)
  }
}
