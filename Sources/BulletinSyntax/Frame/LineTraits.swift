/// What a single line looks like, taken by itself.
struct LineTraits {
  /// The line, its end included.
  let line: Range<Int>
  /// The line without blanks at either end.
  let content: Range<Int>
  private let text: TextBytes

  /// The traits of the line that begins at `start`.
  init(_ text: TextBytes, lineAt start: Int) {
    self.text = text
    let end = text.lineEnd(from: start)
    line = start..<end
    let head = text.skipBlanks(from: start, to: end)
    content = head..<max(head, text.trimBlanks(from: head, to: end))
  }

  /// Whether the line holds blanks only.
  var isBlank: Bool { content.isEmpty }

  /// How many scalars the content has; lines of more than 600 bytes count as 200.
  var length: Int { content.count > 600 ? 200 : text.scalars(in: content) }

  /// The last scalar of the content.
  var last: Unicode.Scalar { text.scalar(before: content.upperBound) }

  /// Whether the line reads as running text: long, or closed by a stop.
  var isRunningText: Bool {
    if content.count > 240 { return true }
    switch last {
    case "。", "；", ";", "！", "？": return true
    default: return text.contains("。", in: content)
    }
  }

  /// Whether the line tells of publication: organ, time, index numbers.
  var isPublication: Bool {
    guard content.count < 600 else { return false }
    for label in Self.publicationLabels where has(label, before: 24) { return true }
    return isDateOnly
  }

  /// Whether the line is a label without its value: 索引号：.
  var isBareLabel: Bool {
    last.isColon && length <= 12
  }

  /// Whether the line is what a web page puts around a text.
  var isWebFurniture: Bool {
    guard content.count < 240 else { return false }
    for word in Self.furnitureWords where text.has(word, at: content.lowerBound) { return true }
    return length <= 2 && !text.scalar(at: content.lowerBound).isDigit
  }

  /// Whether the line names where the text came from, at its foot.
  var isSource: Bool {
    guard content.count < 300 else { return false }
    for word in Self.sourceWords where text.has(word, at: content.lowerBound) { return true }
    return false
  }

  /// Whether the line is an address such as 各位代表：.
  var isAddress: Bool {
    last.isColon && length <= 40
      && (text.contains("各位", in: content) || text.contains("同志们", in: content))
  }

  /// Whether the line is a date and nothing else.
  var isDateOnly: Bool {
    guard content.count <= 60 else { return false }
    var offset = content.lowerBound
    var numerals = 0
    var marks = 0
    while offset < content.upperBound {
      let scalar = text.scalar(at: offset)
      if scalar.isDigit || scalar.isChineseNumeral {
        numerals += 1
      } else {
        switch scalar {
        case "年", "月", "-", "/", ".": marks += 1
        case "日", ":", "：", " ", "（", "）", "(", ")", "\u{3000}", "\u{A0}", "时", "分": break
        default: return false
        }
      }
      offset += text.width(at: offset)
    }
    return numerals >= 3 && marks >= 1
  }

  /// How much the line reads as a title; 0 where it does not.
  var titleScore: Int {
    let length = length
    guard (4...80).contains(length), !last.isColon, !last.isComma, !isRunningText else { return 0 }
    let head = text.scalar(at: content.lowerBound)
    if head == "—" || head == "―" || head == "（" || head == "(" || last == "|" { return 0 }
    for (rank, word) in Self.titleEndings.enumerated()
    where text.has(word, before: content.upperBound) {
      return rank < 24 ? 100 : 60
    }
    for word in Self.titleWords where text.contains(word, in: content) { return 50 }
    for word in Self.officeWords where text.contains(word, in: content) { return 0 }
    return length >= 6 ? 10 : 0
  }

  /// The title at the head of a line that goes on with other text: up to the word that names the
  /// kind of document, where no mark comes before it; nil where there is none.
  var leadingTitle: Range<Int>? {
    var offset = content.lowerBound
    let limit = min(content.upperBound, content.lowerBound + 240)
    while offset < limit {
      let scalar = text.scalar(at: offset)
      if scalar.isStop || scalar.isComma || scalar.isColon || scalar == "《" { return nil }
      if let end = titleWordEnd(at: offset), end <= limit, closesTitle(at: end) {
        return end - content.lowerBound >= 18 ? content.lowerBound..<end : nil
      }
      offset += text.width(at: offset)
    }
    return nil
  }

