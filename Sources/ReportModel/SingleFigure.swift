/// A row of `figures.csv`: one figure with a name of its own.
public struct SingleFigure: Sendable, Hashable {
  /// The name templates use: `行风.立案起数`.
  public var id: String
  /// What people call it.
  public var label: String
  /// Its value; nil where the cell is blank.
  public var quantity: Quantity?
  /// The day or period the value holds for, as written.
  public var asOf: String
  /// What stretch of time the value covers.
  public var kind: FigureKind?
  /// The section responsible.
  public var owner: String
  /// Where the number was taken from.
  public var source: String
  /// A remark.
  public var note: String
  /// The place of the value's cell.
  public var origin: ValueOrigin

  /// A figure from its parts.
  public init(
    id: String, label: String, quantity: Quantity?, asOf: String = "", kind: FigureKind? = nil,
    owner: String = "", source: String = "", note: String = "", origin: ValueOrigin
  ) {
    self.id = id
    self.label = label
    self.quantity = quantity
    self.asOf = asOf
    self.kind = kind
    self.owner = owner
    self.source = source
    self.note = note
    self.origin = origin
  }
}

/// What stretch of time a figure covers (口径); figures of different kinds are never compared.
public enum FigureKind: String, Sendable, CaseIterable {
  /// This period alone: 本期.
  case period
  /// From January on: 累计.
  case cumulative
  /// At one date: 时点.
  case atDate = "at_date"
  /// A school year: 学年.
  case schoolYear = "school_year"

  /// The kind's name in Chinese, as data files write it.
  public var chinese: String {
    switch self {
    case .period: "本期"
    case .cumulative: "累计"
    case .atDate: "时点"
    case .schoolYear: "学年"
    }
  }

  /// The kind of that name, in Chinese or English.
  public init?(name: String) {
    switch name {
    case "本期", "当期": self = .period
    case "累计": self = .cumulative
    case "时点", "期末": self = .atDate
    case "学年": self = .schoolYear
    default: self.init(rawValue: name)
    }
  }

  /// The kind's name as Chinese data files write it.
  public var chineseName: String {
    switch self {
    case .period: "本期"
    case .cumulative: "累计"
    case .atDate: "时点"
    case .schoolYear: "学年"
    }
  }
}
