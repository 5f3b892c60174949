import SourceText

/// WRD004: a word written with a wrong character.
enum WrongCharacter: Rule {
  static let description = RuleDescription(
    "WRD004", "wrong-character", .error, fix: .safe,
    summary: Message(zh: "错别字", en: "a word written with a wrong character"),
    reason: Message(
      zh: "这些写法不见于词典，是形近或音近的误写。",
      en: "No dictionary has these; they are slips between like characters."),
    basis: RuleBasis(.standard, Message(zh: "《现代汉语词典》的词形", en: "the word forms of 现代汉语词典")),
    exemption: Message(
      zh: "只收没有别的意思的词；“按排名”“竞争相”一类碰巧相连的字不算；引号里的原文也报。",
      en: "Only forms with no other meaning; characters that meet by chance (按排名) are left alone."),
    bad: [
      RuleExample("工作⟦布署⟧到位。", fixed: "工作部署到位。"), RuleExample("统一⟦按排⟧车辆。", fixed: "统一安排车辆。"),
      RuleExample("⟦迫不急待⟧地报名。", fixed: "迫不及待地报名。"),
    ],
    good: ["工作部署到位。", "按排名先后发言。", "按排序先后入场。", "他们都竟争相报名。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    ConfusedWords.scan(input) { range, word in
      report.report(
        range,
        Message(
          zh: "“{0}”应为“{1}”", en: "“{0}” should be “{1}”", input.text(range), "\(word.right)"),
        fixes: [Fix(.safe, [Fix.Edit(range, with: "\(word.right)")])])
    }
  }
}

/// The words that ``WrongCharacter`` knows: what is written, what is meant, and what may not follow.
enum ConfusedWords {
  /// A word often written wrongly.
  struct Word: Sendable {
    let wrong: StaticString
    let right: StaticString
    var unlessBefore: [StaticString] = []
  }

  /// Calls `found` for each wrong word in text order; one pass over the bytes.
  static func scan(_ input: LintInput, found: (Range<Int>, Word) -> Void) {
    let bytes = input.bytes
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index + 6 <= buffer.count {
        guard buffer[index] &- 0xE4 < 6 else {
          index += 1
          continue
        }
        let key =
          UInt16(buffer[index] & 0x0F) << 12 | UInt16(buffer[index + 1] & 0x3F) << 6
          | UInt16(buffer[index + 2] & 0x3F)
        if heads[Int(key >> 3)] & (1 << (key & 7)) != 0, let candidates = byHead[key] {
          for position in candidates {
            let word = words[position]
            let end = index + word.wrong.utf8CodeUnitCount
            guard input.has(word.wrong, at: index),
              !word.unlessBefore.contains(where: { input.has($0, at: end) })
            else { continue }
            found(index..<end, word)
            break
          }
        }
        index += 3
      }
    }
  }

  /// The words by their first character.
  private static let byHead: [UInt16: [Int]] = Dictionary(
    grouping: words.indices, by: { head(of: words[$0].wrong) })

  /// One bit a character, set where a word begins with it.
  private static let heads: [UInt8] = {
    var bits = [UInt8](repeating: 0, count: 1 << 13)
    for key in byHead.keys { bits[Int(key >> 3)] |= 1 << (key & 7) }
    return bits
  }()

  private static func head(of word: StaticString) -> UInt16 {
    word.withUTF8Buffer {
      UInt16($0[0] & 0x0F) << 12 | UInt16($0[1] & 0x3F) << 6 | UInt16($0[2] & 0x3F)
    }
  }

  private static let words: [Word] = [
    Word(wrong: "布署", right: "部署"),
    Word(wrong: "按排", right: "安排", unlessBefore: ["名", "序", "列", "放", "号"]),
    Word(wrong: "渡假", right: "度假"), Word(wrong: "欢渡", right: "欢度"),
    Word(wrong: "松驰", right: "松弛"), Word(wrong: "气慨", right: "气概"),
    Word(wrong: "震憾", right: "震撼"), Word(wrong: "凌架", right: "凌驾"),
    Word(wrong: "防碍", right: "妨碍"), Word(wrong: "竟赛", right: "竞赛"),
    Word(wrong: "竟争", right: "竞争", unlessBefore: ["相", "先"]),
    Word(wrong: "粗旷", right: "粗犷"), Word(wrong: "坐阵", right: "坐镇"),
    Word(wrong: "通辑", right: "通缉"), Word(wrong: "催毁", right: "摧毁"),
    Word(wrong: "针贬", right: "针砭"), Word(wrong: "寒喧", right: "寒暄"),
    Word(wrong: "脉博", right: "脉搏"), Word(wrong: "蜂涌", right: "蜂拥"),
    Word(wrong: "沉缅", right: "沉湎"), Word(wrong: "追朔", right: "追溯"),
    Word(wrong: "精萃", right: "精粹"), Word(wrong: "重迭", right: "重叠"),
    Word(wrong: "编篡", right: "编纂"), Word(wrong: "入场卷", right: "入场券"),
    Word(wrong: "迫不急待", right: "迫不及待"),
    Word(wrong: "再接再励", right: "再接再厉"), Word(wrong: "一愁莫展", right: "一筹莫展"),
    Word(wrong: "穿流不息", right: "川流不息"), Word(wrong: "金壁辉煌", right: "金碧辉煌"),
    Word(wrong: "默守成规", right: "墨守成规"), Word(wrong: "不径而走", right: "不胫而走"),
    Word(wrong: "走头无路", right: "走投无路"), Word(wrong: "谈笑风声", right: "谈笑风生"),
    Word(wrong: "甘败下风", right: "甘拜下风"), Word(wrong: "汗流夹背", right: "汗流浃背"),
    Word(wrong: "鬼鬼崇崇", right: "鬼鬼祟祟"), Word(wrong: "烩炙人口", right: "脍炙人口"),
    Word(wrong: "明辩是非", right: "明辨是非"), Word(wrong: "相形见拙", right: "相形见绌"),
    Word(wrong: "旁证博引", right: "旁征博引"), Word(wrong: "灸手可热", right: "炙手可热"),
    Word(wrong: "黄梁美梦", right: "黄粱美梦"), Word(wrong: "死皮癞脸", right: "死皮赖脸"),
    Word(wrong: "提纲挈令", right: "提纲挈领"), Word(wrong: "因地置宜", right: "因地制宜"),
    Word(wrong: "一如继往", right: "一如既往"), Word(wrong: "持之以衡", right: "持之以恒"),
    Word(wrong: "名列前矛", right: "名列前茅"), Word(wrong: "声名雀起", right: "声名鹊起"),
    Word(wrong: "不落巢臼", right: "不落窠臼"), Word(wrong: "各行其事", right: "各行其是"),
    Word(wrong: "共商国事", right: "共商国是"), Word(wrong: "按步就班", right: "按部就班"),
    Word(wrong: "变本加利", right: "变本加厉"), Word(wrong: "融汇贯通", right: "融会贯通"),
    Word(wrong: "众志成诚", right: "众志成城"), Word(wrong: "责无旁代", right: "责无旁贷"),
    Word(wrong: "义不容词", right: "义不容辞"),
    Word(wrong: "扫黑险恶", right: "扫黑除恶"), Word(wrong: "脱贫功坚", right: "脱贫攻坚"),
    Word(wrong: "贯彻落时", right: "贯彻落实"), Word(wrong: "狠抓落时", right: "狠抓落实"),
  ]
}
