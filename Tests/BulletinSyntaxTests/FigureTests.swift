import BulletinSyntax
import ReportModel
import SourceText
import Testing

/// Sentences with the figures in them, each as `surface=value unit qualifiers`.
struct FigureTests {
  static let figures: [(text: String, figures: [String])] = [
    ("投资14022万元新建校舍", ["14022万元=14022 万元 "]),
    ("收集问题300余个", ["300余个=300 个 余"]),
    ("检查近70余家次", ["70余家次=70 家次 近;余"]),
    ("立案2起5人次", ["2起=2 起 ", "5人次=5 人次 "]),
    ("好评率达100%,高考600分以上达30人", ["100%=100 % 达", "600分以上=600 分 以上", "30人=30 人 达"]),
    ("运送13.3万余车次、接种300余万剂次", ["13.3万余车次=13.3 万车次 余", "300余万剂次=300 万剂次 余"]),
    ("比重提高12.3个百分点", ["12.3个百分点=12.3 个百分点 "]),
    ("分别提高20.9、36.2、54个百分点", ["20.9=20.9 个百分点 ", "36.2=36.2 个百分点 ", "54个百分点=54 个百分点 "]),
    ("由500元提高到530元", ["500元=500 元 ", "530元=530 元 "]),
    ("补助5万～10万元", ["5万=5 万 ", "10万元=10 万元 "]),
    ("每班招收2-4名", ["2=2 名 ", "4名=4 名 "]),
    ("总值1.21万亿,客流1000万以上", ["1.21万亿=1.21 万亿 ", "1000万以上=1000 万 以上"]),
    ("地均产值5.4亿元/平方公里", ["5.4亿元/平方公里=5.4 亿元/平方公里 "]),
    ("收入1,234,567元", ["1,234,567元=1234567 元 "]),
    ("完成 20 个,增长６．５％", ["20 个=20 个 ", "６．５％=6.5 ％ "]),
    ("完成任务数18881,进度良好", ["18881=18881  "]),
    ("两次获奖,建立三项机制,抓好六个方面", ["两次=2 次 ", "三项=3 项 ", "六个=6 个 "]),
    ("举办百余场,发放两万份,参加一万二千人", ["百余场=100 场 余", "两万份=2 万份 ", "一万二千人=12000 人 "]),
    ("近百场活动,二十多项制度", ["百场=100 场 近", "二十多项=20 项 多"]),
    ("新建学校一所", ["一所=1 所 "]),
    ("实現產值12.5億元、增加3個項目", ["12.5億元=12.5 億元 ", "3個=3 個 "]),
    ("GDP增长6.4%,约30天,节约500万元", ["6.4%=6.4 % ", "30天=30 天 约", "500万元=500 万元 "]),
    ("不少于8课时,至少2次,超过3倍,不足1成", ["8课时=8 课时 不少于", "2次=2 次 至少", "3倍=3 倍 超过", "1成=1 成 不足"]),
    ("超过百分之九十五,约百分之3.5左右", ["百分之九十五=95 % 超过", "百分之3.5左右=3.5 % 约;左右"]),
    ("三成以上群众,占比七成。", ["三成以上=3 成 以上", "七成=7 成 "]),
    ("提前3天,购置120台（套）", ["3天=3 天 ", "120台（套）=120 台（套） "]),
    ("招生３，２００人，毕业５人", ["３，２００人=3200 人 ", "５人=5 人 "]),
    ("产值4 500万元,占地1 200.5亩", ["4 500万元=4500 万元 ", "1 200.5亩=1200.5 亩 "]),
    ("到位1亿3000万元,惠及3万5千余人", ["1亿3000万元=13000 万元 ", "3万5千余人=35 千人 余"]),
    ("提高5个百分点-8个百分点,共 4 500 人", ["5个百分点=5 个百分点 ", "8个百分点=8 个百分点 ", "4 500 人=4500 人 "]),
    ("自然增长率-1.17‰,增速为-3%,招2-4名", ["-1.17‰=-1.17 ‰ ", "-3%=-3 % ", "2=2 名 ", "4名=4 名 "]),
    ("增长百分之五点三,投资三点五亿元", ["百分之五点三=5.3 % ", "三点五亿元=3.5 亿元 "]),
    ("增長百分之五點三，是去年的一点二倍", ["百分之五點三=5.3 % ", "一点二倍=1.2 倍 "]),
    ("标准625元/生/年、800元/人·月", ["625元/生/年=625 元/生/年 ", "800元/人·月=800 元/人·月 "]),
    ("不超过5%,不低于60分,不到3天", ["5%=5 % 不超过", "60分=60 分 不低于", "3天=3 天 不到"]),
    ("每人补600元/人月，普及率103.9部/百人。", ["600元/人月=600 元/人月 ", "103.9部/百人=103.9 部/百人 "]),
    ("养活14亿多中国人,建3万多功能杆", ["14亿多=14 亿 多", "3万=3 万 "]),
    ("羊出栏16.4;比值缩小0.04。", ["16.4=16.4  ", "0.04=0.04  "]),
    ("<b>2</b>起、<i>3.</i>5<u>%</u>", ["2起=2 起 ", "3.5%=3.5 % "]),
  ]

