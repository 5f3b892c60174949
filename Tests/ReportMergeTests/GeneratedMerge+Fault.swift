import ReportMerge
import SourceText

extension GeneratedMerge {
  /// What is wrong with a merge; nil where nothing is.
  func fault(in result: ThreeWayMerge.Result) -> String? {
    if result.text != expected.text {
      return """
        the merged text is not the one constructed
        BASE \(base.text)
        MINE \(mine.text)
        THEIRS \(theirs.text)
        EXPECTED \(expected.text)
        RESULT \(result.text)
        """
    }
    func isReported(_ number: String, _ text: (MergeEvent) -> String) -> Bool {
      result.events.contains { $0.kind != .movedByHand && text($0).contains(number) }
    }
    let wordConflicts = result.conflicts.filter { $0.kind == .wordsConflict }.count
    if wordConflicts != self.wordConflicts {
      return "\(wordConflicts) word conflicts, not \(self.wordConflicts)"
    }
    let conflicts = result.conflicts.flatMap(\.numbers).map {
      "\($0.mine?.text ?? "")|\($0.theirs?.text ?? "")"
    }
    let wanted = self.conflicts.map { "\($0.mine)|\($0.theirs)" }
    if !Set(wanted).isSuperset(of: conflicts) { return "conflicts \(conflicts), not \(wanted)" }
    for conflict in self.conflicts where !conflicts.contains("\(conflict.mine)|\(conflict.theirs)")
    {
      // A rewritten sentence may be reported as dropped and added; it must be reported.
      if !isReported(conflict.mine, \.mineText) || !isReported(conflict.theirs, \.theirsText) {
        return "no word of the conflict \(conflict)"
      }
    }
    func numbers(_ kind: MergeEvent.Kind) -> [MergeEvent.Number] {
      result.events.filter { $0.kind == kind }.flatMap(\.numbers)
    }
    let edits = numbers(.numberEditedByHand).compactMap(\.mine?.text)
    if !Set(handEdits).isSuperset(of: edits) { return "hand edits \(edits), not \(handEdits)" }
    for edit in handEdits where !edits.contains(edit) && !isReported(edit, \.mineText) {
      return "no word of the hand edit \(edit)"
    }
    let updates = numbers(.numberUpdated).compactMap(\.theirs?.text)
    if updates.sorted() != self.updates.sorted() {
      return "updates \(updates), not \(self.updates)"
    }
    let lost = Set(numbers(.changedWhereDropped).compactMap(\.theirs?.text))
    if !lost.isSuperset(of: lostUpdates) {
      return "dropped \(lostUpdates), reported \(lost)"
    }
    return nil
  }
}

/// Merges three texts.
func merge(_ base: String, _ mine: String, _ theirs: String) -> ThreeWayMerge.Result {
  ThreeWayMerge.merge(
    base: SourceFile(name: "base", text: base), mine: SourceFile(name: "mine", text: mine),
    theirs: SourceFile(name: "theirs", text: theirs))
}
