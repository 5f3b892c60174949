/// Finds slots between whose free texts nothing may stand.
struct FreeTextNeighbours {
  /// Slots that end in free text, with those that may follow at once and begin with free text.
  private(set) var pairs: [(slot: Int, others: [Int])] = []

  private let program: ReadingProgram

  init(_ program: ReadingProgram) {
    self.program = program
    for (step, kind) in program.steps.enumerated() {
      guard case .close(let slot) = kind, endsFree(step) else { continue }
      let others = followers(of: step + 1)
      if !others.isEmpty { pairs.append((slot, others)) }
    }
  }

  private func endsFree(_ close: Int) -> Bool {
    guard close > 0, case .end = program.steps[close - 1] else { return false }
    return true
  }

  /// The slots whose free text can begin right at a step.
  private func followers(of start: Int) -> [Int] {
    var open = [start]
    var seen: Set<Int> = [start]
    var inside: [Int: Int] = [:]
    var found: [Int] = []
    while let step = open.popLast(), seen.count < 2_000 {
      let slot = inside[step]
      func go(_ next: Int, _ slot: Int?) {
        guard next < program.steps.count, seen.insert(next).inserted else { return }
        inside[next] = slot
        open.append(next)
      }
      switch program.steps[step] {
      case .split(let first, let second):
        go(first, slot)
        go(second, slot)
      case .end(let exit, let again):
        go(exit, slot)
        go(again, slot)
      case .jump(let next): go(next, slot)
      case .open(let opened): go(step + 1, opened)
      case .close: go(step + 1, nil)
      case .enter, .member, .leave: go(step + 1, slot)
      case .character: if let slot { found.append(slot) }
      default: continue
      }
    }
    return found
  }
}
