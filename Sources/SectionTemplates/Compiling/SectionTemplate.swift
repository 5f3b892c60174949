import BulletinSyntax
public import SourceText

/// A section template, compiled: the section as it reads, with slots.
///
/// Its structure was found when it was compiled, so that no value can open a section, and filling it
/// reads nothing again.
public struct SectionTemplate: Sendable {
  /// The template's text.
  public let source: SourceFile
  /// The compiled pieces, with the marks of its headings among them.
  let nodes: [TemplateNode]
  /// The same as a flat run of steps, for filling.
  let program: FillProgram

  /// The longest template, in bytes.
  static let largest = 64 << 20

  /// Compiles a template.
  ///
  /// - Parameters:
  ///   - source: The template's text; its name stands in messages.
  ///   - paragraphs: What ends a paragraph in it.
  /// - Throws: All faults found: tags and slots that are not closed, expressions that cannot be
  ///   read, tags that cross paragraphs, nesting beyond 32, more than 64 MB. Linear in the size.
  public init(
    _ source: SourceFile, paragraphs: ParagraphBreak = .lineBreak
  ) throws(DiagnosticError) {
    guard source.bytes.count <= Self.largest else {
      throw DiagnosticError([
        Diagnostic(
          "template-too-large", at: .file(source.name),
          Message(
            zh: "模板有 {0} 字节,上限是 {1}", en: "the template has {0} bytes; the limit is {1}",
            "\(source.bytes.count)", "\(Self.largest)"),
          remedy: Message(zh: "分成几个部分", en: "split it into several sections"))
      ])
    }
    var parser = TemplateParser(source, paragraphs: paragraphs)
    let parsed = parser.parse()
    var diagnostics = parser.diagnostics
    let skeleton = TemplateSkeleton(parsed, of: source)
    diagnostics += skeleton.misplacedTags()
    guard diagnostics.isEmpty else { throw DiagnosticError(diagnostics) }
    var marker = StructureMarker(skeleton, name: source.name)
    self.source = source
    nodes = marker.mark(parsed)
    program = FillProgram(nodes, of: source)
  }
}

/// Puts the headings that the parser finds in the skeleton among the template's nodes.
private struct StructureMarker {
  private struct Event {
    let offset: Int
    /// Nil where a title ends.
    let heading: Int?
  }

  private let headings: [Heading]
  private let isGenerated: [Bool]
  private let events: [Event]
  private let skeleton: [UInt8]
  private var next = 0
  private var offset = 0
  /// Up to here the skeleton is a number that a mark already prints.
  private var skipEnd = 0

  init(_ skeleton: TemplateSkeleton, name: String) {
    let tree = SyntaxTree.parse(
      SourceFile(name: name, text: String(decoding: skeleton.bytes, as: UTF8.self)))
    let headings = tree.headings
    self.headings = headings
    self.skeleton = skeleton.bytes
    isGenerated = Self.generated(headings, skeleton)
    var events: [Event] = []
    for (index, heading) in headings.enumerated() where !heading.number.isEmpty {
      events.append(Event(offset: heading.number.lowerBound, heading: index))
      events.append(Event(offset: heading.title.upperBound, heading: nil))
    }
    self.events = events
  }

  /// A list whose members do not all stand in the block their parent stands in can lose or gain
  /// members, so the format numbers it.
  private static func generated(_ headings: [Heading], _ skeleton: TemplateSkeleton) -> [Bool] {
    let blocks = headings.map { skeleton.innermostBlock(at: $0.number.lowerBound) }
    struct List: Hashable {
      let parent: Int?
      let style: OrdinalStyle
    }
    var dynamic: Set<List> = []
    for (index, heading) in headings.enumerated() {
      let outer = heading.parent.flatMap { blocks.indices.contains($0) ? blocks[$0] : nil }
      if blocks[index] != outer {
        dynamic.insert(List(parent: heading.parent, style: heading.mark.style))
      }
    }
    return headings.map { dynamic.contains(List(parent: $0.parent, style: $0.mark.style)) }
  }

  mutating func mark(_ nodes: [TemplateNode]) -> [TemplateNode] {
    markBody(nodes)
  }

  private mutating func markBody(_ nodes: [TemplateNode]) -> [TemplateNode] {
    var output: [TemplateNode] = []
    for node in nodes {
      switch node {
      case .text, .slot: emit(upTo: offset, at: node.sourceOffset, into: &output)
      // A number that begins with a block stands inside it.
      default: emitTitleEnds(into: &output)
      }
      switch node {
      case .text(let range): markText(range, into: &output)
      case .slot(let slot):
        let length = TemplateSkeleton.placeholder(for: slot).count
        if offset >= skipEnd { output.append(node) }
        offset += length
      case .loop(var loop):
        loop.body = markBody(loop.body)
        output.append(.loop(loop))
      case .choice(var choice):
        for index in choice.branches.indices {
          choice.branches[index].body = markBody(choice.branches[index].body)
        }
        output.append(.choice(choice))
      case .join(var join):
        for index in join.items.indices {
          join.items[index].body = markBody(join.items[index].body)
        }
        output.append(.join(join))
      case .heading, .titleEnd:
        output.append(node)
      }
    }
    // A title that ends with the block ends inside it.
    emitTitleEnds(into: &output)
    return output
  }

  private mutating func emitTitleEnds(into output: inout [TemplateNode]) {
    while next < events.count, events[next].offset <= offset, events[next].heading == nil {
      output.append(.titleEnd)
      next += 1
    }
  }

  private mutating func markText(_ range: Range<Int>, into output: inout [TemplateNode]) {
    var start = range.lowerBound
    let shift = range.lowerBound - offset
    let end = offset + range.count
    if skipEnd > offset {
      offset = min(skipEnd, end)
      start = offset + shift
    }
    while next < events.count, events[next].offset < end {
      let place = max(events[next].offset, offset)
      text(start..<place + shift, into: &output)
      offset = place
      start = place + shift
      emit(upTo: place, at: start, into: &output)
      if skipEnd > offset {
        let skip = min(skipEnd, end)
        start = skip + shift
        offset = skip
      }
    }
    text(start..<range.upperBound, into: &output)
    offset = end
  }

  private func text(_ range: Range<Int>, into output: inout [TemplateNode]) {
    if !range.isEmpty { output.append(.text(range)) }
  }

  private mutating func emit(
    upTo limit: Int, at sourceOffset: Int, into output: inout [TemplateNode]
  ) {
    while next < events.count, events[next].offset <= limit {
      if let index = events[next].heading {
        let heading = headings[index]
        output.append(
          .heading(
            TemplateNode.HeadingMark(
              level: heading.level, number: Array(skeleton[heading.number]),
              offset: sourceOffset, isGenerated: isGenerated[index])))
        skipEnd = heading.number.upperBound
      } else {
        output.append(.titleEnd)
      }
      next += 1
    }
  }
}
