import ReportModel
public import SourceText

/// Prints what there is to know of a filter or function.
public enum FunctionPage {
  /// The list of all functions, a line each: names and summary.
  public static func list(in language: MessageLanguage) -> String {
    FunctionDescription.all.map { function in
      "\(function.chineseName) / \(function.englishName): \(function.summary.text(in: language))\n"
    }.joined()
  }

  /// One function's page in Markdown: names, summary, usage, a table of examples.
  public static func text(
    of function: FunctionDescription, in language: MessageLanguage
  ) -> String {
    let isChinese = language == .zh
    var lines = [
      "## \(function.chineseName) / \(function.englishName)", "",
      function.summary.text(in: language), "",
      (isChinese ? "写法:" : "Usage: ") + "`{{\(function.usage)}}`", "",
      isChinese ? "| 数据 | 模板 | 结果 |" : "| Data | Template | Result |", "| --- | --- | --- |",
    ]
    for example in function.examples {
      let given = example.given.joined(separator: ";")
      let outcome =
        switch example.outcome {
        case .prints(let text): text
        case .refused(let id): (isChinese ? "报错 " : "error ") + "`\(id)`"
        }
      lines.append(
        "| \(given) | `\(example.template.replacingPipes)` | \(outcome.replacingPipes) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All pages, behind the tables that their examples speak of.
  public static func all(in language: MessageLanguage) -> String {
    let tables = [ExampleData.grants, ExampleData.projects].map { table in
      let heads = "| " + table.columns.map(\.head).joined(separator: " | ") + " |"
      let rule = "|" + String(repeating: " --- |", count: table.columns.count)
      let rows = table.rows.map { row in
        "| "
          + row.map { cell in
            switch cell.value {
            case .blank: ""
            case .text(let text): text
            case .list(let members): members.joined(separator: "、")
            case .quantity(let quantity): quantity.number.description
            }
          }.joined(separator: " | ") + " |"
      }
      return ([table.name, "", heads, rule] + rows).joined(separator: "\n") + "\n"
    }
    let title = language == .zh ? "# 过滤器和函数\n" : "# Filters and functions\n"
    let given =
      language == .zh ? "例子里的表:\n" : "The tables of the examples:\n"
    let pages = FunctionDescription.all.map { text(of: $0, in: language) }
    return ([title, given] + tables + pages).joined(separator: "\n")
  }
}

extension String {
  /// The text with bars escaped, for a cell of a Markdown table.
  fileprivate var replacingPipes: String {
    split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