  static let lookAlikes: [String] = [
    "2030年上半年", "2030-07-25 17:44", "1-5月,16—17日", "2028—2030年", "第9位,第 3 名,第15、22位", "全市第一",
    "信息技术2.0培训", "2#教学楼,3号楼", "党的二十大、第七届、一等奖、二等奖", "“五化建设”和“四级三类”体系", "〔2030〕43号文件",
    "处置1.26疫情,“1·22”滑坡", "GB3095-1996标准,PM2.5,P1.5LED,5G网络,4A景区", "20**年,201*年,XX亿元,xx个",
    "〔待填：金额〕", "一户一策、进一步、统一、一些、一批", "十二届人大二次会议", "五中、一幼、三里坪、七台河", "两个维护、四个意识、八项规定",
    "城乡一体化、双减、翻番、亿元以上企业", "《关于做好5项工作的3条意见》", "收入比2.9∶1,比分3:2", "“10分钟生活圈”", "12345热线",
    "编号2030001-55-7", "油菜x万余亩,**万元,数万人次,上万余人", "八点五分,下午三点二十分",
    "上午9时30分,8点", "90年代,三年级,四季度", "三轮车、三支一扶", "每一处变化", "突破百万吨大关", "收入超亿元的镇", "06国内外贸易",
    "进入全省前10名、前三位", "三成立,两成员",
  ]

  @Test(arguments: figures)
  func figuresAreFound(_ text: String, _ expected: [String]) {
    #expect(Self.found(text) == expected)
  }

  @Test(arguments: lookAlikes)
  func lookAlikesAreNot(_ text: String) {
    #expect(Self.found(text) == [])
  }

  @Test func headingNumbersAreNoFigures() {
    let source = SourceFile(
      name: "a", text: "3.15个项目。一是建3个。\n4.2030年。\n来源:第5科 发布时间:2030-01-01 浏览12次\n")
    let tree = SyntaxTree.parse(source)
    let surfaces = FigureScanner.figures(in: tree).map { $0.surface(in: source) }
    #expect(surfaces == ["3.15个", "3个"])
  }

  /// A tag that is torn over two lines joins a number to what reads as a heading's.
  @Test func numbersMayReachOverATornTag() {
    let source = SourceFile(name: "a", text: "甲<s>1</\n3.>8%")
    let tree = SyntaxTree.parse(source)
    #expect(
      FigureScanner.figures(in: tree).allSatisfy { $0.range.upperBound <= source.bytes.count })
  }

  @Test(arguments: [
    ("贫困幼儿1571人", "贫困幼儿"), ("完成4所民办学校换证", "民办学校换证"), ("投资627万元,", "投资"),
    ("33家培训机构纳入监管", "培训机构纳入监管"), ("上线率为46.7%", "上线率为"),
  ])
  func labelsComeFromTheWordsAround(_ text: String, _ label: String) {
    let source = SourceFile(name: "a", text: text)
    let figures = FigureScanner.figures(in: source.bytes)
    #expect(figures.map { $0.labelText(in: source) } == [label])
  }

  @Test(arguments: [
    ("立案2起5人次", ["立案", "立案"]), ("每班招收2-4名", ["每班招收", "每班招收"]),
    ("城镇和农村收入分别达38元和19元", ["城镇和农村收入分别", "城镇和农村收入分别"]),
  ])
  func figuresThatAreJoinedShareALabel(_ text: String, _ labels: [String]) {
    let source = SourceFile(name: "a", text: text)
    let figures = FigureScanner.figures(in: source.bytes)
    #expect(figures.map { $0.labelText(in: source) } == labels)
  }

  @Test func headingNumbersAreInNoLabel() {
    let source = SourceFile(name: "a", text: "一、问题\n主要是:一是缺口2000万元;二是人少3人。\n")
    let figures = FigureScanner.figures(in: SyntaxTree.parse(source))
    #expect(figures.map { $0.labelText(in: source) } == ["缺口", "人少"])
  }

  @Test func aNumberTooLongHasNoValue() {
    let source = SourceFile(name: "a", text: String(repeating: "9", count: 60) + "元")
    let figures = FigureScanner.figures(in: source.bytes)
    #expect(figures.count == 1 && figures[0].value == nil)
  }

  static func found(_ text: String) -> [String] {
    let source = SourceFile(name: "a", text: text)
    return FigureScanner.figures(in: source.bytes).map {
      "\($0.surface(in: source))=\($0.value?.description ?? "") \($0.unitText(in: source)) "
        + $0.qualifierText(in: source)
    }
  }

  @Test func aByteOrderMarkIsNoPartOfALabel() {
    let source = SourceFile(name: "a", text: "\u{FEFF}培训教师120人。")
    let figures = FigureScanner.figures(in: SyntaxTree.parse(source))
    #expect(figures.map { $0.labelText(in: source) } == ["培训教师"])
  }
}
