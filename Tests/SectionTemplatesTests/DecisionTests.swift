import ReportModel
import SourceText
import Testing

@testable import SectionTemplates

struct DecisionTests {
  struct Case: Sendable {
    let template: String
    let decisions: [String]
  }

  /// Each decision as `words(member)@line: subject`.
  static let cases = [
    Case(
      template: "甲\n{% if 行风.立案 %}立案{{行风.立案}}{% endif %}",
      decisions: ["行风.立案@2: held present(figure 行风.立案)"]),
    Case(
      template: "{% if 行风.空缺 %}甲{% else %}乙{% endif %}",
      decisions: ["行风.空缺@1: not held present(figure 行风.空缺)"]),
    Case(
      template: "{% if 行风.立案 > 1 %}甲{% elif 调研.问题 %}乙{% endif %}",
      decisions: ["行风.立案 > 1@1: held figure 行风.立案 > 1"]),
    Case(
      template: "{% for 项 in 资助 %}{{项.项目}}{% if 项.人数 %}{{项.人数}}{% endif %}{% endfor %}",
      decisions: [
        "项.人数(幼儿园)@1: held present(资助 0 人数)", "项.人数(高中)@1: held present(资助 1 人数)",
        "项.人数(中职)@1: not held present(资助 2 人数)", "资助@1: list 项目",
      ]),
    Case(
      template: "{% if 计数(资助) >= 3 and not 资助.高中.金额 < 47 %}甲{% endif %}",
      decisions: [
        "计数(资助) >= 3 and not 资助.高中.金额 < 47@1: held rows 资助 >= 3 and not 资助 1 金额 < 47"
      ]),
    Case(
      template: "{% if 资助.高中.金额 < 资助.中职.金额 or 资助.高中.项目 = \"高中\" %}甲{% endif %}",
      decisions: [
        "资助.高中.金额 < 资助.中职.金额 or 资助.高中.项目 = \"高中\"@1: "
          + "held 资助 1 金额·10^4 < 资助 2 金额·10^4 or words 资助 1 项目 = “高中”"
      ]),
    Case(
      template: "{% if 合计(资助.金额) > 5 %}甲{% endif %}{% if 资助 %}乙{% endif %}",
      decisions: [
        "合计(资助.金额) > 5@1: held sum 资助 金额 > 5", "资助@1: held present(rows 资助)",
      ]),
    Case(
      template: "{% if 上年同期.行风.立案 %}甲{% endif %}{% if 上年同期.资助 %}乙{% endif %}",
      decisions: [
        "上年同期.行风.立案@1: held present(earlier 行风.立案)", "上年同期.资助@1: held fixed",
      ]),
    Case(
      template: "{% if 叙述.管理 %}{{叙述.管理}}{% endif %}{% if 单位 %}甲{% endif %}",
      decisions: ["叙述.管理@1: held fixed", "单位@1: held fixed"]),
    Case(
      template: "{% if 最大项(资助.金额) = \"中职\" %}甲{% endif %}",
      decisions: ["最大项(资助.金额) = \"中职\"@1: held fixed"]),
  ]

  @Test(arguments: cases)
  func choicesAreFoundWithTheirCells(_ example: Case) throws {
    var fixture = TemplateFixture()
    fixture.lastYear = TemplateFixture.dataSet(kindergarten: "70", cases: 1)
    let context = TemplateContext(
      settings: fixture.settings, data: fixture.data, schema: fixture.schema,
      lastYear: fixture.lastYear)
    let filled = fixture.fill(example.template)
    #expect(filled.diagnostics.isEmpty)
    var finder = DecisionFinder(context)
    finder.look(
      through: try SectionTemplate(SourceFile(name: "部分.txt", text: example.template)))
    #expect(finder.decisions.map(Self.text) == example.decisions)
  }

  @Test func theSameChoiceIsNotedOnce() throws {
    let fixture = TemplateFixture()
    var finder = DecisionFinder(
      TemplateContext(settings: fixture.settings, data: fixture.data, schema: fixture.schema))
    let text = "{% if 行风.立案 %}甲{% endif %}{% if 行风.立案 %}乙{% endif %}"
    finder.look(through: try SectionTemplate(SourceFile(name: "部分.txt", text: text)))
    #expect(finder.decisions.count == 1)
  }

  private static func text(_ decision: TextDecision) -> String {
    let member = decision.member.isEmpty ? "" : "(\(decision.member))"
    let line = decision.place.split(separator: ":").last ?? ""
    let subject =
      switch decision.subject {
      case .condition(let condition, let held):
        "\(held ? "held" : "not held") \(text(condition))"
      case .fixed(let held): "\(held ? "held" : "not held") fixed"
      case .list(_, let columns): "list \(columns.joined(separator: " "))"
      }
    return "\(decision.words)\(member)@\(line): \(subject)"
  }

  private static func text(_ condition: CellCondition) -> String {
    switch condition {
    case .isPresent(let term): "present(\(text(term)))"
    case .compare(let comparison, let left, let right):
      "\(text(left)) \(comparison.rawValue) \(text(right))"
    case .not(let inner): "not \(text(inner))"
    case .and(let left, let right): "\(text(left)) and \(text(right))"
    case .or(let left, let right): "\(text(left)) or \(text(right))"
    }
  }

  private static func text(_ term: CellTerm) -> String {
    switch term {
    case .number(let number): number.description
    case .text(let text): "“\(text)”"
    case .value(let cell, let power): text(cell) + (power == 0 ? "" : "·10^\(power)")
    case .words(let cell): "words \(text(cell))"
    case .rows(let table): "rows \(table)"
    case .sum(let table, let column, let power):
      "sum \(table) \(column)" + (power == 0 ? "" : "·10^\(power)")
    }
  }

  private static func text(_ cell: CellReference) -> String {
    switch cell {
    case .figure(let id): "figure \(id)"
    case .cell(let table, let row, let column): "\(table) \(row) \(column)"
    case .earlier(let origin): "earlier \(origin.path)"
    }
  }
}
