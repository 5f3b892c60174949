/// A step on the way into a narrative.
package enum NarrativeStep: Sendable, Hashable {
  /// A name in a mapping.
  case name(String)
  /// A member of a list, from 1.
  case member(Int)

  /// A path such as `问题[2].标题` taken apart; nil where it is not built like one.
  package static func steps(_ path: String) -> [NarrativeStep]? {
    var steps: [NarrativeStep] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      let name = part.prefix { $0 != "[" }
      if !name.isEmpty { steps.append(.name(String(name))) }
      var rest = part.dropFirst(name.count)
      while rest.first == "[" {
        guard let close = rest.firstIndex(of: "]"),
          let number = Int(rest[rest.index(after: rest.startIndex)..<close]), number > 0
        else { return nil }
        steps.append(.member(number))
        rest = rest[rest.index(after: close)...]
      }
      guard rest.isEmpty, !name.isEmpty || part.first == "[" else { return nil }
    }
    return steps
  }
}
