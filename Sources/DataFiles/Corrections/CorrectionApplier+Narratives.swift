import ReportModel
import SourceText

extension CorrectionApplier {
  mutating func correct(narrative entries: [Entry], in data: inout DataSet) {
    for entry in entries {
      let steps = NarrativeStep.steps(entry.row)
      var isFound = false
      if let steps {
        data.narrative = corrected(
          data.narrative ?? .mapping([]), steps[...], entry, path: "叙述", isFound: &isFound)
      }
      if !isFound { report(.unknownTarget("叙述.\(entry.row)", nearest: []), entry) }
    }
  }

  private mutating func corrected(
    _ node: NarrativeNode, _ steps: ArraySlice<NarrativeStep>, _ entry: Entry, path: String,
    isFound: inout Bool
  ) -> NarrativeNode {
    guard let step = steps.first else {
      guard case .text(let old, let origin) = node else { return node }
      isFound = true
      if !entry.isAddition {
        note(entry, path, .text(entry.value.text), over: .text(old), origin)
      }
      if !entry.isAddition { check(entry, against: .text(old)) }
      return .text(entry.value.text, origin: self.origin(entry, path: path))
    }
    let rest = steps.dropFirst()
    let blank = NarrativeNode.empty(before: rest.first, origin(entry, path: path))
    switch step {
    case .name(let name):
      guard case .mapping(var members) = node else { return node }
      let inner = "\(path).\(name)"
      if let index = members.firstIndex(where: { $0.name == name }) {
        members[index] = NarrativeNode.Member(
          name, corrected(members[index].node, rest, entry, path: inner, isFound: &isFound))
      } else if entry.isAddition {
        members.append(
          NarrativeNode.Member(
            name, corrected(blank, rest, entry, path: inner, isFound: &isFound)))
      }
      return .mapping(members)
    case .member(let number):
      guard case .sequence(var members) = node else { return node }
      let inner = "\(path).\(number)"
      if members.indices.contains(number - 1) {
        members[number - 1] = corrected(
          members[number - 1], rest, entry, path: inner, isFound: &isFound)
      } else if entry.isAddition, number == members.count + 1 {
        members.append(corrected(blank, rest, entry, path: inner, isFound: &isFound))
      }
      return .sequence(members)
    }
  }
}

extension NarrativeNode {
  /// A node with nothing in it, of the kind that a step leads into.
  fileprivate static func empty(before step: NarrativeStep?, _ origin: ValueOrigin) -> NarrativeNode
  {
    switch step {
    case .name?: .mapping([])
    case .member?: .sequence([])
    case nil: .text("", origin: origin)
    }
  }
}
