/// A made-up bulletin of which every word and number is known apart.
struct GeneratedBulletin {
  /// A word, or a number with its unit.
  enum Piece: Equatable {
    case word(String)
    case number(Int, String)

    var text: String {
      switch self {
      case .word(let text): text
      case .number(let value, let unit): "\(value)\(unit)"
      }
    }
  }

  /// A sentence with a name that edits do not change.
  struct Sentence: Equatable {
    var id: Int
    var pieces: [Piece]

    var text: String { pieces.map(\.text).joined() + "。" }
  }

  struct Item: Equatable {
    var number: Int
    var heading: String
    var sentences: [Sentence]
  }

  struct Part: Equatable {
    var heading: String
    var items: [Item]
  }

  var title: String
  var parts: [Part]
  var nextID = 0

  var text: String {
    var text = title + "\n\n青禾县供销合作联社 发布时间: 2023-07-21 09:30\n\n"
    for part in parts {
      text += part.heading + "\n\n"
      for item in part.items {
        text += "\(item.number).\(item.heading)。" + item.sentences.map(\.text).joined() + "\n\n"
      }
    }
    return text + "打印 来源: 青禾县供销合作联社\n"
  }

  static let words = [
    "粮油", "仓储", "冷链", "网点", "果品", "茶叶", "农资", "化肥", "配送", "直播", "电商", "社员", "联社", "基层",
    "改造", "升级", "推广", "培育", "整修", "签约", "收购", "加工", "展销", "回收", "护林", "巡查", "督导", "轮训",
    "走访", "调度", "优先", "稳步", "持续", "有序", "全面", "合力", "村社", "镇街", "山区", "沿河", "库区", "灌渠",
    "苗圃", "竹编", "药材", "油茶", "蜂蜜", "菌菇", "水产", "畜禽", "保鲜", "分拣", "包装", "托管", "代销", "赊销",
    "结算", "授信", "互助", "帮带",
  ]
  static let units = ["万元", "家", "人次", "吨", "个", "户", "亩"]
  static let partHeadings = ["一、主要成效", "二、突出短板", "三、后续安排"]

  static func random(_ random: inout SeededGenerator) -> GeneratedBulletin {
    var bulletin = GeneratedBulletin(title: "青禾县供销合作联社上半年情况通报", parts: [])
    for heading in partHeadings.prefix(Int.random(in: 1...3, using: &random)) {
      var part = Part(heading: heading, items: [])
      for number in 1...Int.random(in: 1...3, using: &random) {
        var item = Item(
          number: number, heading: random.pick(words) + random.pick(words) + random.pick(words),
          sentences: [])
        for _ in 0..<Int.random(in: 2...5, using: &random) {
          item.sentences.append(bulletin.sentence(&random))
        }
        part.items.append(item)
      }
      bulletin.parts.append(part)
    }
    return bulletin
  }

  /// A new sentence: clauses of words, most of them with a number.
  mutating func sentence(_ random: inout SeededGenerator) -> Sentence {
    var pieces: [Piece] = []
    for clause in 0..<Int.random(in: 2...4, using: &random) {
      if clause > 0 { pieces.append(.word(",")) }
      for _ in 0..<Int.random(in: 2...4, using: &random) {
        let word = GeneratedBulletin.Piece.word(random.pick(Self.words))
        if word != pieces.last { pieces.append(word) }
      }
      if random.chance(70) {
        pieces.append(.number(Int.random(in: 3...9999, using: &random), random.pick(Self.units)))
        if random.chance(30) { pieces.append(.word(random.pick(Self.words))) }
      }
    }
    nextID += 1
    return Sentence(id: nextID, pieces: pieces)
  }

  /// Where each sentence stands: part, item, place.
  var places: [(part: Int, item: Int, sentence: Int)] {
    parts.indices.flatMap { part in
      parts[part].items.indices.flatMap { item in
        parts[part].items[item].sentences.indices.map { (part, item, $0) }
      }
    }
  }

  func sentence(at place: (part: Int, item: Int, sentence: Int)) -> Sentence {
    parts[place.part].items[place.item].sentences[place.sentence]
  }

  /// Changes the sentence of that name; false where there is none.
  @discardableResult
  mutating func change(_ id: Int, _ body: (inout Sentence) -> Void) -> Bool {
    guard let place = place(of: id) else { return false }
    body(&parts[place.part].items[place.item].sentences[place.sentence])
    return true
  }

  func place(of id: Int) -> (part: Int, item: Int, sentence: Int)? {
    places.first { sentence(at: $0).id == id }
  }

  @discardableResult
  mutating func remove(_ id: Int) -> Sentence? {
    guard let place = place(of: id) else { return nil }
    return parts[place.part].items[place.item].sentences.remove(at: place.sentence)
  }

  mutating func insert(_ sentence: Sentence, after id: Int) {
    guard let place = place(of: id) else { return }
    parts[place.part].items[place.item].sentences.insert(sentence, at: place.sentence + 1)
  }
}
