/// Writes diagnostics as one JSON object.
struct DiagnosticJSON {
  /// The language of the messages.
  let language: MessageLanguage

  /// `{"diagnostics": […]}` and a line end.
  func write(_ diagnostics: [Diagnostic], _ index: inout SourceIndex) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("diagnostics")
      json.array { json in
        for diagnostic in diagnostics { write(diagnostic, to: &json, &index) }
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(
    _ diagnostic: Diagnostic, to json: inout JSONWriter, _ index: inout SourceIndex
  ) {
    json.object { json in
      json.key("id")
      json.string(diagnostic.id)
      json.key("severity")
      json.string(diagnostic.severity.rawValue)
      write(diagnostic.place, to: &json, &index)
      json.key("message")
      json.string(diagnostic.message.text(in: language))
      if let remedy = diagnostic.remedy {
        json.key("remedy")
        json.string(remedy.text(in: language))
      }
      guard !diagnostic.notes.isEmpty else { return }
      json.key("notes")
      json.array { json in
        for note in diagnostic.notes {
          json.object { json in
            json.key("message")
            json.string(note.message.text(in: language))
            if let place = note.place { write(place, to: &json, &index) }
          }
        }
      }
    }
  }

  /// The members that say where: `file` and what is known inside it.
  private func write(
    _ place: DiagnosticPlace, to json: inout JSONWriter, _ index: inout SourceIndex
  ) {
    json.key("file")
    json.string(place.file)
    switch place {
    case .file: break
    case .cell(_, let sheet, let reference):
      json.key("sheet")
      json.string(sheet)
      json.key("cell")
      json.string(reference)
    case .text(let file, let range):
      guard let (start, end) = index.positions(of: range, in: file) else { return }
      json.span(from: start, to: end)
      index.documentPlace(place).map { json.members(of: $0) }
    }
  }
}
