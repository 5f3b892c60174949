/// A piece of a compiled template.
indirect enum TemplateNode: Sendable, Hashable {
  /// Words of the source, printed as they stand.
  case text(Range<Int>)
  /// A value.
  case slot(Slot)
  /// `for … endfor`.
  case loop(Loop)
  /// `if … elif … else … endif`.
  case choice(Choice)
  /// `join … item … endjoin`: items that print nothing leave no separator behind.
  case join(Join)
  /// Where a heading's number begins; the words of a literal number follow.
  case heading(HeadingMark)
  /// Where a heading's title ends.
  case titleEnd

  struct Slot: Sendable, Hashable {
    let expression: Expression
    /// The whole slot, braces included.
    let range: Range<Int>
  }

  struct Loop: Sendable, Hashable {
    let variable: Expression.Segment
    let subject: Expression
    /// What stands between two members.
    let separator: String
    /// What stands before the last member instead; nil for the same.
    let lastSeparator: String?
    var body: [TemplateNode]
    let range: Range<Int>
  }

  struct Branch: Sendable, Hashable {
    /// Nil for `else`.
    let condition: Expression?
    var body: [TemplateNode]
    let range: Range<Int>
  }

  struct Choice: Sendable, Hashable {
    var branches: [Branch]
  }

  struct Join: Sendable, Hashable {
    /// What stands between two items that print something.
    let separator: String
    /// What stands before the first item, where any prints something.
    let before: String
    /// What stands behind the last item, where any prints something.
    let after: String
    /// The items; each condition says whether the item is there at all, nil that it is.
    var items: [Branch]
    let range: Range<Int>
  }

  /// A heading found when the template was compiled.
  struct HeadingMark: Sendable, Hashable {
    /// Its depth in the section, 1 outermost.
    let level: Int
    /// The number as the skeleton shows it: literal words, or the ordinal a slot would print first.
    let number: [UInt8]
    /// Where the number stands in the source.
    let offset: Int
    /// Whether the format numbers the list, because a tag can drop or add members.
    let isGenerated: Bool
  }

  /// Where the node begins in the source; 0 for marks, which have no words of their own.
  var sourceOffset: Int {
    switch self {
    case .text(let range): range.lowerBound
    case .slot(let slot): slot.range.lowerBound
    case .loop(let loop): loop.range.lowerBound
    case .choice(let choice): choice.branches.first?.range.lowerBound ?? 0
    case .join(let join): join.range.lowerBound
    case .heading, .titleEnd: 0
    }
  }
}
