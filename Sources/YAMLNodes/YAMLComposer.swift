import SourceText

/// Builds nodes from events and collects what is wrong without stopping where that can be helped.
struct YAMLComposer: ~Copyable {
  private let file: SourceFile
  private let limits: YAMLReader.Limits
  private var parser: YAMLEventParser?
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  private var size = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, limits: YAMLReader.Limits) {
    self.file = file
    self.limits = limits
    parser = YAMLEventParser(file.bytes)
  }

  /// The file's one document.
  mutating func document() throws(YAMLStop) -> YAMLNode {
    var root: YAMLNode?
    while true {
      let event = try next()
      switch event.kind {
      case .streamEnd:
        guard let root, !root.isNull else {
          return YAMLNode(.mapping([]), range: event.range.lowerBound..<event.range.lowerBound)
        }
        return root
      case .documentStart where root != nil:
        throw stop(.severalDocuments, event.range)
      case .documentStart, .other:
        continue
      default:
        root = try node(from: event, depth: 0)
      }
    }
  }

  private mutating func next() throws(YAMLStop) -> YAMLEvent {
    do throws(YAMLSyntaxFault) {
      guard let event = try parser?.next() else {
        throw YAMLSyntaxFault(
          problem: "out of memory", offset: 0, contextOffset: nil, character: nil)
      }
      return event
    } catch {
      throw YAMLStop(diagnostic: YAMLSyntaxMessages.diagnostic(for: error, in: file))
    }
  }

  private mutating func node(from event: YAMLEvent, depth: Int) throws(YAMLStop) -> YAMLNode {
    guard depth <= limits.depth else { throw stop(.depth(limits.depth), event.range) }
    let before = size
    try count(1, at: event.range)
    let node: YAMLNode
    let properties: YAMLProperties
    switch event.kind {
    case .alias(let name):
      guard let anchor = anchors[name] else {
        report(.undefinedAlias(name, nearest: NearestNames.of(name, in: anchors.keys)), event.range)
        return YAMLNode(.scalar("", .plain), range: event.range)
      }
      try count(anchor.size, at: event.range)
      return anchor.node
    case .scalar(let text, let style, let own):
      properties = own
      let isText = style == .plain && own.tag != nil
      node = YAMLNode(.scalar(text, isText ? .quoted : style), range: event.range)
    case .sequenceStart(let own):
      properties = own
      node = try sequence(from: event.range, depth: depth)
    case .mappingStart(let own):
      properties = own
      node = try mapping(from: event.range, depth: depth)
    default:
      throw stop(.unexpected, event.range)
    }
    if let tag = properties.tag, !["tag:yaml.org,2002:str", "!"].contains(tag) {
      report(.tag(tag), event.range)
    }
    if let name = properties.anchor { anchors[name] = (node, size - before) }
    return node
  }

  private mutating func sequence(
    from start: Range<Int>, depth: Int
  ) throws(YAMLStop) -> YAMLNode {
    var members: [YAMLNode] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        let end = self.end(of: members.last, closing: event.range)
        return YAMLNode(
          .sequence(members), range: start.lowerBound..<max(start.lowerBound, end))
      }
      members.append(try node(from: event, depth: depth + 1))
    }
  }

  private mutating func mapping(from start: Range<Int>, depth: Int) throws(YAMLStop) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    var places: [String: Range<Int>] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        let end = self.end(of: entries.last?.value, closing: event.range)
        return YAMLNode(
          .mapping(entries), range: start.lowerBound..<max(start.lowerBound, end))
      }
      let key = try node(from: event, depth: depth + 1)
      let value = try node(from: try next(), depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        report(.keyIsNoText, key.range)
        continue
      }
      if let first = places[name] {
        report(.duplicateKey(name, first: first), event.range)
      } else {
        places[name] = event.range
        entries.append(YAMLNode.Entry(key: name, keyRange: event.range, value: value))
      }
    }
  }

  /// A block ends with its last member, though libyaml notices that only at the next word; a
  /// bracketed one with its bracket.
  private func end(of last: YAMLNode?, closing: Range<Int>) -> Int {
    guard closing.isEmpty, let last else { return closing.upperBound }
    return min(last.range.upperBound, closing.upperBound)
  }

  private mutating func count(_ nodes: Int, at range: Range<Int>) throws(YAMLStop) {
    size += nodes
    if size > limits.nodes { throw stop(.nodes(limits.nodes), range) }
  }

  private func stop(_ fault: YAMLFault, _ range: Range<Int>) -> YAMLStop {
    YAMLStop(diagnostic: fault.diagnostic(file: file.name, range: range))
  }

  private mutating func report(_ fault: YAMLFault, _ range: Range<Int>) {
    diagnostics.append(fault.diagnostic(file: file.name, range: range))
  }
}
