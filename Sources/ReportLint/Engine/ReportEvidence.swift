public import BulletinSyntax
public import ReportModel

/// What is known of a report beside its text: its data, earlier periods, declared links.
public struct ReportEvidence: Sendable {
  /// An earlier period of the same bureau.
  public struct Earlier: Sendable {
    /// Which.
    public let period: Period
    /// Its data.
    public let data: DataSet
    /// Its text; nil where none can be had.
    public let text: SyntaxTree?

    /// An earlier period from its parts.
    public init(period: Period, data: DataSet, text: SyntaxTree?) {
      self.period = period
      self.data = data
      self.text = text
    }
  }

  /// A problem and the plan declared to answer it, by the titles of their items.
  public struct Link: Sendable, Hashable {
    /// The problem.
    public let problem: String
    /// The plan.
    public let plan: String

    /// A link from its ends.
    public init(problem: String, plan: String) {
      self.problem = problem
      self.plan = plan
    }
  }

  /// The values of the data that the text prints, in text order.
  public var values: [PrintedValue]
  /// What the data and templates print now.
  public var draft: SyntaxTree
  /// The period's data.
  public var data: DataSet
  /// What stretch of time single figures cover, by id.
  public var kinds: [String: FigureKind]
  /// The period the report is for.
  public var period: Period?
  /// The period right before.
  public var previous: Earlier?
  /// The same period a year before.
  public var lastYear: Earlier?
  /// Which plan answers which problem.
  public var links: [Link]

  /// Evidence from its parts.
  public init(
    values: [PrintedValue], draft: SyntaxTree, data: DataSet, kinds: [String: FigureKind] = [:],
    period: Period? = nil, previous: Earlier? = nil, lastYear: Earlier? = nil, links: [Link] = []
  ) {
    self.values = values
    self.draft = draft
    self.data = data
    self.kinds = kinds
    self.period = period
    self.previous = previous
    self.lastYear = lastYear
    self.links = links
  }

  /// The earlier periods there are, the one right before first.
  var earlier: [Earlier] { [previous, lastYear].compactMap { $0 } }

  /// Whether there is what a rule needs.
  func has(_ need: RuleNeed) -> Bool {
    switch need {
    case .data: true
    case .lastPeriod: !earlier.isEmpty
    case .organs, .leaders: false
    }
  }

  /// The value printed at a figure's place; logarithmic.
  func value(at range: Range<Int>) -> PrintedValue? {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < values.count, values[low].range.overlaps(range) else { return nil }
    return values[low]
  }
}

/// What a rule needs beside the text.
public enum RuleNeed: String, Sendable, CaseIterable {
  /// The data of a report folder.
  case data
  /// An earlier period's folder beside the report's.
  case lastPeriod = "last_period"
  /// The list `organs` of the settings.
  case organs
  /// The list `leaders` of the settings.
  case leaders

  /// The list of words that is the register; nil where none is needed.
  var register: WordList? {
    switch self {
    case .data, .lastPeriod: nil
    case .organs: .organs
    case .leaders: .leaders
    }
  }
}

/// The numbers of a data set by the name that templates ask for.
struct DataIndex {
  private var quantities: [String: Quantity] = [:]

  /// Indexes figures and cells with a number.
  init(_ data: DataSet) {
    for figure in data.figures { quantities[figure.id] = figure.quantity }
    for table in data.tables {
      for row in table.rows.indices {
        for column in table.columns.indices where table.columns[column].isNumeric {
          guard case .quantity(let quantity) = table.rows.value(row, column),
            let origin = table.origin(row: row, column: column)
          else { continue }
          quantities[origin.path] = quantity
        }
      }
    }
  }

  /// Gives `body` each number of the data; nothing is kept of them.
  static func forEachNumber(of data: DataSet, _ body: (Quantity) -> Void) {
    for figure in data.figures {
      if let quantity = figure.quantity { body(quantity) }
    }
    for table in data.tables {
      for column in table.columns.indices where table.columns[column].isNumeric {
        for row in table.rows.indices {
          if case .quantity(let quantity) = table.rows.value(row, column) { body(quantity) }
        }
      }
    }
  }

  /// The number of a name such as `资助.幼儿园.金额`.
  subscript(path: String) -> Quantity? { quantities[path] }

  /// All names.
  var paths: [String] { Array(quantities.keys) }
}
