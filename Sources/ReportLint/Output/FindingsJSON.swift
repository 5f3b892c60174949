public import SourceText

/// Writes findings in the form other programs build on:
/// `{"findings": [{"file", "rule", "name", "severity", "line", "column", "endLine", "endColumn",
/// "message"}], "notRun": [{"rule", "name", "needs"}]}`; the last only where rules could not run.
///
/// A fault of data or templates, which no rule's page explains, has also `remedy`, `text` (the line or
/// row it stands in) and, in a workbook, `sheet` and `cell`.
///
/// Lines and columns count from 1, columns in Unicode scalars; the end is the place after the last
/// character. A finding in a Word document has also `paragraph`, `character` and, where the document
/// says, `page`. Members may be added, never changed.
public struct FindingsJSON: Sendable {
  /// The language of the messages.
  public let language: MessageLanguage
  /// The members `rule` and `name` of each rule's findings, ready to be written.
  private let heads: [[UInt8]]
  /// The places of the rules in ``heads`` by their ids.
  private let places: HashIndex

  /// A writer of messages in `language`.
  public init(language: MessageLanguage) {
    self.language = language
    var heads: [[UInt8]] = []
    heads.reserveCapacity(RuleCatalogue.rules.count)
    var places = HashIndex(capacity: RuleCatalogue.rules.count)
    for rule in RuleCatalogue.rules {
      let description = rule.description
      if let key = Self.key(description.id) { _ = places.insert(heads.count, under: key) }
      heads.append(
        Array(#""rule":"\#(description.id)","name":"\#(description.name)""#.utf8))
    }
    self.heads = heads
    self.places = places
  }

  /// An id as a number, well mixed; nil for one of more than eight bytes, which no rule has.
  private static func key(_ id: String) -> UInt64? {
    var id = id
    return id.withUTF8 { bytes in
      guard bytes.count <= 8 else { return nil }
      let key = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } &* 0x9E37_79B9_7F4A_7C15
      return key ^ key >> 32
    }
  }

  /// The findings of several texts, in the order given; linear in texts and findings.
  ///
  /// - Parameters:
  ///   - results: The findings, each list with the texts they point into, found by name; a place in
  ///     none of them is given as the file's first line.
  ///   - notRun: The rules that could not run on some text.
  /// - Returns: UTF-8, with a line end.
  public func write(
    _ results: [(sources: [SourceFile], findings: [Diagnostic])], notRun: [RuleDescription] = []
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("findings")
      json.array { json in
        for (sources, findings) in results { write(findings, sources, to: &json) }
      }
      write(notRun, to: &json)
    }
    json.newline()
    return json.bytes
  }

  /// The name of the rule `id` and what else all of its findings say, or nil when no rule has
  /// that id, as with a fault of data.
  private func head(of id: String) -> [UInt8]? {
    Self.key(id).flatMap { places.value(of: $0) }.map { heads[$0] }
  }

  /// The findings of one text as ``write(_:notRun:)`` has them between those of others.
  public func members(_ findings: [Diagnostic], sources: [SourceFile]) -> [UInt8] {
    var json = JSONWriter(room: findings.count * 256)
    write(findings, sources, to: &json)
    return json.bytes
  }

  /// What stands before and behind the findings, which commas part.
  public func frame(notRun: [RuleDescription]) -> (head: [UInt8], tail: [UInt8]) {
    let whole = write([], notRun: notRun)
    let head = Array(#"{"findings":["#.utf8)
    return (head, Array(whole.dropFirst(head.count)))
  }

  private func write(
    _ findings: [Diagnostic], _ sources: [SourceFile], to json: inout JSONWriter
  ) {
    guard !findings.isEmpty else { return }
    var index = SourceIndex(sources)
    // In place, since a finding is large to copy.
    findings.withUnsafeBufferPointer { findings in
      for place in findings.indices {
        write(
          findings[place].id, findings[place].severity, findings[place].place,
          findings[place].message,
          fault: head(of: findings[place].id) == nil ? findings[place] : nil, &index, to: &json)
      }
    }
  }

  private func write(_ notRun: [RuleDescription], to json: inout JSONWriter) {
    guard !notRun.isEmpty else { return }
    json.key("notRun")
    json.array { json in
      for rule in notRun {
        json.object { json in
          json.key("rule")
          json.string(rule.id)
          json.key("name")
          json.string(rule.name)
          json.key("needs")
          json.string(rule.need?.rawValue ?? "")
        }
      }
    }
  }

  private func write(
    _ id: String, _ severity: Severity, _ place: DiagnosticPlace, _ message: Message,
    fault: Diagnostic?, _ index: inout SourceIndex, to json: inout JSONWriter
  ) {
    var start = TextPosition(line: 1, column: 1)
    var end = start
    if case .text(let file, let range) = place,
      let found = index.positions(of: range, in: file)
    {
      (start, end) = found
    }
    let documentPlace = index.documentPlace(place)
    let text = fault.flatMap { $0.rowText ?? index.lineText(of: place) }
    let head = head(of: id)
    json.record { record in
      record.member("file", place.file)
      if let head {
        record.members(ready: head)
      } else {
        record.member("rule", id)
        record.member("name", id)
      }
      record.member("severity", severity.rawValue)
      record.member("line", start.line)
      record.member("column", start.column)
      record.member("endLine", end.line)
      record.member("endColumn", end.column)
      if let documentPlace { record.members(of: documentPlace) }
      record.member("message", message, in: language)
      if let fault { writeFault(fault, text, to: &record) }
    }
  }

  /// What only faults of data and templates have.
  private func writeFault(_ fault: Diagnostic, _ text: String?, to record: inout JSONRecord) {
    if let remedy = fault.remedy { record.member("remedy", remedy, in: language) }
    if case .cell(_, let sheet, let reference) = fault.place {
      record.member("sheet", sheet)
      record.member("cell", reference)
    }
    if let text { record.member("text", text) }
  }
}
