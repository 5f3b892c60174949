import BulletinSyntax
import SourceText

/// The words of a template with each slot as one opaque character: what a bulletin made from it
/// looks like before any value is known.
///
/// It is read by the same parser as a typed bulletin, once, when the template is compiled. A slot
/// stands as U+FFFC, which opens nothing; `{{序号}}` stands as the first ordinal, because that is
/// what it prints.
struct TemplateSkeleton {
  /// A tag's body, in skeleton offsets.
  struct Block {
    let range: Range<Int>
    let parent: Int?
    /// The tag, in source offsets.
    let tag: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private let source: SourceFile
  private var open: [Int] = []

  init(_ nodes: [TemplateNode], of source: SourceFile) {
    self.source = source
    add(nodes)
  }

  /// The index of the innermost block that holds a skeleton offset.
  func innermostBlock(at offset: Int) -> Int? {
    blocks.lastIndex { $0.range.contains(offset) }
  }

  /// Faults of blocks that neither lie inside one paragraph nor enclose whole ones.
  func misplacedTags() -> [Diagnostic] {
    blocks.compactMap { block in
      guard !block.range.isEmpty else { return nil }
      let crosses = bytes[block.range].contains(0x0A)
      let startsLine = isLineStart(block.range.lowerBound)
      let endsLine =
        isLineStart(block.range.upperBound) || block.range.upperBound == bytes.count
      guard crosses, !(startsLine && endsLine) else { return nil }
      return Diagnostic(
        "template-crossing-tag", at: .text(file: source.name, range: block.tag),
        Message(
          zh: "标记“{0}”跨了段落,却没有包住整段",
          en: "the tag “{0}” crosses paragraphs without enclosing whole ones",
          source.text(in: block.tag)),
        remedy: Message(
          zh: "让标记各占一行包住整段,或开始和结束都放在同一段里",
          en:
            "put each tag on a line of its own around whole paragraphs, or both inside one paragraph"
        ))
    }
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == 0x0A
  }

  private mutating func add(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let range):
        bytes.append(contentsOf: source.bytes[range])
      case .slot(let slot):
        bytes.append(contentsOf: Self.placeholder(for: slot))
      case .loop(let loop):
        addBlock(loop.body, tag: loop.range)
      case .choice(let choice):
        for branch in choice.branches { addBlock(branch.body, tag: branch.range) }
      case .join(let join):
        for item in join.items { addBlock(item.body, tag: item.range) }
      case .heading, .titleEnd:
        break
      }
    }
  }

  private mutating func addBlock(_ body: [TemplateNode], tag: Range<Int>) {
    let index = blocks.count
    let start = bytes.count
    blocks.append(Block(range: start..<start, parent: open.last, tag: tag))
    open.append(index)
    add(body)
    open.removeLast()
    blocks[index] = Block(range: start..<bytes.count, parent: blocks[index].parent, tag: tag)
  }

  /// What stands for a slot; the compiler counts on the same text.
  static func placeholder(for slot: TemplateNode.Slot) -> [UInt8] {
    switch ordinal(of: slot.expression) {
    case .arabic: Array("1".utf8)
    case .chinese: Array("一".utf8)
    case nil: Array("\u{FFFC}".utf8)
    }
  }

  enum Ordinal { case arabic, chinese }

  /// How a slot prints a member's ordinal, if that is what it prints.
  static func ordinal(of expression: Expression) -> Ordinal? {
    switch expression.kind {
    case .path(let path) where path.count == 1 && ["序号", "index"].contains(path[0].name):
      return .arabic
    case .call(let name, let arguments)
    where ["中文数字", "chinese"].contains(name.name) && arguments.count == 1:
      return arguments.first.flatMap(ordinal(of:)) == nil ? nil : .chinese
    default:
      return nil
    }
  }
}
