import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct JoinTests {
  @Test(arguments: [
    ("{% 连接 \"、\" %}甲{% 项 %}乙{% 项 %}丙{% endjoin %}", "甲、乙、丙"),
    ("{% 连接 \"、\" %}{% 项 %}甲{% 项 行风.空缺 %}乙{% 项 行风.立案 %}丙{% 结束 %}", "甲、丙"),
    ("{% join \"、\" %}{% item 行风.空缺 %}甲{% item 行风.立案 %}乙{% endjoin %}。", "乙。"),
    ("{% 连接 \"、\" %}{% if 行风.空缺 %}甲{% endif %}{% 项 %}乙{% endjoin %}", "乙"),
    ("得{% 连接 \"、\" 前 \",获\" 后 \"奖\" %}{% 项 行风.立案 %}甲{% 项 %}乙{% endjoin %}。", "得,获甲、乙奖。"),
    ("得{% 连接 \"、\" 前 \",获\" 后 \"奖\" %}{% 项 行风.空缺 %}甲{% endjoin %}。", "得。"),
    (
      "{% for 项 in 资助 分隔 \";\" %}{% 连接 \",\" %}{{项.金额}}{% 项 项.人数 %}{{项.人数}}{% endjoin %}{% endfor %}",
      "78.55万元,1571人;47.36万元,592人;770.88万元"
    ),
  ])
  func prints(template: String, expected: String) {
    let result = TemplateFixture().fill(template)
    #expect(result.diagnostics.isEmpty)
    #expect(result.text.text == expected)
    #expect(result.text.segments.last?.range.upperBound == result.text.bytes.count)
  }

  @Test(arguments: [
    ("{% 连接 %}甲{% endjoin %}", "template-expression"),
    ("{% 连接 \"、\" 中 %}甲{% endjoin %}", "template-expression"),
    ("{% 连接 \"、\" %}甲", "template-unclosed-block"),
    ("甲{% 项 %}乙", "template-stray-tag"),
    ("{% if 行风.立案 %}甲{% 项 %}乙{% endif %}", "template-unclosed-block"),
    ("{% 连接 \"、\" %}{% 项 行风.立按 %}乙{% endjoin %}", "template-unknown-name"),
    ("{% 连接 \"、\" %}{% 项 行风.立案 > %}乙{% endjoin %}", "template-expression"),
  ])
  func faults(template: String, id: String) {
    #expect(TemplateFixture().fill(template).diagnostics.first?.id == id)
  }
}
