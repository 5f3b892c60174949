/// Bulletins that imitate the hazards of real ones, with the outline each should give: level,
/// number, line.
struct OutlineCase: Sendable, CustomStringConvertible {
  let name: String
  let text: String
  let outline: [String]
  var description: String { name }

  static let all: [OutlineCase] = [
    OutlineCase(
      name: "skipped level",
      text: "某局半年总结\n\n一、情况\n\n1.抓管理。一是建制度。好。二是强培训。好。\n\n2.抓安全。做了。\n\n二、问题\n\n1.人少。缺人。\n",
      outline: ["1 一、 3", "2 1. 5", "3 一是 5", "3 二是 5", "2 2. 7", "1 二、 9", "2 1. 11"]),
    OutlineCase(
      name: "commas and words that look like numbers",
      text:
        "一、情况\n推动标准统一、布局均衡,实现城乡一、二、三产业共进,除险小(2)型水库,处置3.15事件,同比升1.2%。统一是关键。\n二、打算\n继续。\n",
      outline: ["1 一、 1", "1 二、 3"]),
    OutlineCase(
      name: "level from nesting, not from the glyph",
      text: "1.甲\n一、子\n说明。\n二、丑\n说明。\n2.乙\n一、寅\n说明。\n",
      outline: ["1 1. 1", "2 一、 2", "2 二、 4", "1 2. 6", "2 一、 7"]),
    OutlineCase(
      name: "brackets above all",
      text: "(一)甲\n说明。\n(二)乙\n1、丙。说明。\n2、丁。说明。\n(三)戊\n",
      outline: ["1 (一) 1", "1 (二) 3", "2 1、 4", "2 2、 5", "1 (三) 6"]),
    OutlineCase(
      name: "four levels",
      text: "一、甲\n（一）乙\n1．丙\n（1）丁。说明。\n（2）戊。说明。\n（二）己\n二、庚\n",
      outline: ["1 一、 1", "2 （一） 2", "3 1． 3", "4 （1） 4", "4 （2） 5", "2 （二） 6", "1 二、 7"]),
    OutlineCase(
      name: "chapters with items that go on counting",
      text: "第一章 总则\n一、为了工作,定本规则。\n二、本规则适用于全局。\n第二章 职责\n三、局长主持工作。\n",
      outline: ["1 第一章 1", "2 一、 2", "2 二、 3", "1 第二章 4", "2 三、 5"]),
    OutlineCase(
      name: "items go on counting across a heading",
      text: "一、回顾\n(一)经济\n1.增长快。好。\n2.结构优。好。\n(二)产业\n3.项目多。好。\n",
      outline: ["1 一、 1", "2 (一) 2", "3 1. 3", "3 2. 4", "2 (二) 5", "3 3. 6"]),
    OutlineCase(
      name: "no line breaks at all",
      text: "某县水务局2030年工作总结一、河道治理清淤有序。完成任务。二、农村供水管网改造。全部通水。三、下步打算继续努力。",
      outline: ["1 一、 1", "1 二、 1", "1 三、 1"]),
    OutlineCase(
      name: "cut off before the second part",
      text: "某局2030年工作总结现将情况报告如下:一、2030年工作(-)修渠清淤,农田通水。灌溉及时。(二)改造管网,农村供水。全部通",
      outline: ["1 一、 1", "2 (-) 1", "2 (二) 1"]),
    OutlineCase(
      name: "cut off before the second item",
      text: "某局半年总结 今年灌溉有序。 一、主要亮点 （一）修渠清淤 一是摸清底数。逐渠登记。 二是抢修。",
      outline: ["1 一、 1", "2 （一） 1", "3 一是 1", "3 二是 1"]),
    OutlineCase(
      name: "items right behind a title that nothing closes",
      text: "某局上年总结和下年计划一、上年总结1、修渠清淤。补助一、二类农户，全部通水。2、改造管网。",
      outline: ["1 一、 1", "2 1、 1", "2 2、 1"]),
    OutlineCase(
      name: "notes below their own line",
      text: "一、综合\n产值增长。\n\n注释：\n\n1.数字均为初步统计。\n\n2.增速按不变价算。\n",
      outline: ["1 一、 1"]),
    OutlineCase(
      name: "number behind an unmarked title",
      text: "一、工作总结(一)旅游提质稳步推进。游客增多。(二)文化惠民持续用力。活动丰富。二、工作打算继续。",
      outline: ["1 一、 1", "2 (一) 1", "2 (二) 1", "1 二、 1"]),
    OutlineCase(
      name: "page numbers that cut sentences",
      text:
        "一、情况\n全镇着力推进农村人居环境整治和特色产业培育并且扎实开展防汛抗旱各项准备工作共投入资金\n2、300万元修缮堤坝。\n二、打算\n",
      outline: ["1 一、 1", "1 二、 4"]),
    OutlineCase(
      name: "list of contents",
      text: "某县决算公开\n目录\n一、报告\n二、说明\n1、转移支付\n2、债务\n一、报告\n情况如下。\n二、说明\n1、转移支付\n说明。\n",
      outline: ["1 一、 7", "1 二、 9", "2 1、 10"]),
    OutlineCase(
      name: "attachments are no headings",
      text: "一、要求\n抓紧办理。\n附件：1.名单\n2.表格\n3.说明\n",
      outline: ["1 一、 1"]),
    OutlineCase(
      name: "cells of a table are no headings",
      text: "督办情况表\n序号 |\n内容 |\n1 |\n一是健全机制。二是落实责任。 |\n已完成 |\n",
      outline: []),
    OutlineCase(
      name: "an address closes the lists of a part",
      text: "一、任务\n（一）甲\n说明。\n（二）乙\n说明。\n各位代表！做好工作必须改进作风。一是守纪律。二是讲实干。\n",
      outline: ["1 一、 1", "2 （一） 2", "2 （二） 4", "2 一是 6", "2 二是 6"]),
    OutlineCase(
      name: "a chain behind a comma",
      text: "一、做法\n主要做法:一是早部署，二是严把关，三是勤检查。\n",
      outline: ["1 一、 1", "2 一是 2", "2 二是 2", "2 三是 2"]),
    OutlineCase(
      name: "first of a list without its number",
      text: "一、成效\n产业发展提速\n新建大棚二十座。\n（二）民生改善加快\n修路三条。\n",
      outline: ["1 一、 1", "2  2", "2 （二） 4"]),
    OutlineCase(
      name: "decimal paths",
      text: "1 总则\n1.1 目的\n为了应急。\n1.2 依据\n依法。\n2 机构\n2.1 指挥部\n设立。\n",
      outline: ["1 1 1", "2 1.1 2", "2 1.2 4", "1 2 6", "2 2.1 7"]),
    OutlineCase(
      name: "words as numbers",
      text: "一、体会\n第一，抓得早。有效。\n第二，抓得实。有效。\n二、打算\n全市第一、全省第二。\n",
      outline: ["1 一、 1", "2 第一， 2", "2 第二， 3", "1 二、 4"]),
    OutlineCase(
      name: "circled numbers in a line",
      text: "一、分工\n分工如下：①宣传。②巡查。③值守。\n二、其他\n",
      outline: ["1 一、 1", "2 ① 2", "2 ② 2", "2 ③ 2", "1 二、 3"]),
    OutlineCase(
      name: "a year behind the number",
      text: "1.2030年工作\n完成。\n2.2031年工作\n计划。\n",
      outline: ["1 1. 1", "1 2. 3"]),
    OutlineCase(
      name: "two marks on one level",
      text: "一、甲\n1.乙。做。\n2、丙。做。\n3.丁。做。\n",
      outline: ["1 一、 1", "2 1. 2", "2 2、 3", "2 3. 4"]),
    OutlineCase(
      name: "full-width digits and indents",
      text: "　　一、甲\n　　１．乙。做。\n　　２．丙。做。\n",
      outline: ["1 一、 1", "2 １． 2", "2 ２． 3"]),
    OutlineCase(
      name: "a number torn over two lines",
      text: "（一）甲\n做。（\n二）乙。做。\n（三）丙\n",
      outline: ["1 （一） 1", "1 （二） 2", "1 （三） 4"]),
    OutlineCase(
      name: "amounts at the head of wrapped lines",
      text: "一、农业\n全县粮食播种面积稳定,全年预计产量达到\n3.1万吨,比上年增产\n1.2个百分点。\n2.1亿元资金到位。\n二、工业\n",
      outline: ["1 一、 1", "1 二、 6"]),
    OutlineCase(
      name: "notices of a site before the title",
      text:
        "温馨提示：\n1.本文可以下载。\n2.下载前请预览。\n3.如有疑问请联系。\n某局2030年工作总结\n一、工作\n做。\n1.甲。做。\n2.乙。做。\n二、打算\n",
      outline: ["1 一、 6", "2 1. 8", "2 2. 9", "1 二、 10"]),
    OutlineCase(
      name: "page numbers from the first page on",
      text: "1、" + String(repeating: "县里扎实推进各项任务落地,成效不断显现。", count: 8) + "全年完成投资\n2、"
        + String(repeating: "镇村协同发力补短板,群众得到实惠。", count: 8) + "累计修路\n3、一千公里。\n",
      outline: []),
    OutlineCase(
      name: "numbers that lost their mark",
      text: "一、供水\n(一)建管\n1保障水源。新建水厂。\n2更换老管。全部换完。\n投入资金\n3万元。\n(二)用水\n1座水厂。\n",
      outline: ["1 一、 1", "2 (一) 2", "3 1 3", "3 2 4", "2 (二) 7"]),
    OutlineCase(
      name: "tortoise-shell brackets",
      text: "一、造林\n〔一〕种树。成活。〔二〕管护。到位。\n〔三〕防火。无灾。\n依据林发〔2030〕5号。\n",
      outline: ["1 一、 1", "2 〔一〕 2", "2 〔二〕 2", "2 〔三〕 3"]),
    OutlineCase(
      name: "characters that are whole numbers",
      text: "一、甲\n㈠乙\n⒈丙。做。\n⒉丁。做。\n⑴戊。做。\n⑵己。做。\n㈡庚\n二、辛\n",
      outline: ["1 一、 1", "2 ㈠ 2", "3 ⒈ 3", "3 ⒉ 4", "4 ⑴ 5", "4 ⑵ 6", "2 ㈡ 7", "1 二、 8"]),
    OutlineCase(
      name: "a blank before the mark, a single bracket",
      text: "一 、河道\n一）清淤\n做。\n二）护岸\n做。\n二 、水库\n做。\n",
      outline: ["1 一、 1", "2 一） 2", "2 二） 4", "1 二、 6"]),
    OutlineCase(
      name: "enumerations of ordinal words",
      text: "一、产业\n第一、第二产业稳中有升。\n第二、第三产业加快。\n二、民生\n",
      outline: ["1 一、 1", "1 二、 4"]),
    OutlineCase(
      name: "notes below a table",
      text: "一、指标\n见表。\n注：1.数据为快报数。\n2.合计因舍入不等。\n二、措施\n1.抓。做。\n2.管。做。\n",
      outline: ["1 一、 1", "1 二、 5", "2 1. 6", "2 2. 7"]),
    OutlineCase(
      name: "a second path of one",
      text: "第一章 总则\n1.1 目的\n为用水。\n1.2 范围\n全县。\n第二章 附则\n2.1 本规则即日起施行。\n",
      outline: ["1 第一章 1", "2 1.1 2", "2 1.2 4", "1 第二章 6", "2 2.1 7"]),
    OutlineCase(name: "empty", text: "", outline: []),
  ]
}
