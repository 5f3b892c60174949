import ReportModel
import SourceText

/// Reads the values back out of a text that a template printed, and that people may have edited.
///
/// All readings of the text are looked at: a value is certain only where every one of them gives it
/// the same place. What a text fits is found in time that is bounded by its length times the
/// template's; in prose it is near its length alone.
public struct SectionReader: Sendable {
  private let program: ReadingProgram
  private let chunks: [Chunk]

  /// Sentences of the template, to be found one by one in a text that was reworded elsewhere.
  private struct Chunk: Sendable {
    let program: ReadingProgram
  }

  /// A reader of what one section template prints.
  ///
  /// - Parameters:
  ///   - template: The section.
  ///   - context: What is known beforehand: schema and data give types and units, settings and
  ///     narratives their words. No value of a figure or table is taken from it, save the ones
  ///     that are written in a way of their own.
  public init(_ template: SectionTemplate, context: TemplateContext) {
    var compiler = ReadingCompiler(context)
    compiler.section(template)
    program = compiler.program
    chunks = Self.chunks(of: [template], context)
  }

  /// A reader of what a whole pack prints.
  ///
  /// - Parameters:
  ///   - pack: The templates.
  ///   - context: What is known beforehand, as in ``init(_:context:)-(SectionTemplate,_)``.
  public init(_ pack: TemplatePack, context: TemplateContext) {
    let templates =
      [pack.title, pack.publicationLine].compactMap { $0 } + pack.parts.map(\.template)
      + [pack.sourceLine].compactMap { $0 }
    var compiler = ReadingCompiler(context)
    compiler.report(templates, isVerbatim: pack.isVerbatim)
    program = compiler.program
    chunks = Self.chunks(of: templates, context)
  }

  /// The slots, in the template's order, with what can be told of them before any text is read.
  public var slots: [SlotReading] {
    program.slots.map { slot in
      SlotReading(
        path: slot.writtenPath, file: slot.file, range: slot.range, readability: slot.readability)
    }
  }

  /// Reads a text.
  ///
  /// Where the whole text is not what the template prints, its sentences are looked for one by one,
  /// in order, so that words changed in one place do not cost the figures of another.
  public func read(_ text: String) -> ReadResult {
    read(Array(text.utf8))
  }

  /// Reads a text in UTF-8.
  public func read(_ text: [UInt8]) -> ReadResult {
    var matcher = TextMatcher(program, text: text, in: text.indices)
    if let match = matcher.match() {
      return ReadResult(
        fit: .whole, values: MatchReader(program, text).values(of: match),
        fitting: text.isEmpty ? [] : [text.indices])
    }
    return readSentences(text)
  }

  /// How many sentences may be passed over to find the one a chunk prints.
  private static let lookahead = 24
  /// How long a chunk's print may be, in bytes.
  private static let longestChunk = 16_384

  private func readSentences(_ text: [UInt8]) -> ReadResult {
    let ends = Self.sentenceEnds(text)
    let endSet = Set(ends)
    let starts = [0] + ends
    var values: [ReadValue] = []
    var fitting: [Range<Int>] = []
    var cursor = 0
    for chunk in chunks {
      for place in cursor..<min(cursor + Self.lookahead, starts.count) {
        let start = starts[place]
        let window = start..<min(text.count, start + Self.longestChunk)
        var matcher = TextMatcher(chunk.program, text: text, in: window, ends: endSet)
        guard let match = matcher.match(), let end = match.path.last?.offset else { continue }
        values += MatchReader(chunk.program, text).values(of: match)
        fitting.append(start..<end)
        while cursor < starts.count, starts[cursor] < end { cursor += 1 }
        break
      }
    }
    return ReadResult(fit: fitting.isEmpty ? .none : .partial, values: values, fitting: fitting)
  }

  /// Offsets behind each 。 and each line.
  private static func sentenceEnds(_ text: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var index = 0
    while index < text.count {
      if text[index] == 0x0A {
        if ends.last != index { ends.append(index) }
        ends.append(index + 1)
      } else if text[index] == 0xE3, index + 2 < text.count, text[index + 1] == 0x80,
        text[index + 2] == 0x82
      {
        ends.append(index + 3)
        index += 2
      }
      index += 1
    }
    if ends.last != text.count { ends.append(text.count) }
    return ends
  }

  private static func chunks(
    of templates: [SectionTemplate], _ context: TemplateContext
  ) -> [Chunk] {
    templates.flatMap { template in
      TemplateSentences.split(template).compactMap { nodes in
        var compiler = ReadingCompiler(context)
        compiler.chunk(nodes, of: template)
        let program = compiler.program
        return program.slots.isEmpty || !program.hasWords ? nil : Chunk(program: program)
      }
    }
  }
}

extension SectionTemplate {
  /// Reads the values back out of a text this template printed; see ``SectionReader``, which is the
  /// way to read many.
  public func read(_ text: String, context: TemplateContext) -> ReadResult {
    SectionReader(self, context: context).read(text)
  }
}

extension ReadingProgram {
  /// Whether there are words enough to tell its print from other sentences.
  fileprivate var hasWords: Bool {
    words.contains { $0.count >= 6 }
  }
}

extension ReadingSlot {
  /// The path as people write it, members of loops as `[]`.
  fileprivate var writtenPath: String {
    path.reduce(into: "") { output, part in
      switch part {
      case .name(let name): output += (output.isEmpty ? "" : ".") + name
      case .member: output += "[]"
      }
    }
  }
}
