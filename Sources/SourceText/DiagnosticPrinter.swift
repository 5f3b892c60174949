/// Prints diagnostics for people and for programs: values in, bytes out.
///
/// Text from outside is escaped, so that nothing in a file's name or content can steer a terminal.
public struct DiagnosticPrinter: Sendable {
  /// How diagnostics are laid out.
  public enum Style: String, Sendable, CaseIterable {
    /// The message, the line it is about with carets under the place, notes and remedy.
    case text
    /// `file:line:column: severity id message`, one line each.
    case line
    /// One JSON object, `{"diagnostics": […]}`.
    case json
  }

  /// How diagnostics are laid out.
  public var style: Style
  /// The language of the messages.
  public var language: MessageLanguage
  /// Whether parts are set apart by terminal colours; only for ``Style/text``.
  public var color: Bool
  /// How many columns a source line may take before it is cut to a window around the place.
  public var width: Int

  /// A printer from its options.
  public init(
    style: Style, language: MessageLanguage, color: Bool = false, width: Int = 96
  ) {
    self.style = style
    self.language = language
    self.color = color
    self.width = width
  }

  /// The diagnostics in the order given.
  ///
  /// - Parameters:
  ///   - diagnostics: What to print.
  ///   - sources: The texts they point into, found by name; a place in a text that is not among
  ///     them is shown by the file's name alone.
  /// - Returns: UTF-8. Linear in the sizes of diagnostics and sources.
  public func print(_ diagnostics: [Diagnostic], sources: [SourceFile]) -> [UInt8] {
    var index = SourceIndex(sources)
    switch style {
    case .text:
      var output = ""
      for diagnostic in diagnostics { append(diagnostic, to: &output, &index) }
      return Array(output.utf8)
    case .line:
      var output = ""
      for diagnostic in diagnostics {
        output += index.label(diagnostic.place) + ": "
        output += diagnostic.severity.name(in: language) + " " + diagnostic.id + " "
        output += VisibleText.escape(diagnostic.message.text(in: language)) + "\n"
      }
      return Array(output.utf8)
    case .json:
      return DiagnosticJSON(language: language).write(diagnostics, &index)
    }
  }

  private func append(_ diagnostic: Diagnostic, to output: inout String, _ index: inout SourceIndex)
  {
    let head = diagnostic.severity.name(in: language) + " " + diagnostic.id
    let message = VisibleText.escape(diagnostic.message.text(in: language))
    output += paint(head, diagnostic.severity.color) + paint(colon, .plain)
    output += paint(message, .plain) + "\n"
    let gutter = append(
      diagnostic.place, caret: "^", diagnostic.severity.color, to: &output, &index)
    for note in diagnostic.notes where note.place == nil {
      appendHint(language == .zh ? "说明" : "note", note.message, gutter, .cyan, to: &output)
    }
    if let remedy = diagnostic.remedy {
      appendHint(language == .zh ? "建议" : "help", remedy, gutter, .green, to: &output)
    }
    for note in diagnostic.notes {
      guard let place = note.place else { continue }
      output += paint(language == .zh ? "说明" : "note", .cyan) + colon
      output += VisibleText.escape(note.message.text(in: language)) + "\n"
      _ = append(place, caret: "-", .cyan, to: &output, &index)
    }
    output += "\n"
  }

  /// Appends `--> place` and, where the text is at hand, its line; gives the gutter's width.
  private func append(
    _ place: DiagnosticPlace, caret: Character, _ caretColor: TerminalColor,
    to output: inout String, _ index: inout SourceIndex
  ) -> Int {
    guard case .text(let file, let range) = place, let (source, lines) = index.lookUp(file) else {
      output += " " + paint("-->", .blue) + " " + index.label(place) + "\n"
      return 1
    }
    let documentPlace = index.documentPlace(place)
    let digits = String(
      documentPlace?.paragraph ?? lines.position(of: range.lowerBound).line)
    let gutter = digits.utf8.count
    let blanks = String(repeating: " ", count: gutter)
    let excerpt = SourceExcerpt(
      of: range, in: source.bytes, lines: lines, width: width - gutter - 3)
    output += blanks + paint("-->", .blue) + " " + index.label(place)
    if let documentPlace {
      output += " " + Self.message(documentPlace).text(in: language)
    }
    output += "\n"
    output += blanks + " " + paint("|", .blue) + "\n"
    output += paint(digits + " |", .blue)
    output += excerpt.text.isEmpty ? "\n" : " " + excerpt.text + "\n"
    output += blanks + " " + paint("|", .blue) + " "
    output += String(repeating: " ", count: excerpt.padding)
    output += paint(String(repeating: caret, count: excerpt.carets), caretColor) + "\n"
    return gutter
  }

  /// A document has no lines to count, so a place in it is named in full.
  private static func message(_ place: SourceDocument.Place) -> Message {
    let paragraph = String(place.paragraph)
    let character = String(place.character)
    guard let page = place.page else {
      return Message(
        zh: "(第 {0} 段第 {1} 字)", en: "(paragraph {0}, character {1})", paragraph, character)
    }
    return Message(
      zh: "(第 {2} 页,第 {0} 段第 {1} 字)", en: "(page {2}, paragraph {0}, character {1})",
      paragraph, character, String(page))
  }

  private func appendHint(
    _ name: String, _ message: Message, _ gutter: Int, _ nameColor: TerminalColor,
    to output: inout String
  ) {
    output += String(repeating: " ", count: gutter) + " " + paint("=", .blue) + " "
    output += paint(name, nameColor) + colon
    output += VisibleText.escape(message.text(in: language)) + "\n"
  }

  private var colon: String { language == .zh ? "：" : ": " }

  private func paint(_ text: String, _ hue: TerminalColor) -> String {
    color ? hue.bold(text) : text
  }
}
