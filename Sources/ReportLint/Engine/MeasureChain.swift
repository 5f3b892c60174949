import BulletinSyntax

/// The members of one 一是…二是… chain.
struct MeasureChain {
  /// The members in text order.
  var members: [Heading]

  /// The chains of a text that have more than one member.
  static func chains(in input: LintInput) -> [MeasureChain] {
    var chains: [MeasureChain] = []
    for heading in input.tree.headings where heading.mark.style == .measure {
      if let last = chains.last?.members.last, last.parent == heading.parent,
        last.mark.value + 1 == heading.mark.value
      {
        chains[chains.count - 1].members.append(heading)
      } else {
        chains.append(MeasureChain(members: [heading]))
      }
    }
    return chains.filter { $0.members.count > 1 }
  }
}
