public import SourceText

extension RuleCatalogue {
  /// Rules whose numbers are given but which are not built, and why, in the order of their ids.
  public static var leftOut: [(id: String, reason: Message)] {
    reasons.filter { description(of: $0.id) == nil }
  }

  private static let reasons: [(id: String, reason: Message)] = [
    (
      "PUN014",
      Message(
        zh: "分号前面的分句该不该升为冒号或句号，要懂句意才能判断",
        en: "whether the clause before a chain of ； wants a stronger mark takes understanding it")
    ),
    (
      "WRD014",
      Message(
        zh: "动宾搭配没有可靠的现成词表，自编的会误报",
        en: "no reliable list of verbs and their nouns is to be had, and one made up would be wrong"
      )
    ),
    (
      "COR002",
      Message(
        zh: "打算不一定都因问题而来，只凭字面判断多是误报",
        en: "not every plan answers a problem; words alone would mostly be wrong")
    ),
    (
      "COR006",
      Message(
        zh: "成绩和问题是否矛盾，要懂文意才能判断",
        en: "whether what was done contradicts a problem takes understanding both")
    ),
    (
      "PRV005",
      Message(
        zh: "没有人名词典，分不清学生姓名和普通词语；PRV006 提示疑似的姓名",
        en:
          "without a dictionary of names pupils cannot be told from words; PRV006 points at likely names"
      )
    ),
    (
      "PRV007",
      Message(
        zh: "同上；依法公开的处分通报本来就要写姓名",
        en: "as PRV005; and notices of penalties published by law do give the name")
    ),
    (
      "PRV009",
      Message(
        zh: "“立案2起”一类的小数目依法公开，哪些敏感没有可引的标准",
        en: "small counts are published by law; no standard says which are sensitive")
    ),
  ]
}
