import ReportModel
public import SourceText

/// What people read of a filter or function: its names, what it does, how it is written, examples.
public struct FunctionDescription: Sendable {
  /// Its name in Chinese.
  public let chineseName: String
  /// Its name in English.
  public let englishName: String
  /// What it does, in a sentence.
  public let summary: Message
  /// How it is written, with named arguments: `金额|万元(小数位数)`.
  public let usage: String
  /// What it makes of given data; each is also a test.
  public let examples: [FunctionExample]

  /// All filters and functions of the template language.
  public static let all: [FunctionDescription] = TemplateFunction.all.map(\.description)

  /// The function of that name, in Chinese or English.
  public static func named(_ name: String) -> FunctionDescription? {
    TemplateFunction.byName[name]?.description
  }
}

/// An example of a function: data, a template, and what comes of it.
public struct FunctionExample: Sendable {
  /// What comes of the template.
  public enum Outcome: Sendable, Hashable {
    /// This text is printed.
    case prints(String)
    /// The template is refused with the fault of this id.
    case refused(String)
  }

  /// Figures besides the common example tables, as `办结=100件` or `上年同期.办结=50件(累计)`.
  public let given: [String]
  /// The template.
  public let template: String
  /// What comes of it.
  public let outcome: Outcome

  /// An example whose template prints a text.
  static func prints(_ template: String, _ text: String, given: String...) -> FunctionExample {
    FunctionExample(given: given, template: template, outcome: .prints(text))
  }

  /// An example whose template is refused.
  static func refused(_ template: String, _ id: String, given: String...) -> FunctionExample {
    FunctionExample(given: given, template: template, outcome: .refused(id))
  }

  /// What filling the template with the given figures and the example tables comes to.
  ///
  /// A text where nothing was found wrong, else the id of the first fault.
  public func run() -> Outcome {
    let source = SourceFile(name: "example", text: template)
    do throws(DiagnosticError) {
      let compiled = try SectionTemplate(source)
      var filler = SectionFiller(ExampleData.context(given: given))
      let text = filler.fill(compiled).text
      return filler.diagnostics.first.map { .refused($0.id) } ?? .prints(text)
    } catch {
      return .refused(error.diagnostics.first?.id ?? "")
    }
  }
}
