import ReportModel
import SectionTemplates
import SourceText
import TestSupport
import Testing

/// Every fault of templates as it is printed, in both languages.
@Suite struct FaultGoldenTests {
  private static let templates = [
    "投入{{资助.幼儿园.金额。", "甲\n{% if 行风.立案 \n乙", "{# 注", "{% raw %}甲", "甲}}乙",
    "{% if 行风.立案 %}甲", "甲{% endif %}", "{% if 行风.立案 %}甲{% else %}乙{% elif 推介 %}丙{% endif %}",
    "{% for 项 in 资助 %}甲{% endif %}", "{% 若 行风.立案 %}", "{{ }}", "{{资助..金额}}",
    "{{资助.幼儿园 金额}}", "{{合计(资助.金额}}", "{% for 资助 %}甲{% endfor %}", "{{行风.立按}}", "{{行风.空缺}}",
    "{{资助.中职.人数}}", "{{资助.幼儿元.金额}}", "{{资助.学前教育.金额}}", "{{叙述.管里}}",
    "{{上年同期.资助.幼儿园.金额}}", "{{资助}}", "{{资助.幼儿园}}", "{{资助.金额}}", "{{叙述.问题}}",
    "{{资助.幼儿园.项目|万元}}", "{{资助.幼儿园.人数|万元}}", "{{行风.立案|大写}}", "{{行风.立案|数值(1,2)}}",
    "{{占比(资助.幼儿园.金额, 行风.零)}}", "{{资助.幼儿园.金额|数值(60)}}", "{{最大项(资助.金额, \"金颏\")}}",
    "{% if 行风.立案 > \"两\" %}甲{% endif %}", "{% if 行风.立案 > 资助.幼儿园.金额 %}甲{% endif %}",
    "{{增减(行风.立案, 行风.累计)}}", "{% for 项 in 行风.立案 %}甲{% endfor %}",
    "{%- if 行风.立案 -%}甲{%- endif -%}", "投入｛｛资助.幼儿园.金额｝｝", "｛% if 行风.立案 %｝", "｛％ 甲 ％｝",
    "｛集合｝{{行风.立案}}",
    "{{今天}}", "{{行风.立案|四舍五入(1)}}", "{% for 项 in 资助 最后 \"和\" %}甲{% endfor %}",
    "甲{% if 行风.立案 %}乙\n丙{% endif %}丁", "{{叙述.自引}}", "{{序号}}.甲。", "{{标题}}", "取名{{换行}}", "取名{{控制}}",
    "{% for 甲 in 资助 %}{% for 乙 in 资助 %}{% for 丙 in 资助 %}字{% endfor %}{% endfor %}{% endfor %}",
    String(repeating: "{% if 行风.立案 %}", count: 40) + String(repeating: "{% endif %}", count: 40),
  ]

  /// What is wrong with a template, as lines.
  private static func faults(of text: String) -> [Diagnostic] {
    var fixture = TemplateFixture()
    fixture.settings["标题"] = "1.甲"
    fixture.settings["换行"] = "上\n下"
    fixture.settings["控制"] = "上\u{7}下"
    for (id, number, kind) in [("行风.零", 0, FigureKind.period), ("行风.累计", 9, .cumulative)] {
      fixture.data.figures.append(
        SingleFigure(
          id: id, label: id,
          quantity: Quantity(ExactDecimal(number), unit: MeasureUnit(number == 0 ? "万元" : "起")),
          kind: kind, origin: ValueOrigin(file: "data/figures.csv", line: 9, column: 9, path: id)))
    }
    fixture.schema.figures.append(DataSchema.Member("行风.立案", DataSchema.Value(kind: .period)))
    var limits = SectionFiller.Limits()
    limits.loopPasses = 20
    do throws(DiagnosticError) {
      var filler = SectionFiller(
        TemplateContext(
          settings: fixture.settings, data: fixture.data, schema: fixture.schema,
          lastYear: fixture.lastYear), limits: limits)
      _ = filler.fill(try SectionTemplate(SourceFile(name: "部分.txt", text: text)))
      return filler.diagnostics
    } catch {
      return error.diagnostics
    }
  }

  @Test(arguments: MessageLanguage.allCases) func everyFaultReadsAsRecorded(
    language: MessageLanguage
  ) {
    var output = ""
    for template in Self.templates {
      output += "# \(template.count > 120 ? String(template.prefix(60)) + "…" : template)\n"
      for fault in Self.faults(of: template) {
        output += "  \(Self.place(fault, in: template)) \(fault.severity.rawValue) \(fault.id)\n"
        output += "    \(fault.message.text(in: language))\n"
        if let remedy = fault.remedy { output += "    → \(remedy.text(in: language))\n" }
        for note in fault.notes { output += "    · \(note.message.text(in: language))\n" }
      }
    }
    GoldenFile.expect(
      output, at: GoldenFile.path("faults.\(language == .zh ? "zh" : "en").txt"))
  }

  private static func place(_ fault: Diagnostic, in template: String) -> String {
    guard case .text(let file, let range) = fault.place, file == "部分.txt" else {
      return fault.place.file
    }
    let position = LineTable(Array(template.utf8)).position(of: range.lowerBound)
    return "\(file):\(position.line):\(position.column)"
  }

  /// Told elsewhere: of records, of packs' files, of templates beyond 64 MB.
  private static let elsewhere: Set<String> = [
    "template-not-for-records", "template-undecodable", "template-too-large",
    "template-more-faults",
  ]

  @Test func noFaultIsLeftOut() throws {
    var known: Set<String> = []
    for folder in ["Compiling", "Evaluating", "Filling", "Functions", "Packs", "Records"] {
      for file in Self.swiftFiles(in: folder) {
        let source = try #require(TestFile.read(file))
        for part in source.split(separator: "\"") where part.hasPrefix("template-") {
          known.insert(String(part))
        }
      }
    }
    let shown = Set(Self.templates.flatMap { Self.faults(of: $0) }.map(\.id))
    #expect(known.count > 20)
    #expect(known.subtracting(shown).subtracting(Self.elsewhere).sorted() == [])
  }

  private static func swiftFiles(in folder: String) -> [String] {
    TestFile.names(in: TestFile.repository + "/Sources/SectionTemplates/" + folder)
      .filter { $0.hasSuffix(".swift") }
      .map { TestFile.repository + "/Sources/SectionTemplates/\(folder)/\($0)" }
  }

  @Test func everyFaultSaysWhatToDoOrWhatWasFound() {
    for fault in Self.templates.flatMap({ Self.faults(of: $0) }) {
      for language in MessageLanguage.allCases {
        #expect(!fault.message.text(in: language).contains("{0}"))
        let remedy = fault.remedy?.text(in: language)
        let isTold = fault.id == "template-unknown-name" || remedy?.isEmpty == false
        #expect(isTold, "\(fault.id)")
      }
    }
  }
}
