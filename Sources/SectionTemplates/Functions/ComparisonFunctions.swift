import ReportModel
import SourceText

extension TemplateFunction {
  /// What is said of a value beside an earlier one.
  static let comparisons: [TemplateFunction] = [
    TemplateFunction(
      "同比", "year_on_year",
      Message(
        zh: "与上年同期比。百分数用百分点;基数为零或负数时说出基数;变化小到看不出时说基本持平;增长十倍以上时说倍数。",
        en:
          "Against the same period of last year: percentages in points; a base of zero or below is said itself; a change too small to see is 基本持平; tenfold growth and more is said in multiples."
      ), usage: "同比(办结)", bases: [.lastYear], kindRule: .compared,
      examples: [
        .prints("{{同比(办结)}}", "同比增长12.3%", given: "办结=5615件", "上年同期.办结=5000件"),
        .prints("{{同比(办结)}}", "同比下降20%", given: "办结=40件", "上年同期.办结=50件"),
        .prints("{{同比(办结)}}", "与上年同期持平", given: "办结=50件", "上年同期.办结=50件"),
        .prints("{{同比(办结)}}", "与上年同期基本持平", given: "办结=100001件", "上年同期.办结=100000件"),
        .prints("{{同比(上线率)}}", "同比提高1.2个百分点", given: "上线率=46.7%", "上年同期.上线率=45.5%"),
        .prints("{{同比(办结)}}", "上年同期为0件", given: "办结=5件", "上年同期.办结=0件"),
        .prints("{{同比(利润)}}", "上年同期为-3万元", given: "利润=5万元", "上年同期.利润=-3万元"),
        .prints("{{同比(利润)}}", "上年同期为5万元", given: "利润=-3万元", "上年同期.利润=5万元"),
        .prints("{{同比(办结)}}", "同比增长499倍", given: "办结=500件", "上年同期.办结=1件"),
        .prints("{{同比(走访)}}", "同比增长约20%", given: "走访=60余次", "上年同期.走访=50次"),
        .prints("{{同比(投资)}}", "同比增长20%", given: "投资=1.2亿元", "上年同期.投资=10000万元"),
        .refused("{{同比(办结)}}", "template-missing-value", given: "办结=5件"),
        .refused("{{同比(办结)}}", "template-wrong-kind", given: "办结=5件", "上年同期.办结=4人"),
        .refused(
          "{{同比(办结)}}", "template-different-kinds", given: "办结=5件(本期)", "上年同期.办结=4件(累计)"),
      ]
    ) { arguments in
      change(arguments, prefix: "同比", baseName: "上年同期") { $0.rate() }
    },
    TemplateFunction(
      "环比", "period_on_period",
      Message(zh: "与上期比,规则与同比相同。", en: "Against the last period, by the same rules."),
      usage: "环比(办结)", bases: [.previous], kindRule: .compared,
      examples: [
        .prints("{{环比(办结)}}", "环比增长25%", given: "办结=50件", "上期.办结=40件"),
        .prints("{{环比(办结)}}", "与上期持平", given: "办结=50件", "上期.办结=50件"),
      ]
    ) { arguments in
      change(arguments, prefix: "环比", baseName: "上期") { $0.rate() }
    },
    against(
      "增减", "change",
      Message(
        zh: "两个数相比增长或下降百分之几,不带“同比”;只给一个数时与上年同期比。",
        en: "How many per cent a number is up or down on another, without 同比."),
      examples: [
        .prints("比上年{{增减(办结)}}", "比上年增长25%", given: "办结=50件", "上年同期.办结=40件"),
        .prints("比任务{{增减(完成, 任务)}}", "比任务下降20%", given: "完成=8件", "任务=10件"),
        .prints("比上年{{增减(办结)}}", "比上年持平", given: "办结=50件", "上年同期.办结=50件"),
      ]
    ) { $0.rate() },
    against(
      "增减量", "change_by",
      Message(
        zh: "两个数相差多少:增加、减少几件或持平。",
        en: "By how much a number is up or down on another, in its unit."),
      examples: [
        .prints("比上年{{增减量(办结)}}", "比上年增加10件", given: "办结=50件", "上年同期.办结=40件"),
        .prints("{{增减量(投资, 计划)}}", "减少0.2亿元", given: "投资=1亿元", "计划=12000万元"),
        .prints("{{增减量(上线率)}}", "下降0.5个百分点", given: "上线率=45%", "上年同期.上线率=45.5%"),
        .refused("{{增减量(办结, 人数)}}", "template-wrong-kind", given: "办结=5件", "人数=4人"),
      ]
    ) { $0.amount() },
    against(
      "百分点", "points",
      Message(
        zh: "两个百分数相差几个百分点。", en: "By how many points a percentage is up or down on another."),
      examples: [
        .prints("{{百分点(上线率)}}", "提高1.2个百分点", given: "上线率=46.7%", "上年同期.上线率=45.5%"),
        .refused("{{百分点(办结)}}", "template-wrong-kind", given: "办结=5件", "上年同期.办结=4件"),
      ]
    ) { $0.points() },
    against(
      "翻番", "doubling",
      Message(
        zh: "翻一番、翻两番;超过的加“多”;不到一番时说增长百分之几。",
        en: "Says how often a number has doubled; below twice the base, how many per cent it is up."
      ),
      examples: [
        .prints("人数{{翻番(高分)}}", "人数翻一番", given: "高分=20人", "上年同期.高分=10人"),
        .prints("人数{{翻番(高分)}}", "人数翻一番多", given: "高分=25人", "上年同期.高分=10人"),
        .prints("人数{{翻番(高分)}}", "人数翻两番", given: "高分=40人", "上年同期.高分=10人"),
        .prints("人数{{翻番(高分)}}", "人数增长90%", given: "高分=19人", "上年同期.高分=10人"),
      ]
    ) { $0.doubling() },
    TemplateFunction(
      "倍数", "times",
      Message(
        zh: "一个数是另一个数的几倍,默认一位小数。",
        en: "A number in multiples of another, to one decimal unless told."),
      usage: "倍数(办结, 上年同期.办结, 小数位数)", arity: 2...3, kindRule: .compared,
      examples: [
        .prints("是上年的{{倍数(办结, 上年同期.办结)}}", "是上年的2.5倍", given: "办结=100件", "上年同期.办结=40件"),
        .refused("{{倍数(办结, 任务)}}", "template-wrong-kind", given: "办结=1件", "任务=0件"),
      ]
    ) { arguments in
      guard let digits = digits(arguments, 2, usual: 1) else { return needsDigits(arguments.last) }
      return change(arguments, prefix: "", baseName: "") { $0.multiple(digits: digits) }
    },
    TemplateFunction(
      "走势", "trend",
      Message(
        zh: "上年同期到上期、上期到本期两次变化连起来说:连续增长、由降转升、止跌持平等。",
        en:
          "Puts two changes, last year to last period and last period to now, into words: 由降转升 and the like."
      ), usage: "走势(办结)", bases: [.previous, .lastYear], kindRule: .compared,
      examples: [
        .prints("{{走势(办结)}}", "由降转升", given: "办结=50件", "上期.办结=40件", "上年同期.办结=45件"),
        .prints("{{走势(办结)}}", "由升转降", given: "办结=50件", "上期.办结=60件", "上年同期.办结=45件"),
        .prints("{{走势(办结)}}", "连续增长", given: "办结=50件", "上期.办结=40件", "上年同期.办结=30件"),
        .prints("{{走势(办结)}}", "止跌持平", given: "办结=40件", "上期.办结=40件", "上年同期.办结=45件"),
        .refused("{{走势(办结)}}", "template-missing-value", given: "办结=50件", "上期.办结=40件"),
      ]
    ) { trend($0) },
  ]

