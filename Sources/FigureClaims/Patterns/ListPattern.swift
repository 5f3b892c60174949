/// 等 with a count: `公安、城管等3个部门` names no more than three; a list of one shows nothing.
extension ClaimScan {
  /// How far back a list is read, in bytes.
  private static let reach = 600

  mutating func findList(_ index: Int) {
    let reading = readings[index]
    guard reading.lastCues.has(.list), reading.joint != .direct, reading.unit.kind == .count,
      let count = number(index), count.isExact, let wanted = Int(exactly: count.value.numerator),
      count.value.denominator == 1, wanted > 0
    else { return }
    let end = text.start(before: reading.lead.upperBound)
    let items = items(before: end, floor: index > 0 ? readings[index - 1].range.upperBound : 0)
    guard items.count > 1, items.count > wanted || isWanted(.list, .holds) else { return }
    var sides = ClaimSides(computed: "\(items.count)", stated: surface(index))
    if items.count <= wanted {
      add(.list, [(index, .count)], .holds, sides)
      return
    }
    // Marks inside an item are taken for marks of the list; only members of one form leave no doubt.
    let isSure = isUniform(items)
    sides.note = isSure ? .none : .roles
    sides.margin = "\(items.count - wanted)"
    add(.list, [(index, .count)], isSure ? .fails : .uncertain, sides)
  }

  /// The members of the list that ends at `end`, the last first; marks in quotation marks and
  /// brackets part nothing.
  private func items(before end: Int, floor: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var last = end
    var offset = end
    var depth = 0
    loop: while offset > floor, end - offset < Self.reach {
      let start = text.start(before: offset)
      switch text.key(at: start) {
      case 0xE2809D, 0xE3808B, 0xEFBC89, 0x29: depth += 1  // ” 》 ）
      case 0xE2809C, 0xE3808A, 0xEFBC88, 0x28:  // “ 《 （
        if depth == 0 { break loop }
        depth -= 1
      case 0xE38081 where depth == 0:
        items.append(offset..<last)
        last = start
      case 0x2C, 0xEFBC8C, 0x3B, 0xEFBC9B, 0x3A, 0xEFBC9A, 0xE38082, 0x0A:
        if depth == 0 { break loop }
      default: break
      }
      offset = start
    }
    items.append(offset..<max(offset, last))
    return depth == 0 ? items : []
  }

  /// Whether all members are titles or quotations, or end in the same character.
  private func isUniform(_ items: [Range<Int>]) -> Bool {
    let ends = items.map { $0.isEmpty ? 0 : text.key(at: text.start(before: $0.upperBound)) }
    guard let first = ends.first, first > 0x7F else { return false }
    return ends.allSatisfy { $0 == first }
      && items.dropLast().allSatisfy { $0.count >= 6 && $0.count <= 60 }
  }
}
