/// Tells from the titles of the parts what each is for.
enum PartRoles {
  /// What a word in a title says.
  private enum Sense: UInt8 {
    case done, problems, plans, either, past, ahead, nothing
  }

  /// Gives each heading of level 1 its role; the document's title tells whether it is a plan.
  static func assign(
    to headings: inout [Heading], documentTitle: Range<Int>?, _ text: TextBytes
  ) {
    var seen = rolesBehind(documentTitle, text)
    for index in headings.indices where headings[index].level == 1 {
      guard headings[index].mark.style != .measure else { continue }
      let roles = roles(of: headings[index].title, text, after: seen)
      headings[index].role = roles.first ?? .other
      seen.formUnion(roles)
    }
  }

  /// What is taken as told before the first part: a document of plans alone looks back on nothing, so
  /// that its 重点任务 are plans.
  static func rolesBehind(_ documentTitle: Range<Int>?, _ text: TextBytes) -> Set<PartRole> {
    guard let documentTitle else { return [] }
    let senses = senses(in: documentTitle, text)
    let isPlan = senses.contains(.plans) || text.contains("要点", in: documentTitle)
    let looksBack = senses.contains(.done) || text.contains("报告", in: documentTitle)
    return isPlan && !looksBack ? [.done] : []
  }

  /// The roles a title names, in its order: none, one or several.
  ///
  /// The roles of the parts before decide titles such as 重点工作.
  static func roles(of title: Range<Int>, _ text: TextBytes, after seen: Set<PartRole>)
    -> [PartRole]
  {
    let senses = senses(in: title, text)
    var roles: [PartRole] = []
    func add(_ role: PartRole) {
      if !roles.contains(role) { roles.append(role) }
    }
    let isAhead = senses.contains(.ahead)
    let isPast = senses.contains(.past)
    for sense in senses {
      switch sense {
      case .problems: add(.problems)
      case .plans: add(.plans)
      case .done: if !isAhead || isPast { add(.done) }
      case .either:
        if isAhead { add(.plans) } else if isPast { add(.done) }
      case .ahead: add(.plans)
      case .past, .nothing: break
      }
    }
    // 计划执行情况, 措施落实情况: what closes the title says what the part tells of.
    if senses.last == .done, !isAhead { roles.removeAll { $0 == .plans } }
    // 上半年工作 tells of the past by no other word.
    if roles.isEmpty, isPast, !isAhead, text.has("工作", before: title.upperBound) { add(.done) }
    if roles.isEmpty, senses.contains(.either) {
      add(seen.contains(.done) || seen.contains(.problems) ? .plans : .done)
    }
    return roles
  }

  private static func senses(in title: Range<Int>, _ text: TextBytes) -> [Sense] {
    var senses: [Sense] = []
    var offset = title.lowerBound
    let end = min(wordsEnd(title, text), title.lowerBound + 180)
    while offset < end {
      if let match = table.match(text, at: offset), match.end <= title.upperBound,
        let sense = Sense(rawValue: match.value)
      {
        if closesPhrase(match.end, sense, in: title, text) { senses.append(sense) }
        offset = match.end
      } else {
        offset += text.width(at: offset)
      }
    }
    return senses
  }

  /// Where the words end that name a part: a title so long is running text behind its first comma.
  private static func wordsEnd(_ title: Range<Int>, _ text: TextBytes) -> Int {
    guard title.count > 150 else { return title.upperBound }
    var offset = title.lowerBound
    while offset < title.upperBound, !text.scalar(at: offset).isComma {
      offset += text.width(at: offset)
    }
    return offset
  }

  /// Whether the word that ends at `end` is what a phrase of the title is about: 环境问题的治理 is
  /// no part on problems, 存在的问题及建议 is one.
  private static func closesPhrase(
    _ end: Int, _ sense: Sense, in title: Range<Int>, _ text: TextBytes
  ) -> Bool {
    if sense == .past || sense == .ahead || end >= title.upperBound { return true }
    if table.match(text, at: end) != nil { return true }
    switch text.scalar(at: end) {
    case "和", "及", "与", "與", "暨", "以", "并", "、", "，", ",", "（", "(", " ", "\u{3000}", "：", ":", "；":
      return true
    default: return false
    }
  }

  private static let table: WordTable = {
    let names: [Substring: Sense] = [
      "done": .done, "problems": .problems, "plans": .plans, "either": .either, "past": .past,
      "ahead": .ahead, "nothing": .nothing,
    ]
    var words: [(word: Substring, value: UInt8)] = []
    for (row, kind) in EmbeddedTable.rows("roles.tsv") {
      guard let sense = names[row] else { continue }
      for word in EmbeddedTable.pieces(kind, by: 0x20) { words.append((word, sense.rawValue)) }
    }
    return WordTable(words)
  }()
}
