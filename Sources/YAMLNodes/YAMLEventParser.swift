import CYAML

/// What libyaml reports next.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case streamEnd
    case alias(String)
    case scalar(String, YAMLNode.ScalarStyle, YAMLProperties)
    case sequenceStart(YAMLProperties)
    case sequenceEnd
    case mappingStart(YAMLProperties)
    case mappingEnd
    /// Stream start and document end: nothing to do.
    case other
  }

  let kind: Kind
  /// In UTF-8 offsets.
  let range: Range<Int>
}

/// An anchor's name and a tag, where a node has them.
struct YAMLProperties {
  let anchor: String?
  let tag: String?
}

/// Why libyaml stopped.
struct YAMLSyntaxFault: Error {
  /// libyaml's own words for it.
  let problem: String
  /// Where it stopped, in UTF-8 offsets.
  let offset: Int
  /// Where the construct began that it was reading; nil where it does not say.
  let contextOffset: Int?
  /// The character it refused, where that is the problem.
  let character: UInt32?
}

/// libyaml's event parser over a text in memory, its character marks turned into UTF-8 offsets.
struct YAMLEventParser: ~Copyable {
  // libyaml keeps pointers to the parser and into the input: both need an address that stays.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var marks: ScalarOffsets

  /// A parser of `bytes`, or nil where memory is short.
  init?(_ bytes: [UInt8]) {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    // One byte more, so that an empty text has an address too.
    input = .allocate(capacity: bytes.count - mark + 1)
    input.initialize(repeating: 0)
    _ = input.update(fromContentsOf: bytes[mark...])
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count - mark)
    self.parser = parser
    marks = ScalarOffsets(bytes, from: mark)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  mutating func next() throws(YAMLSyntaxFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    let start = marks.offset(of: event.start_mark.index)
    let end = max(start, marks.offset(of: event.end_mark.index))
    return YAMLEvent(kind: Self.kind(of: event), range: start..<end)
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_ALIAS_EVENT: return .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let value = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let properties = YAMLProperties(anchor: text(scalar.anchor), tag: text(scalar.tag))
      return .scalar(value, style(scalar.style), properties)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .sequenceStart(YAMLProperties(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .mappingStart(YAMLProperties(anchor: text(start.anchor), tag: text(start.tag)))
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    default: return .other
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.ScalarStyle {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private mutating func fault() -> YAMLSyntaxFault {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    if state.error == YAML_READER_ERROR {
      let offset = marks.base + Int(clamping: state.problem_offset)
      return YAMLSyntaxFault(
        problem: problem, offset: offset, contextOffset: nil,
        character: UInt32(exactly: state.problem_value))
    }
    let context = state.context == nil ? nil : marks.offset(of: state.context_mark.index)
    return YAMLSyntaxFault(
      problem: problem, offset: marks.offset(of: state.problem_mark.index),
      contextOffset: context, character: nil)
  }
}

/// Turns numbers of Unicode scalars into UTF-8 offsets; cheap where they rise.
private struct ScalarOffsets {
  let base: Int
  private let bytes: [UInt8]
  private var scalar = 0
  private var offset: Int

  init(_ bytes: [UInt8], from base: Int) {
    self.bytes = bytes
    self.base = base
    offset = base
  }

  mutating func offset(of index: Int) -> Int {
    if index < scalar {
      scalar = 0
      offset = base
    }
    bytes.withUnsafeBufferPointer { buffer in
      while scalar < index, offset < buffer.count {
        offset += 1
        while offset < buffer.count, buffer[offset] & 0xC0 == 0x80 { offset += 1 }
        scalar += 1
      }
    }
    return offset
  }
}
