import SourceText

/// Edits that are applied together or not at all: those of one fix in one line.
struct FixUnit {
  private(set) var edits: [Fix.Edit]

  /// The units of the findings' fixes, of each finding the first that may be applied.
  static func units(
    of findings: [Diagnostic], includesNeedsReview: Bool, _ bytes: [UInt8]
  ) -> [FixUnit] {
    var units: [FixUnit] = []
    for finding in findings {
      let fix = finding.fixes.first {
        $0.safety == .safe || includesNeedsReview && $0.safety == .needsReview
      }
      guard let fix else { continue }
      var line: FixUnit?
      for edit in fix.edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
      where edit.range.upperBound <= bytes.count {
        if let last = line?.edits.last,
          !bytes[last.range.lowerBound..<edit.range.lowerBound].contains(0x0A)
        {
          line?.edits.append(edit)
        } else {
          if let line { units.append(line) }
          line = FixUnit(edits: [edit])
        }
      }
      if let line { units.append(line) }
    }
    return units
  }

  /// The units left when of two that touch the same place the later one gives way.
  static func withoutOverlaps(_ units: [FixUnit]) -> [FixUnit] {
    struct Claim {
      let range: Range<Int>
      let unit: Int
    }
    var claims: [Claim] = []
    for (index, unit) in units.enumerated() {
      for edit in unit.edits { claims.append(Claim(range: edit.range, unit: index)) }
    }
    claims.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.unit)
        < ($1.range.lowerBound, $1.range.upperBound, $1.unit)
    }
    var isRejected = Array(repeating: false, count: units.count)
    var holder: Claim?
    for claim in claims where !isRejected[claim.unit] {
      if let held = holder, !isRejected[held.unit], meets(held.range, claim.range) {
        isRejected[max(held.unit, claim.unit)] = true
        if held.unit <= claim.unit { continue }
      }
      holder = claim
    }
    return units.enumerated().filter { !isRejected[$0.offset] }.map(\.element)
  }

  /// Whether two ranges share a byte, or an insertion stands at the edge or inside of the other.
  private static func meets(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.overlaps(second) || first.lowerBound == second.lowerBound
      || (second.isEmpty && second.lowerBound == first.upperBound)
      || (first.isEmpty && first.lowerBound == second.lowerBound)
  }
}

/// Edits in text order, none overlapping, with where each stands afterwards.
struct EditBatch {
  /// The edits in text order.
  private(set) var edits: [Fix.Edit] = []
  /// The unit each edit belongs to.
  private(set) var units: [Int] = []
  /// Where each edit's replacement stands in the text afterwards.
  private(set) var outcomes: [Range<Int>] = []

  /// The edits of units that do not overlap.
  init(_ all: [FixUnit]) {
    var pairs: [(edit: Fix.Edit, unit: Int)] = []
    for (index, unit) in all.enumerated() {
      for edit in unit.edits { pairs.append((edit, index)) }
    }
    pairs.sort { $0.edit.range.lowerBound < $1.edit.range.lowerBound }
    var shift = 0
    for (edit, unit) in pairs {
      let start = edit.range.lowerBound + shift
      let count = edit.replacement.utf8.count
      edits.append(edit)
      units.append(unit)
      outcomes.append(start..<start + count)
      shift += count - edit.range.count
    }
  }

  /// The text after the edits.
  func apply(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 4)
    var clean = 0
    for edit in edits {
      result.append(contentsOf: bytes[clean..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      clean = edit.range.upperBound
    }
    result.append(contentsOf: bytes[clean...])
    return result
  }

  /// Where an offset of the old text may stand in the new one: one place, or anywhere in the
  /// replacement that took its place.
  func outcome(of offset: Int) -> ClosedRange<Int> {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset...offset }
    let range = edits[low - 1].range
    let outcome = outcomes[low - 1]
    if offset < range.upperBound || offset == range.lowerBound {
      return outcome.lowerBound...outcome.upperBound
    }
    let place = outcome.upperBound + offset - range.upperBound
    return place...place
  }

  /// The unit with the edit nearest to a place of the new text.
  func unit(near place: ClosedRange<Int>) -> Int? {
    var low = 0
    var high = outcomes.count
    while low < high {
      let middle = (low + high) / 2
      if outcomes[middle].lowerBound <= place.lowerBound { low = middle + 1 } else { high = middle }
    }
    let before = low - 1
    guard low < outcomes.count else { return before >= 0 ? units[before] : nil }
    guard before >= 0 else { return units[low] }
    let distance = place.lowerBound - outcomes[before].upperBound
    return outcomes[low].lowerBound - place.upperBound < distance ? units[low] : units[before]
  }
}