  private func titleWordEnd(at offset: Int) -> Int? {
    for word in Self.titleEndings.prefix(24) where text.has(word, at: offset) {
      return offset + word.utf8CodeUnitCount
    }
    return nil
  }

  /// What may follow a title on its line: a number, a blank, a date, an organ's document number.
  private func closesTitle(at end: Int) -> Bool {
    let next = text.scalar(at: end)
    if next.isDigit || text.blankWidth(at: end) > 0 || next == "（" || next == "(" { return true }
    if OrdinalReader.read(text, at: end) != nil { return true }
    return text.contains("〔", in: end..<min(content.upperBound, end + 24))
  }

  private func has(_ word: StaticString, before scalars: Int) -> Bool {
    let end = min(content.upperBound, content.lowerBound + scalars * 3)
    return text.contains(word, in: content.lowerBound..<end)
      || text.contains(word, in: content) && content.count < 240
  }

  private static let publicationLabels: [StaticString] = [
    "发布时间", "发布日期", "发布机构", "发布单位", "发文机关", "发文机构", "发文字号", "发文日期",
    "成文日期", "索引号", "索 引 号", "主题分类", "主题词", "文号", "有效性", "时效性", "内容概述",
    "公开日期", "公开形式", "生成日期", "信息来源", "来源：", "来源:", "时间：", "时间:", "日期：", "日期:",
    "作者：", "作者:", "浏览次数", "阅读次数", "点击数", "發佈時間", "發布時間", "來源", "更新时间", "名称：",
    "信息索引", "标题：", "标　　题", "标 题", "文件编号", "公开方式", "点击量", "访问量", "字号：", "有效期",
  ]

  private static let furnitureWords: [StaticString] = [
    "您的位置", "当前位置", "你的位置", "首页", "下载", "打印", "全屏", "收藏", "【字号", "【字体", "字体",
    "字號", "字體", "加大", "还原", "减小", "【打印", "【关闭", "关闭窗口", "上一篇", "下一篇", "扫一扫",
    "分享", "返回顶部", "返回首页", "无障碍", "繁体", "简体", "打印本页", "关闭本页", "【我要纠错",
    "我要纠错", "相关链接", "相关报道", "相关附件", "相关新闻", "相关阅读", "文件下载", "关联文件", "【頁面", "[大]",
    "微信", "微博", "网站地图", "联系我们", "版权所有", "主办单位", "ICP", "登录", "注册", "搜索", ">", "【大",
    "大 中 小", "大中小", "视力保护", "责任编辑", "【 字号", "【纠错",
  ]

  private static let sourceWords: [StaticString] = [
    "打印 来源", "打印　来源", "打印来源", "来源", "（来源", "(来源", "稿源", "信息来源", "文章来源", "供稿", "编辑",
    "编审", "监制", "责任编辑", "审核", "撰稿", "來源", "【来源", "资料来源", "数据来源",
  ]

  /// Words that close a title, the surest first: the first 24 name a kind of document.
  private static let titleEndings: [StaticString] = [
    "总结", "報告", "报告", "报 告", "计划", "计 划", "打算", "要点", "通报", "決定", "决定", "意见", "通知",
    "办法", "规则", "规定", "方案", "汇报", "公报", "简报", "安排", "总結", "總結", "計畫",
    "情况", "思路", "说明", "公告", "公示", "讲话", "条例", "纲要", "规划", "措施", "清单", "细则", "公开",
    "进展", "情況", "工作谋划", "发言", "致辞", "预案", "制度", "函", "令", "指南",
  ]

  private static let titleWords: [StaticString] = [
    "工作总结", "工作报告", "工作计划", "工作要点", "工作情况", "关于", "總結", "報告", "總结", "自评报告", "决算", "预算",
    "情况报告", "实施方案", "上半年", "下半年",
  ]

  private static let officeWords: [StaticString] = [
    "局长", "主任", "主席", "省长", "市长", "县长", "区长", "书记", "院长", "部长", "厅长", "检察长", "镇长", "乡长",
  ]
}
