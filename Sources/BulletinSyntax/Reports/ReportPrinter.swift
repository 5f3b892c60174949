public import ReportModel

/// Prints a report as a text in a format.
public struct ReportPrinter {
  private let format: BulletinFormat
  private var blocks: [String] = []

  private init(_ format: BulletinFormat) {
    self.format = format
  }

  /// The report's text in a format, a line end at its close; reading it back gives an equal report.
  public static func text(of report: Report, in format: BulletinFormat) -> String {
    var printer = ReportPrinter(format)
    printer.add(report)
    let gap = String(repeating: "\n", count: format.blankLines + 1)
    return printer.blocks.isEmpty ? "" : printer.blocks.joined(separator: gap) + "\n"
  }

  private mutating func add(_ report: Report) {
    if !report.title.isEmpty { blocks.append(report.title) }
    blocks += report.publication
    for paragraph in report.lead { add(paragraph, after: "") }
    for section in report.sections { add(section, level: 1) }
    add(attachments: report.attachments)
    if !report.signature.isEmpty { blocks.append(report.signature) }
    if !report.signingDate.isEmpty { blocks.append(report.signingDate) }
    if !report.source.isEmpty { blocks.append(format.sourcePrefix + report.source) }
  }

  private mutating func add(_ section: Report.Section, level: Int) {
    let setting = format.level(level)
    let style = section.ordinal > 0 ? setting.style : .none
    let number = OrdinalMark(style: style, value: section.ordinal).text(width: format.width)
    let heading = number + section.title
    var rest = section.paragraphs[...]
    if setting.placement == .runIn, let first = rest.popFirst() {
      add(first, after: closed(heading))
    } else {
      let isRunIn = setting.placement == .runIn
      blocks.append(format.indent + (isRunIn ? closed(heading) : heading))
    }
    for paragraph in rest { add(paragraph, after: "") }
    for child in section.children { add(child, level: level + 1) }
  }

  private mutating func add(_ paragraph: Report.Paragraph, after heading: String) {
    var text = format.indent + heading + paragraph.text
    for measure in paragraph.measures {
      text += OrdinalMark(style: .measure, value: measure.ordinal).text()
      text += closed(measure.title) + measure.text
    }
    blocks.append(text)
  }

  private mutating func add(attachments: [String]) {
    guard let first = attachments.first else { return }
    let colon = format.width == .full ? "：" : ":"
    guard attachments.count > 1 else {
      return blocks.append(format.indent + "附件" + colon + first)
    }
    let lines = attachments.enumerated().map { "\($0.offset + 1).\($0.element)" }
    blocks.append(
      format.indent + "附件" + colon + lines.joined(separator: "\n" + format.indent))
  }

  /// A title with the stop that closes it where text follows on the line.
  private func closed(_ title: String) -> String {
    title.hasSuffix("：") || title.hasSuffix(":") ? title : title + "。"
  }
}
