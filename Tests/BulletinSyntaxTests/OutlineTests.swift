import BulletinSyntax
import SourceText
import Testing

struct OutlineTests {
  @Test(arguments: OutlineCase.all)
  func levelsComeFromNesting(_ sample: OutlineCase) {
    #expect(Self.outline(sample.text) == sample.outline)
  }

  @Test(arguments: OutlineCase.all)
  func lineEndsAndMarksChangeNothing(_ sample: OutlineCase) {
    let crlf = sample.text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(Self.outline(String(decoding: crlf, as: UTF8.self)) == sample.outline)
    #expect(Self.outline("\u{FEFF}" + sample.text) == sample.outline)
    var cut = sample.text
    while cut.hasSuffix("\n") { cut.removeLast() }
    #expect(Self.outline(cut) == sample.outline)
  }

  @Test(arguments: OutlineCase.all)
  func nothingIsLost(_ sample: OutlineCase) {
    LosslessTests.expectTiling(Array(sample.text.utf8))
  }

  /// Lines ended by CR alone, as old systems wrote them.
  @Test(arguments: OutlineCase.all)
  func carriageReturnsEndLinesToo(_ sample: OutlineCase) {
    let text = String(decoding: sample.text.utf8.map { $0 == 0x0A ? 0x0D : $0 }, as: UTF8.self)
    #expect(Self.outline(text) == sample.outline)
    LosslessTests.expectTiling(Array(text.utf8))
  }

  @Test(arguments: [
    ("一、重点\n分三步:一是查，二是改，三是督。\n", ["重点", "查", "改", "督"]),
    ("一、甲、乙\n（一）好；\n", ["甲、乙", "好"]),
  ])
  func titlesEndBeforeTheirStop(_ text: String, _ titles: [String]) {
    let source = SourceFile(name: "a", text: text)
    let headings = SyntaxTree.parse(source).headings
    #expect(headings.map { $0.titleText(in: source) } == titles)
  }

  @Test(arguments: [
    ("云溪县水务局2030年工作总结\n一、甲\n", "云溪县水务局2030年工作总结"),
    ("温馨提示：\n1.本文可以下载。\n某局2030年工作总结\n一、工作\n", "某局2030年工作总结"),
    ("|\n首页\n分类：\n统计公报\n云溪县2030年统计公报\n一、综合\n好。\n", "云溪县2030年统计公报"),
    ("首页\n>\n动态\n关于河道治理的\n通 知\n来源：水务局\n各科室：\n请落实。\n", "关于河道治理的通 知"),
    ("云溪县水务局2030年工作总结一、河道治理有序。好。二、供水。好。", "云溪县水务局2030年工作总结"),
    ("云溪县关于加强防汛的通知云政发〔2030〕5号　　各镇：抓紧。", "云溪县关于加强防汛的通知"),
    ("<p><b>云溪县农业稳步发展</b></p><p>一、粮食稳。好。</p>", "云溪县农业稳步发展"),
    ("根据县里要求,现将情况报告如下。\n一、甲\n", nil), ("一、甲\n乙。\n", nil), ("", nil),
  ])
  func titlesAreFound(_ text: String, _ title: String?) {
    #expect(SyntaxTree.parse(SourceFile(name: "a", text: text)).titleText == title)
  }

  @Test(arguments: [
    ("一、总体情况\n好。\n二、存在的问题\n少。\n三、下一步打算\n做。\n", ["done", "problems", "plans"]),
    ("一、上半年重点工作\n好。\n二、下半年重点工作\n做。\n", ["done", "plans"]),
    ("一、2030年工作回顾\n好。\n二、2031年重点工作\n做。\n", ["done", "plans"]),
    ("一、重点工作完成情况\n好。\n二、存在问题及下一步工作措施\n做。\n", ["done", "problems", "plans"]),
    ("一、計劃執行情況\n好。\n二、存在的問題\n少。\n", ["done", "problems"]),
    ("一、解决环境问题的合作\n好。\n二、差距逐步缩小\n好。\n三、计划生育\n好。\n", []),
    ("一、主要工作\n好。\n同时,我们也清醒地看到,短板还多。\n二、下步工作思路\n做。\n", ["done", "problems", "plans"]),
    ("一、上半年的主要工作情况\n好。\n二、下步打算\n做。\n", ["done", "plans"]),
    (
      "一、春耕备耕抓得早,谋划在先,抢在农时之前调运良种和地膜,逐村逐户安排到人到田,旱涝都有预案,全县春播按时完成,没有一个村误了农时,也没有一块田撂荒\n好。\n二、下步打算\n做。\n",
      ["plans"]
    ),
    ("全年任务完成。\n下一步,将抓好落实。\n", ["plans"]),
    ("云溪县2030年工作总结\n一、上半年工作\n好。\n二、下半年工作\n做。\n", ["done", "plans"]),
    ("云溪县2030年工作要点\n一、总体要求\n好。\n二、重点任务\n做。\n", ["plans"]),
    ("云溪县2030年工作总结\n全年任务完成,群众满意。\n同时还应看到短板仍多,有待补齐。\n2031年,我们要再接再厉。\n", ["problems", "plans"]),
    ("云溪县2030年工作总结\n\n关联稿件:\n\n2031年3月28日\n\n全年任务完成,群众满意。\n", []),
    (
      "云溪县2030年工作总结\n\n关联稿件:\n\n2031年3月28日\n\n全年任务完成。\n\n2031年,我们要再接再厉。\n",
      ["plans"]
    ),
  ])
  func partsHaveRoles(_ text: String, _ roles: [String]) {
    let tree = SyntaxTree.parse(SourceFile(name: "a", text: text))
    #expect(tree.parts.map(\.role.rawValue) == roles)
  }

  static func outline(_ text: String) -> [String] {
    let source = SourceFile(name: "sample", text: text)
    let lines = LineTable(source.bytes)
    return SyntaxTree.parse(source).headings.map {
      let line = lines.position(of: $0.number.lowerBound).line
      return "\($0.level) \($0.numberText(in: source)) \(line)"
    }
  }
}
