import BulletinSyntax
import SourceText
import Testing

@testable import FigureClaims

/// Each kind of claim with each verdict it can have.
struct ClaimFinderTests {
  @Test(arguments: shares + sums + heads + growths + comparisons + rest)
  func finds(_ wanted: ClaimCase) {
    let found = claims(in: wanted.text).filter { $0.kind == wanted.kind }
    #expect(found.contains { $0.verdict == wanted.verdict }, "\(found)")
    if let computed = wanted.computed {
      #expect(found.contains { $0.sides.computed == computed }, "\(found)")
    }
    if wanted.verdict != .fails { #expect(!found.contains { $0.verdict == .fails }) }
  }

  static let shares: [ClaimCase] = [
    ClaimCase("今年受理来信320件，办结288件，办结率90%。", .share, .holds, "90%"),
    ClaimCase("今年受理来信320件，办结288件，办结率95%。", .share, .fails, "90%"),
    ClaimCase("累计扫码4200次，完成任务数2310，完成率70%。", .share, .fails, "55%"),
    ClaimCase("培训教师1200人次，其中骨干教师430人次，占35.8%。", .share, .holds),
    ClaimCase("培训教师1200人次，其中骨干教师430人次，占38.5%。", .share, .fails, "35.83%"),
    ClaimCase("共有党员1250人，其中女党员430人，占34.4%；年轻党员210人，占16.8%。", .share, .holds),
    ClaimCase("印制手册3000册，已送2000册，占66.6%。", .share, .uncertain),
    ClaimCase("共有教师2000余人，其中女教师1300人，占65%。", .share, .uncertain),
    ClaimCase("完成验收54栋，共有56栋，验收率96.4%，完成率96.4%。", .share, .holds),
    ClaimCase("小麦面积40万亩。今年收获20万亩，占小麦面积的50%。", .share, .holds),
    ClaimCase("完成收入5.62亿元，增长8.3%，其中税收3.98亿元，占比78.8%。", .share, .fails, "70.82%"),
    ClaimCase("应参保3200人，已参保3100人，参保率96.9%。", .share, .holds),
    ClaimCase("应参保3200人，已参保3100人，参保率98.9%。", .share, .fails),
    ClaimCase("按期答复率另算，已参保3200人，新参保3100人，参保率98.9%。", .share, .uncertain),
    ClaimCase("完成税收2400万元，为年度任务3000万元的80%。", .share, .holds, "80%"),
    ClaimCase("完成税收2400万元，为年度任务3000万元的85%。", .share, .fails, "80%"),
    ClaimCase("上半年完成120个，占全年任务200个的65%。", .share, .fails, "60%"),
    ClaimCase("人均收入5400元，是上年6000元的90%，达到全年预计收入9000元的60%。", .share, .holds, "60%"),
    ClaimCase("人均收入5400元，是上年6000元的90%，达到全年预计收入9000元的70%。", .share, .fails, "60%"),
    ClaimCase("纳入监测5618户22770人，消除风险4626户18845人，风险消除率82.3%。", .share, .holds, "82.34%"),
    ClaimCase("新建80个，改建40个，占全年任务200个的60%。", .share, .uncertain),
    ClaimCase("收入650万元，占年初预算1300万元的50%，其中税收400万元、非税250万元。", .sum, .holds, "650万元"),
    ClaimCase("收入650万元，占年初预算1300万元的50%，其中税收400万元、非税250万元。", .share, .holds, "50%"),
    ClaimCase("计划投资1000万元，已完成600万元，占计划的70%。", .share, .fails, "60%"),
    ClaimCase("计划投资1000万元，已完成600万元，占计划的60%。", .share, .holds),
    ClaimCase("3个村获奖，占45.7%。", .wholeNumbers, .fails),
    ClaimCase("报名参赛6人，占33.3%。", .wholeNumbers, .holds, "18"),
    ClaimCase("录取391人，录取率46.7%。", .wholeNumbers, .holds, "837–838"),
    ClaimCase("抽检食品7批次，合格率45.7%。", .wholeNumbers, .fails),
    ClaimCase("抽检食品7批次，合格率85.7%。", .wholeNumbers, .holds, "6"),
    ClaimCase("抽检食品3批次，合格率66.6%。", .wholeNumbers, .uncertain),
    ClaimCase("群众满意率达103%。", .rate, .fails, "100%"),
    ClaimCase("一、二、三产业分别占40.1%、35.2%和24.7%。", .shares, .holds, "100%"),
    ClaimCase("一、二、三产业分别占40.1%、35.2%和25.7%。", .shares, .fails, "101%"),
    ClaimCase("前三类分别占50.1%、30.2%和17.7%。", .shares, .uncertain, "98%"),
  ]

  static let sums: [ClaimCase] = [
    ClaimCase("举办活动27场，其中乡镇7场、街道20场。", .sum, .holds, "27场"),
    ClaimCase("举办活动27场，其中乡镇7场、街道21场。", .sum, .fails, "28场"),
    ClaimCase("共27个，其中7个、21个。", .sum, .fails),
    ClaimCase("检查企业85家，其中工业企业40家，商贸企业50家。", .sum, .fails),
    ClaimCase("举办活动27场，其中乡镇7场、街道19场。", .sum, .uncertain),
    ClaimCase("举办活动27场，其中乡镇7场、街道12场。", .within, .holds, "19场"),
    ClaimCase("完成收入3.4亿元。其中：税收2.1亿元，增长2%；非税1.3亿元，增长1%。", .sum, .holds),
    ClaimCase("现有职工386人，其中男职工215人，女职工181人。", .sum, .fails, "396人"),
    ClaimCase("共有党员56名，男党员40名，女党员18名。", .sum, .fails, "58名"),
    ClaimCase("共有党员58名，男党员40名，女党员18名。", .sum, .holds),
    ClaimCase("监测56户227人，消除风险46户188人，消除率82.1%，剩余10户39人。", .sum, .holds, "227人"),
    ClaimCase("修路30公里，其中甲线10公里、乙线12公里、丙线9公里。", .sum, .uncertain),
    ClaimCase("社会组织215家，其中团体98家，民办单位117家，基金会2家。", .sum, .uncertain),
    ClaimCase("处理15件18人，其中警告12人，降级8人。", .within, .holds),
    ClaimCase("查处案件12件，其中重大案件15件。", .within, .fails),
    ClaimCase("查处案件12件，其中重大案件5件。", .within, .holds),
    ClaimCase("年末在校学生4200人，比上年增加120人，其中寄宿生2600人。", .within, .holds),
    ClaimCase("建成项目90个，新增6个，其中水利项目40个。", .within, .holds),
    ClaimCase("收入90.5亿元，增收3.2亿元。其中，税收60.1亿元，下降5%；非税30.4亿元，增收8.2亿元。", .sum, .holds),
    ClaimCase("完成产值90亿元，完成增加值20亿元。其中规上企业完成产值60亿元。", .within, .uncertain),
    ClaimCase("完成产值90亿元，完成增加值20亿元。其中规上企业完成产值95亿元。", .within, .fails),
    ClaimCase("比上年增加3家，其中工业企业4家。", .within, .fails),
    ClaimCase("总产量35.9万吨。其中，早稻产量24.9万吨，中稻产量1.7万吨，晚稻产量9.2万吨。", .sum, .holds),
    ClaimCase("走访企业300余家，其中规上企业310家。", .within, .uncertain),
    ClaimCase("城区3所、乡镇5所，共8所。", .sum, .holds),
    ClaimCase("城区3所、乡镇5所，共9所。", .sum, .fails, "8所"),
    ClaimCase("发放12万元、8.5万元、3万元，合计23.5万元。", .sum, .holds),
    ClaimCase("发放12万元、8.5万元、3万元，合计24.9万元。", .sum, .fails, "23.5万元"),
    ClaimCase("发放12万元、9万元、5万元，合计27万元。", .sum, .uncertain),
    ClaimCase("共获奖17个（金奖2个、银奖5个、铜奖10个）。", .sum, .holds),
    ClaimCase("共获奖17个：金奖2个、银奖5个、铜奖11个。", .sum, .fails),
    ClaimCase("累计安排资金500万元，分别用于道路200万元、水渠280万元。", .sum, .fails),
    ClaimCase("获奖17个：金奖2个、银奖5个、铜奖11个。", .sum, .uncertain),
    ClaimCase("新增债券848万元，用于治理项目607万元、水库项目241万元。", .sum, .holds),
    ClaimCase("计划20个，建成15个，剩余5个。", .sum, .holds),
    ClaimCase("计划20个，建成15个，剩余6个。", .sum, .fails),
  ]

  static let heads: [ClaimCase] = [
    ClaimCase("免学费640人补助51.2万元。", .perHead, .holds, "800元"),
    ClaimCase("免学费640人补助51.3万元。", .perHead, .uncertain),
    ClaimCase("发放补助61.5万元、30.5万元，惠及幼儿1230人、小学生610人。", .perHead, .holds, "500元"),
    ClaimCase("发放救助金120万元，救助困难群众860人次。", .perHead, .notAssessable),
    ClaimCase("发放救助1.2亿元，惠及3.4万人。", .perHead, .notAssessable),
    ClaimCase("按每人500元标准，为72名学生发放补助3.6万元。", .perHead, .holds, "3.6万元"),
    ClaimCase("按每人500元标准，为72名学生发放补助3.9万元。", .perHead, .fails, "3.6万元"),
    ClaimCase("为150名职工每人发放慰问金500元，共8.5万元。", .perHead, .fails, "7.5万元"),
    ClaimCase("按每人每月600元标准，为35名护林员发放补贴25.2万元。", .perHead, .holds),
    ClaimCase("按每人每月600元标准，为35名护林员发放补贴25.3万元。", .perHead, .uncertain),
    ClaimCase("人均增收2000元，带动120户增收30万元。", .perHead, .uncertain),
  ]

  static let growths: [ClaimCase] = [
    ClaimCase("完成投资120万元，比去年同期的100万元增加20万元，增长25%。", .comparison, .fails, "20%"),
    ClaimCase("完成投资120万元，比去年同期的100万元增加20万元，增长20%。", .difference, .holds, "20万元"),
    ClaimCase("完成投资120万元，比去年同期的100万元增加25万元。", .difference, .fails, "20万元"),
    ClaimCase("总产312.5万公斤，比2021年的529.7万公斤减产217.2万公斤，减幅41%。", .comparison, .holds, "41%"),
    ClaimCase("总产312.5万公斤，比2021年的529.7万公斤减产217.2万公斤，减幅45%。", .comparison, .fails, "41%"),
    ClaimCase("发放资金500万元，较去年同期400万元增长30%。", .comparison, .fails, "25%"),
    ClaimCase("今年招生300人，去年招生250人，同比增长15%。", .comparison, .fails, "20%"),
    ClaimCase("今年招生300人，去年招收教师250人，同比增长15%。", .comparison, .notAssessable),
    ClaimCase("收入61646万元，占预算109466万元的56.3%，同比增长10.7%，增收5939万元。", .comparison, .holds, "10.66%"),
    ClaimCase("收入61646万元，占预算109466万元的56.3%，同比增长12.7%，增收5939万元。", .comparison, .fails, "10.66%"),
    ClaimCase("收入61646万元，同比下降8.8%，减收5939万元。", .comparison, .holds, "8.79%"),
    ClaimCase(
      "事故23起、死亡26人、受伤11人，同比起数增加3起、上升15%，死亡人数增加5人、上升23.8%，受伤人数增加5人、上升83.3%。", .comparison, .holds,
      "83.33%"),
    ClaimCase("事故23起、死亡26人、受伤11人，同比起数增加3起、上升15%，死亡人数增加5人、上升28.8%。", .comparison, .fails, "23.81%"),
    ClaimCase("收入1.2亿元，同比增收3000万元，增长25%。", .comparison, .fails, "33.3%"),
    ClaimCase("贫困人口由3200人减少到800人，减少75%，减少了2500人。", .difference, .fails, "2400人"),
    ClaimCase("贫困人口由3200人减少到800人，减少75%，减少了2400人。", .difference, .holds, "2400人"),
    ClaimCase("收入达到200万元，是去年100万元的3倍。", .multiple, .fails, "2倍"),
    ClaimCase("收入达到200万元，是去年100万元的2倍。", .multiple, .holds, "2倍"),
    ClaimCase("合格率由95%提高到98%，提高3%。", .points, .uncertain),
    ClaimCase("学位由40个增至50个，增长25%。", .growth, .holds, "25%"),
    ClaimCase("学位由40个增至50个，增长20%。", .growth, .fails, "25%"),
    ClaimCase("时限由20天压缩到5天，压缩75%。", .growth, .holds),
    ClaimCase("时限由20天压缩到5天，压缩80%。", .growth, .fails, "75%"),
    ClaimCase("学位由50个增至40个，增长25%。", .growth, .fails),
    ClaimCase("产量由120吨提高到150吨，增产25%。", .growth, .holds),
    ClaimCase("农户由近300户增至400余户，增长40%。", .growth, .uncertain),
    ClaimCase("学位由30个增至40个，增长33.4%。", .growth, .fails),
    ClaimCase("学位由30个增至50个，增长66.6%。", .growth, .uncertain),
    ClaimCase("农户由320户减至280户，减少40户，下降12.5%。", .growth, .holds),
    ClaimCase("农户由320户减至280户，减少40户。", .difference, .holds, "40户"),
    ClaimCase("农户由320户减至280户，减少50户。", .difference, .fails, "40户"),
    ClaimCase("机组容量由80千瓦提升到120千瓦。", .direction, .holds),
    ClaimCase("学生由320人增加到280人。", .direction, .fails),
    ClaimCase("办结时限由20天提速至5天。", .direction, .uncertain),
    ClaimCase("入园率由88.5%提高到91.2%，提高2.7个百分点。", .points, .holds),
    ClaimCase("入园率由88.5%提高到91.2%，提高3.7个百分点。", .points, .fails),
    ClaimCase("入园率由40%提高到46%，提高6%。", .points, .fails, "15%"),
    ClaimCase("入园率由40%提高到46%，提高15%。", .points, .holds),
    ClaimCase("入园率由近40%提高到46%，提高6个百分点。", .points, .uncertain),
    ClaimCase("参赛者由15人增至31人，翻了一番。", .multiple, .holds),
    ClaimCase("参赛者由15人增至20人，实现翻番。", .multiple, .fails),
    ClaimCase("参赛者由15人增至37人，翻了一番。", .multiple, .uncertain),
    ClaimCase("参赛者达30人，实现翻番。", .multiple, .notAssessable),
    ClaimCase("产值由20亿元增至60亿元，增长2倍。", .multiple, .holds),
    ClaimCase("产值由20亿元增至60亿元，增长3倍。", .multiple, .fails, "2倍"),
    ClaimCase("来访量减少2倍。", .multiple, .fails),
  ]

  static let comparisons: [ClaimCase] = [
    ClaimCase("完成投资3.2亿元，上年同期为2.5亿元，同比增长28%。", .comparison, .holds),
    ClaimCase("完成投资3.2亿元，上年同期为2.5亿元，同比增长38%。", .comparison, .fails, "28%"),
    ClaimCase("去年同期立案40件，今年立案50件，同比增长20%。", .comparison, .fails, "25%"),
    ClaimCase("完成投资3.2亿元（上年同期2.5亿元），同比增长28%。", .comparison, .holds),
    ClaimCase("完成投资3.2亿元，同比增长28%。", .comparison, .notAssessable),
    ClaimCase("完成投资3.2亿元，比上年增加0.7亿元，增长28%。", .comparison, .holds),
    ClaimCase("完成投资3.2亿元，比上年增加0.7亿元，增长18%。", .comparison, .fails, "28%"),
    ClaimCase("完成投资3亿元，比上年增加1亿元，增长60%。", .comparison, .uncertain),
  ]

  static let rest: [ClaimCase] = [
    ClaimCase("立案8件，结案6件。", .progress, .holds),
    ClaimCase("立案4起7人次，结案3起5人次。", .progress, .holds),
    ClaimCase("立案2起，结案3起。", .progress, .fails),
    ClaimCase("发现问题36个，整改问题38个。", .progress, .fails),
    ClaimCase("发现问题36个，已整改32个。", .progress, .holds),
    ClaimCase("受理案件100件，结案120件（含上年结转）。", .progress, .uncertain),
    ClaimCase("发现问题30余个，整改33个。", .progress, .uncertain),
    ClaimCase("每班配备5～8个座位。", .range, .holds),
    ClaimCase("每班配备8～5个座位。", .range, .fails),
    ClaimCase("得分90-85分。", .range, .uncertain),
    ClaimCase("联合公安局、城管局、水利局等5个部门检查。", .list, .holds, "3"),
    ClaimCase("联合公安局、城管局、水利局等2个部门检查。", .list, .fails, "3"),
    ClaimCase("整治道路、桥梁、河道堤防等2类设施。", .list, .uncertain),
    ClaimCase("全县公办幼儿园共有42所。此外，全县公办幼儿园共有42所。", .repeated, .holds),
    ClaimCase("全县公办幼儿园共有42所。此外，全县公办幼儿园共有41所。", .repeated, .fails),
    ClaimCase(
      "今年全县公办幼儿园共有42所。去年，全县公办幼儿园共有41所。全县公办幼儿园共有42所。", .repeated, .uncertain),
  ]

  @Test func aByteOrderMarkIsNoWord() {
    for text in ["去年同期立案40件，今年立案50件，同比增长20%。", "全县公办幼儿园共有42所。全县公办幼儿园共有41所。"] {
      #expect(claims(in: "\u{FEFF}" + text).map(\.verdict) == claims(in: text).map(\.verdict))
      #expect(claims(in: text).contains { $0.verdict == .fails })
    }
  }

  /// Sentences in which nothing is wrong, or nothing can be known to be.
  @Test(arguments: [
    "开展培训12期，覆盖1200人，参训率98%。",
    "办理事项42个，办结9800件，好评率达99.5%。",
    "投入资金500万元，其中甲类3个200万元、乙类2个250万元。",
    "教师120人，其中高级职称50人、硕士60人、党员70人。",
    "立案128件，其中乡镇50件，结案120件，追缴资金30万元。",
    "排名由第12位上升到第8位。",
    "城乡收入从31200元和12800元分别提高到35100元和14900元。",
    "争取资金1200万元，其中中央资金800万元、省级资金300万元等。",
    "先后召开5次例会（含扩大会议）、3次推进会、5次座谈会。",
    "新增企业50家，注销企业20家，占企业总数的2%。",
    "发放传单5000份。另外，再次发放传单3000份。",
    "检查企业12家，隐患整改率98.3%。",
    "完成产值2.3亿元，增长12%，占全县工业总产值的15.2%。",
    "人均可支配收入分别增长6%和7.4%。",
    "任务完成率达120%。",
    "毛入学率达103%，超额完成目标。",
    "发现并整改问题8个。累计发现整改问题96个。",
    "对口联系省、市、县、乡等4级单位。",
    "每年11-3月供暖，每村8000-1万人。",
    "一季度立案25件，上年同期立案20件，结案28件。",
    "工业增速由12.5%回落至9.8%，仍高于全市1.3个百分点。",
    "共投资600万元，建成道路3条、桥梁5座，惠及1200户4800人。",
    "共有学生3200人，同比增长5%，教师260人，占比8.2%的是新教师。",
  ])
  func staysSilent(_ text: String) {
    #expect(claims(in: text).filter { $0.verdict == .fails } == [])
  }

  /// What is left out of the claims in doubt shows no fault, and nothing else is.
  @Test(arguments: [
    "共20人，其中男8人、女12人，女占60%。共30个，其中小学10个、中学21个，小学占40%。",
    "立案8件，结案6件，结案率75%。立案6件，结案8件。完成38603次中的18881次，完成率60%。",
    "由40个增至50个，增长25%。由40个增至50个，增长30%。同比增长5%。收入120万元，翻了一番。",
    "资助640人补助51.2万元，资助592人补助47.13万元。按每人500元标准，发放72人3.6万元。",
    "全县教育投入2.5亿元。范围8～5个，3～5个。公安、城管等3个部门，公安、城管、教育等2个部门。全县教育投入2.6亿元。",
  ])
  func claimsInDoubtAreAllOthers(_ text: String) {
    let tree = SyntaxTree.parse(SourceFile(name: "test", text: text))
    let figures = FigureScanner.figures(in: tree)
    let wanted = ClaimFinder.find(in: tree, figures: figures).filter { claim in
      switch claim.verdict {
      case .fails, .uncertain: true
      case .holds: claim.kind == .sum || claim.kind == .within
      case .notAssessable: claim.kind == .multiple
      }
    }
    #expect(!wanted.isEmpty)
    #expect(ClaimFinder.findDoubtful(in: tree, figures: figures) == wanted)
  }

  @Test func emptyTextHasNoClaims() {
    #expect(claims(in: "").isEmpty)
    #expect(ClaimFinder.find(in: [], figures: []).isEmpty)
  }

  /// Any cut of a text leaves a text that can be read.
  @Test func cutTextsNeverTrap() {
    let bytes = Array("其中：甲7场（乙3场、占42.9%，由5个增至）等3个，减少2倍；翻番。".utf8)
    for end in bytes.indices {
      let text = String(decoding: bytes[..<end], as: UTF8.self)
      _ = claims(in: text)
      _ = claims(in: String(decoding: bytes[end...], as: UTF8.self))
    }
  }

  @Test func claimsAreThoseOfEachRepetition() {
    let text = "今年受理来信320件，办结288件，办结率95%。\n"
    let one = claims(in: text).count
    #expect(
      claims(in: String(repeating: text, count: 200)).filter { $0.kind != .repeated }.count == one
        * 200)
  }
}
