import SourceText

extension DataFault {
  static func unknownTarget(_ name: String, nearest: [String]) -> DataFault {
    DataFault(
      "data-correction-unknown",
      Message(
        zh: "更正的“{0}”在数据里没有", en: "the data have no “{0}” to correct", name),
      remedy: nearest.isEmpty
        ? Message(
          zh: "核对表、行、列的写法;要新加的,在“操作”里写 新增",
          en: "check table, row and column; to add one, write 新增 under 操作")
        : Message(
          zh: "是不是 {0}", en: "did you mean {0}", nearest.joined(separator: "、")))
  }

  static func outdatedCorrection(_ original: String) -> DataFault {
    DataFault(
      "data-correction-outdated", severity: .warning,
      Message(
        zh: "数据文件里的值已经不是“{0}”,更正可能过时了",
        en: "the data file's value is no longer “{0}”; the correction may be out of date",
        original.quoted),
      remedy: Message(
        zh: "核对后改“原值”,或删去这一行更正", en: "check it, then mend 原值 or delete this correction"))
  }
}