  /// A function of a number and its base, or of a number alone and its value of last year.
  private static func against(
    _ zh: String, _ en: String, _ summary: Message, examples: [FunctionExample],
    say: @escaping @Sendable (ChangeWording) -> Outcome
  ) -> TemplateFunction {
    TemplateFunction(
      zh, en, summary, usage: "\(zh)(办结, 上年同期.办结)", arity: 1...2, bases: [.lastYear],
      kindRule: .compared, examples: examples
    ) { arguments in
      change(arguments, prefix: "", baseName: "", say: say)
    }
  }

  private static func change(
    _ arguments: [TemplateValue], prefix: String, baseName: String,
    say: (ChangeWording) -> Outcome
  ) -> Outcome {
    guard let now = quantity(arguments), let base = quantity(arguments, 1) else {
      let wrong = arguments.first { if case .quantity = $0.kind { false } else { true } }
      return needsNumber(wrong)
    }
    return say(ChangeWording(now: now, base: base, prefix: prefix, baseName: baseName))
  }

  private static func trend(_ arguments: [TemplateValue]) -> Outcome {
    guard let now = quantity(arguments), let middle = quantity(arguments, 1),
      let first = quantity(arguments, 2)
    else { return needsNumber(arguments.first) }
    let before = ChangeWording(now: middle, base: first, prefix: "", baseName: "").direction
    let after = ChangeWording(now: now, base: middle, prefix: "", baseName: "").direction
    guard let before, let after else { return differentUnits(now, middle) }
    return .value(.text(trends[(before + 1) * 3 + after + 1]))
  }

  /// The words for two changes in a row, by their directions: down, level, up, and each of them
  /// again for the second.
  static let trends = [
    "连续下降", "止跌持平", "由降转升", "由平转降", "保持平稳", "由平转升", "由升转降", "止升持平", "连续增长",
  ]
}
