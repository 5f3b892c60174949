import BulletinSyntax

/// The members of one 一是…二是… chain.
struct MeasureChain {
  /// The members in text order.
  var members: [Heading]

  /// The chains of a text that have more than one member.
  static func chains(in input: LintInput) -> [MeasureChain] {
    let measures = input.tree.headings.filter { $0.mark.style == .measure }
    var chains: [MeasureChain] = []
    var start = 0
    for index in measures.indices {
      let next = index + 1
      if next < measures.count, measures[next].parent == measures[index].parent,
        measures[index].mark.value + 1 == measures[next].mark.value
      {
        continue
      }
      if next - start > 1 { chains.append(MeasureChain(members: Array(measures[start..<next]))) }
      start = next
    }
    return chains
  }
}
