public import ReportModel
public import ReportWorkspace
public import SectionTemplates

/// What a form asks for, wherever that is known from: a report folder, or a pack by itself.
public struct FormSource: Sendable {
  /// The bureau's full name; empty for a pack.
  public let bureau: String
  /// The pack's name or path.
  public let pack: String
  /// The period; nil where there is none.
  public let period: Period?
  /// The day the figures hold for, as written.
  public let asOf: String
  /// What the pack asks of the data.
  public let schema: DataSchema
  /// What is filled in already.
  public let data: DataSet
  /// The data of the period before.
  public let previous: DataSet?
  /// The data of the same period a year ago.
  public let lastYear: DataSet?
  /// What the templates ask for.
  public let needs: [TemplateNeed]
  /// The settings by the names templates call them.
  let settings: [String: String]

  /// What a report folder's form asks for; linear in templates and data.
  public init(_ report: ReportFolder) {
    bureau = report.bureau.name
    pack = report.bureau.pack
    period = report.settings.period
    asOf =
      report.settings.asOf.isEmpty ? report.settings.period?.lastDay ?? "" : report.settings.asOf
    schema = report.schema
    data = report.data
    previous = report.previous
    lastYear = report.lastYear
    needs = report.pack.needs(in: report.context)
    settings = report.settingNames
  }

  /// What a pack's form asks for while nothing is known of a bureau.
  public init(_ pack: PackFolder) {
    bureau = ""
    self.pack = pack.name
    period = nil
    asOf = ""
    schema = pack.schema
    data = DataSet()
    previous = nil
    lastYear = nil
    needs = pack.pack.needs(in: pack.context)
    settings = [:]
  }
}

/// Columns that tables have beside their own, and that say something of the row.
enum RemarkColumn {
  static let owner = "责任科室"
  static let note = "说明"

  private static let names: Set<String> = [
    "单位", "限定", "写法", "截至", "口径", owner, "来源", note, "unit", "qualifier", "as_written", "as_of",
    "kind", "owner", "source", "note",
  ]

  /// Whether a column that no schema names is one of them.
  static func contains(_ name: String) -> Bool { names.contains(name) }
}

extension DataValue {
  /// The value as a data file writes it: the number without its unit.
  var fileText: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .list(let members): members.joined(separator: "、")
    case .quantity(let quantity): quantity.number.description
    }
  }
}

extension Sequence<String> {
  /// The members without later equals, in order.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
