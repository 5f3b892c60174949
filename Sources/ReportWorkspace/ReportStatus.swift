import ReportModel
public import SectionTemplates
import SourceText

/// How far a period's report is.
public struct ReportStatus: Sendable, Equatable {
  /// What became of the text so far.
  public enum Stage: Sendable, Equatable {
    /// No draft was saved.
    case unsaved
    /// A draft was saved and nobody edited it.
    case saved
    /// A saved draft was edited by hand.
    case edited
    /// The text was frozen on a day, as `2023-07-25`; and whether the frozen file is still that text.
    case published(day: String, isIntact: Bool)
  }

  /// What a section has still to give.
  public struct Outstanding: Sendable, Equatable {
    /// The responsible section; empty where the data name none.
    public let owner: String
    /// The values' names.
    public let names: [String]
  }

  /// How a list of the last period stands.
  public struct Review: Sendable, Equatable {
    /// The table: 上期打算 or 上期问题.
    public let table: String
    /// How many entries say what, in the order in which that first occurs; blanks come last, as an
    /// empty text.
    public let counts: [(state: String, count: Int)]

    /// Whether two lists stand alike.
    public static func == (left: Review, right: Review) -> Bool {
      left.table == right.table && left.counts.map(\.state) == right.counts.map(\.state)
        && left.counts.map(\.count) == right.counts.map(\.count)
    }
  }

  /// What became of the text.
  public let stage: Stage
  /// Figures and number cells that hold a value.
  public let filled: Int
  /// Figures and number cells there are, those apart that may stay blank.
  public let total: Int
  /// What is still to be given, by section; those without one come last.
  public let outstanding: [Outstanding]
  /// How the last period's plans and problems stand.
  public let reviews: [Review]
  /// Paths that the text asks for and that have no value.
  public let missing: [String]

  /// Looks at a report and its draft, both made with missing values allowed.
  ///
  /// - Throws: An error where a file cannot be read.
  public init(of report: ReportFolder, draft: Draft) throws(WorkspaceError) {
    missing = draft.placeholders
    var count = ValueCount()
    for figure in report.data.figures {
      count.add(figure.id, of: figure.owner, isFilled: figure.quantity != nil)
    }
    for table in report.data.tables where !Outlook.tableNames.contains(table.name) {
      count.add(table, schema: report.schema.table(named: table.name))
    }
    filled = count.filled
    total = count.filled + count.missing.values.reduce(0) { $0 + $1.count }
    outstanding = count.missing
      .sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
      .map { Outstanding(owner: $0.key, names: $0.value) }
    reviews = Outlook.tableNames.compactMap { name in
      report.data.table(named: name).flatMap { Self.review($0) }
    }
    let store = DraftStore(folder: report.path)
    if let publication = try Publication.record(of: report.path) {
      stage = .published(day: publication.day, isIntact: publication.isIntact)
    } else if LocalFiles.kind(of: store.draftPath) == .file {
      stage = try store.isEdited(report.fileBytes(of: draft)) ? .edited : .saved
    } else {
      stage = .unsaved
    }
  }

  private static func review(_ table: DataTable) -> Review? {
    guard let column = table.column(named: "进展") ?? table.column(named: "现状") else { return nil }
    var states: [String] = []
    var counts: [String: Int] = [:]
    for row in table.rows {
      var state = ""
      if case .text(let text) = row[column].value { state = text }
      if counts[state] == nil, !state.isEmpty { states.append(state) }
      counts[state, default: 0] += 1
    }
    if counts[""] != nil { states.append("") }
    return Review(table: table.name, counts: states.map { ($0, counts[$0] ?? 0) })
  }
}

/// Values given and values outstanding.
private struct ValueCount {
  private(set) var filled = 0
  /// Names of values by section.
  private(set) var missing: [String: [String]] = [:]

  mutating func add(_ name: String, of owner: String, isFilled: Bool) {
    if isFilled { filled += 1 } else { missing[owner, default: []].append(name) }
  }

  /// A blank cell is outstanding where the schema requires it or where the row has no number at all.
  mutating func add(_ table: DataTable, schema: DataSchema.Table?) {
    let numeric = table.columns.indices.filter { table.columns[$0].isNumeric }
    let ownerColumn = table.column(named: "责任科室")
    for row in table.rows.indices {
      let cells = table.rows[row]
      let isBlank = numeric.allSatisfy { cells[$0].value == .blank }
      var owner = ""
      if let ownerColumn, case .text(let text) = cells[ownerColumn].value { owner = text }
      for column in numeric {
        let name = table.columns[column].name
        let isFilled = cells[column].value != .blank
        guard isFilled || isBlank || schema?.column(named: name)?.isRequired == true else {
          continue
        }
        add(
          "\(table.name).\(table.key(ofRow: row) ?? "\(row + 1)").\(name)", of: owner,
          isFilled: isFilled)
      }
    }
  }
}
