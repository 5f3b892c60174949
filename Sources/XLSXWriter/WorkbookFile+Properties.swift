import CXLSXWriter

extension WorkbookFile {
  /// Gives a name to cells or to a formula, for use in all worksheets.
  ///
  /// - Parameters:
  ///   - name: A letter or `_`, then letters, digits, `.` and `_`; at most 127 bytes; nothing that
  ///     reads as a cell.
  ///   - formula: What the name stands for, such as ``SheetRange/formula``; at most 127 bytes, for
  ///     want of room in the library.
  /// - Throws: ``XLSXError`` where one of them is not so or the name is in use.
  public func define(_ name: String, as formula: String) throws(XLSXError) {
    if let fault = NameRules.definedNameFault(name) {
      throw XLSXError(.badName(.definedName, name: name, fault))
    }
    let body = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw XLSXError(.empty(.formula)) }
    _ = try CellText.prepared(body, .formula)
    guard body.utf8.count <= 127 else {
      throw XLSXError(.tooLong(.formula, length: body.utf8.count, limit: 127, unit: .utf8))
    }
    try core.claimDefinedName(name, .definedName)
    try core.check(workbook_define_name(core.open(), name, body))
  }

  /// Sets a document property of the caller's own.
  ///
  /// - Throws: ``XLSXError`` where the name is empty or in use, or a text is over 255 units.
  public func setProperty(_ name: String, to value: String) throws(XLSXError) {
    _ = try CellText.prepared(value, .property, limit: 255)
    try claimPropertyName(name)
    try core.check(workbook_set_custom_property_string(core.open(), name, value))
  }

  /// Sets a document property of the caller's own.
  ///
  /// - Throws: ``XLSXError`` where the name is empty or in use, or the number is not finite.
  public func setProperty(_ name: String, to value: Double) throws(XLSXError) {
    guard value.isFinite else { throw XLSXError(.notFinite(.property)) }
    try claimPropertyName(name)
    try core.check(workbook_set_custom_property_number(core.open(), name, value))
  }

  private func claimPropertyName(_ name: String) throws(XLSXError) {
    guard !name.isEmpty else { throw XLSXError(.badName(.propertyName, name: name, .empty)) }
    _ = try CellText.prepared(name, .propertyName, limit: 255)
    guard core.propertyNames.insert(NameRules.folded(name)).inserted else {
      throw XLSXError(.badName(.propertyName, name: name, .duplicate))
    }
  }

}

extension WorkbookCore {
  func set(_ properties: DocumentProperties) throws(XLSXError) {
    // 0 would make the library take the time of day.
    guard properties.created > 0, properties.created <= 253_402_300_799 else {
      throw XLSXError(
        .outsideLimits(
          .creationTime, value: Double(properties.created), lowest: 1, highest: 253_402_300_799))
    }
    for text in [properties.title, properties.author, properties.company, properties.comments] {
      if let text { _ = try CellText.prepared(text, .property) }
    }
    let workbook = try open()
    let status = CStrings.with { strings in
      var values = lxw_doc_properties()
      values.title = strings.add(properties.title)
      values.author = strings.add(properties.author)
      values.company = strings.add(properties.company)
      values.comments = strings.add(properties.comments)
      values.created = time_t(properties.created)
      return workbook_set_properties(workbook, &values)
    }
    try check(status)
  }

  /// Tables and defined names share one set of names.
  func claimDefinedName(_ name: String, _ subject: XLSXError.Subject) throws(XLSXError) {
    guard definedNames.insert(NameRules.folded(name)).inserted else {
      throw XLSXError(.badName(subject, name: name, .duplicate))
    }
  }

  func check(_ status: lxw_error) throws(XLSXError) {
    if let failure = LibraryStatus.failure(status) { throw XLSXError(failure) }
  }
}
