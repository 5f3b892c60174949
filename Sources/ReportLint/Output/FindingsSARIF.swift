public import SourceText

/// Writes findings as a SARIF 2.1.0 log (OASIS standard, 2020), the form code hosts and editors read.
///
/// Columns count Unicode scalars, which the log says by `columnKind`; the rules carry their pages as
/// help, the findings their fixes. A fix a person must look at says so in its description; fixes that
/// are only shown are left out.
public struct FindingsSARIF: Sendable {
  /// The language of the messages.
  public let language: MessageLanguage
  /// The program's version.
  public let version: String

  /// A writer of messages in `language`.
  public init(language: MessageLanguage, version: String) {
    self.language = language
    self.version = version
  }

  /// The findings of several texts, in the order given; linear in texts and findings.
  ///
  /// - Parameter results: The findings, each list with the texts they point into.
  /// - Returns: UTF-8, with a line end.
  public func write(_ results: [(sources: [SourceFile], findings: [Diagnostic])]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("$schema")
      json.string("https://json.schemastore.org/sarif-2.1.0.json")
      json.key("version")
      json.string("2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { writeDriver(to: &$0) }
          }
          json.key("columnKind")
          json.string("unicodeCodePoints")
          json.key("results")
          json.array { writeResults(results, to: &$0) }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private func writeDriver(to json: inout JSONWriter) {
    json.key("name")
    json.string("bulletin")
    json.key("semanticVersion")
    json.string(version)
    json.key("language")
    json.string(language == .zh ? "zh-CN" : "en")
    json.key("rules")
    json.array { json in
      for rule in RuleCatalogue.descriptions { write(rule, to: &json) }
    }
  }

  private func write(_ rule: RuleDescription, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(rule.id)
      json.key("name")
      json.string(rule.name)
      writeText("shortDescription", rule.summary.text(in: language), to: &json)
      writeText("fullDescription", rule.reason.text(in: language), to: &json)
      writeText("help", RulePage.text(of: rule, in: language), to: &json)
      json.key("defaultConfiguration")
      json.object { json in
        json.key("enabled")
        json.boolean(rule.level != .off)
        json.key("level")
        json.string(Self.level(of: rule.level))
      }
    }
  }

  private static func level(of level: RuleLevel) -> String {
    switch level {
    case .error: "error"
    case .warning: "warning"
    case .info, .off: "note"
    }
  }

  private func writeResults(
    _ results: [(sources: [SourceFile], findings: [Diagnostic])], to json: inout JSONWriter
  ) {
    let indices = Dictionary(
      RuleCatalogue.descriptions.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (sources, findings) in results where !findings.isEmpty {
      var index = SourceIndex(sources)
      for finding in findings { write(finding, indices[finding.id], &index, to: &json) }
    }
  }

  private func write(
    _ finding: Diagnostic, _ ruleIndex: Int?, _ index: inout SourceIndex,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("ruleId")
      json.string(finding.id)
      if let ruleIndex {
        json.key("ruleIndex")
        json.number(ruleIndex)
      }
      json.key("level")
      json.string(finding.severity == .info ? "note" : finding.severity.rawValue)
      writeText("message", text(of: finding), to: &json)
      json.key("locations")
      json.array { json in
        json.object { writeLocation(finding.place, &index, to: &$0) }
      }
      writeNotes(finding.notes, &index, to: &json)
      writeFixes(finding, &index, to: &json)
    }
  }

  private func text(of finding: Diagnostic) -> String {
    let facts = finding.notes.filter { $0.place == nil }.map(\.message)
    let all = [finding.message] + facts + (finding.remedy.map { [$0] } ?? [])
    return all.map { $0.text(in: language) }.joined(separator: language == .zh ? "；" : "; ")
  }

  private func writeNotes(
    _ notes: [Diagnostic.Note], _ index: inout SourceIndex, to json: inout JSONWriter
  ) {
    let placed = notes.filter { $0.place != nil }
    guard !placed.isEmpty else { return }
    json.key("relatedLocations")
    json.array { json in
      for note in placed {
        guard let place = note.place else { continue }
        json.object { json in
          writeLocation(place, &index, to: &json)
          writeText("message", note.message.text(in: language), to: &json)
        }
      }
    }
  }

  private func writeFixes(
    _ finding: Diagnostic, _ index: inout SourceIndex, to json: inout JSONWriter
  ) {
    let fixes = finding.fixes.filter { $0.safety != .displayOnly && !$0.edits.isEmpty }
    guard !fixes.isEmpty, case .text(let file, _) = finding.place else { return }
    json.key("fixes")
    json.array { json in
      for fix in fixes {
        json.object { json in
          writeText("description", description(of: fix.safety), to: &json)
          json.key("artifactChanges")
          json.array { json in
            json.object { json in
              writeArtifact(file, to: &json)
              json.key("replacements")
              json.array { json in
                for edit in fix.edits { write(edit, in: file, &index, to: &json) }
              }
            }
          }
        }
      }
    }
  }

  private func write(
    _ edit: Fix.Edit, in file: String, _ index: inout SourceIndex, to json: inout JSONWriter
  ) {
    guard let (start, end) = index.positions(of: edit.range, in: file) else { return }
    json.object { json in
      json.key("deletedRegion")
      json.object { writeRegion(start, end, to: &$0) }
      writeText("insertedContent", edit.replacement, to: &json)
    }
  }

  private func description(of safety: Fix.Safety) -> String {
    switch (safety, language) {
    case (.safe, .zh): "可自动修改"
    case (.safe, .en): "safe"
    case (_, .zh): "修改后须由人复核"
    case (_, .en): "a person must look"
    }
  }

  private func writeLocation(
    _ place: DiagnosticPlace, _ index: inout SourceIndex, to json: inout JSONWriter
  ) {
    json.key("physicalLocation")
    json.object { json in
      writeArtifact(place.file, to: &json)
      guard case .text(let file, let range) = place,
        let (start, end) = index.positions(of: range, in: file)
      else { return }
      json.key("region")
      json.object { writeRegion(start, end, to: &$0) }
    }
  }

  private func writeArtifact(_ file: String, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in
      json.key("uri")
      json.string(Self.uri(file))
    }
  }

  private func writeRegion(_ start: TextPosition, _ end: TextPosition, to json: inout JSONWriter) {
    json.key("startLine")
    json.number(start.line)
    json.key("startColumn")
    json.number(start.column)
    json.key("endLine")
    json.number(end.line)
    json.key("endColumn")
    json.number(end.column)
  }

  private func writeText(_ key: StaticString, _ text: String, to json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.key("text")
      json.string(text)
    }
  }

  /// A path as a URI reference (RFC 3986), absolute where the path is.
  static func uri(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%"
        uri.unicodeScalars.append(digits[Int(byte >> 4)])
        uri.unicodeScalars.append(digits[Int(byte & 0xF)])
      }
    }
    return uri
  }
}
