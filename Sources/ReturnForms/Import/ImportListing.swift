import FigureWorkbook
import ReportModel
public import SourceText

/// What `import` prints of an import: for people, and as JSON.
public struct ImportListing: Sendable {
  private let outcome: FormImport
  private let plan: ChangePlan?
  private let language: MessageLanguage

  /// A listing of an import and of what it writes; nil where it writes nothing.
  public init(_ outcome: FormImport, _ plan: ChangePlan?, language: MessageLanguage) {
    self.outcome = outcome
    self.plan = plan
    self.language = language
  }

  /// A line a change: name, old and new value, the workbook's cell.
  public var text: [UInt8] {
    var output: [UInt8] = []
    for change in outcome.changes {
      let mark = change.isAddition ? "+ " : ""
      let line =
        "\(mark)\(change.target.path): \(shown(change.old)) → \(shown(change.new))  (\(change.place.place))\n"
      output.append(contentsOf: line.utf8)
    }
    return output
  }

  /// `{"files": […], "changes": […], "conflicts": […], "written": […]}` and a line end.
  ///
  /// - Parameter isWritten: Whether the files were written.
  /// - Returns: The JSON text.
  public func json(isWritten: Bool) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("files")
      json.array { json in
        for file in outcome.files { write(file, to: &json) }
      }
      json.key("changes")
      json.array { json in
        for change in outcome.changes { write(change, to: &json) }
      }
      json.key("conflicts")
      json.array { json in
        for conflict in outcome.conflicts {
          json.object { json in
            write(place: conflict.place, to: &json)
            json.member("message", conflict.message.text(in: language))
          }
        }
      }
      json.member("written", isWritten ? plan?.files.map(\.name) ?? [] : [])
    }
    json.newline()
    return json.bytes
  }

  private func write(_ file: ReturnedFile, to json: inout JSONWriter) {
    json.object { json in
      json.member("file", file.name)
      json.member("kind", file.kind.rawValue)
      json.member("unit", file.unit)
      json.key("faults")
      json.array { json in
        for diagnostic in file.diagnostics { write(diagnostic, in: file, to: &json) }
      }
    }
  }

  private func write(
    _ diagnostic: Diagnostic, in file: ReturnedFile, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", diagnostic.id)
      json.member("severity", diagnostic.severity.rawValue)
      write(place: diagnostic.place, to: &json)
      if case .cell(_, let sheet, let reference) = diagnostic.place {
        json.member("found", file.text(ofCell: reference, in: sheet))
      }
      json.member("message", diagnostic.message.text(in: language))
      json.member("remedy", diagnostic.remedy?.text(in: language))
      if let row = diagnostic.notes.first(where: { $0.place == nil }) {
        json.member("row", row.message.arguments.first)
      }
    }
  }

  private func write(_ change: FormChange, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", change.target.path)
      json.member("old", change.old)
      json.member("new", change.new)
      json.key("added")
      json.boolean(change.isAddition)
      write(place: change.place.diagnosticPlace, to: &json)
    }
  }

  private func write(place: DiagnosticPlace, to json: inout JSONWriter) {
    json.member("file", place.file)
    if case .cell(_, let sheet, let reference) = place {
      json.member("sheet", sheet)
      json.member("cell", reference)
    }
  }

  private func shown(_ text: String) -> String {
    if text.isEmpty { return language == .zh ? "空" : "blank" }
    let cut = CellRequirement.cut(text, 60)
    return VisibleText.escape(cut) + (cut.utf8.count < text.utf8.count ? "…" : "")
  }
}
