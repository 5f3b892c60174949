/// What readers may still do on a protected worksheet.
///
/// Protection keeps hands off by accident; it is no secrecy, and the file format's password is weak.
public struct SheetProtection: Hashable, Sendable {
  /// Things readers may do.
  public struct Allowance: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Makes a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Select locked cells.
    public static let selectLockedCells = Allowance(rawValue: 1 << 0)
    /// Select unlocked cells.
    public static let selectUnlockedCells = Allowance(rawValue: 1 << 1)
    /// Change how cells look.
    public static let formatCells = Allowance(rawValue: 1 << 2)
    /// Change columns.
    public static let formatColumns = Allowance(rawValue: 1 << 3)
    /// Change rows.
    public static let formatRows = Allowance(rawValue: 1 << 4)
    /// Add columns.
    public static let insertColumns = Allowance(rawValue: 1 << 5)
    /// Add rows.
    public static let insertRows = Allowance(rawValue: 1 << 6)
    /// Take columns away.
    public static let deleteColumns = Allowance(rawValue: 1 << 7)
    /// Take rows away.
    public static let deleteRows = Allowance(rawValue: 1 << 8)
    /// Sort.
    public static let sort = Allowance(rawValue: 1 << 9)
    /// Use filters that are there.
    public static let useAutofilter = Allowance(rawValue: 1 << 10)
    /// Add links.
    public static let insertLinks = Allowance(rawValue: 1 << 11)
    /// Change drawn objects.
    public static let editObjects = Allowance(rawValue: 1 << 12)
  }

  /// What readers may do.
  public var allowed: Allowance
  /// The password, at most 15 printable ASCII characters; nil for none.
  public var password: String?

  /// Makes a protection under which cells can be selected and unlocked ones changed.
  public init(
    allowed: Allowance = [.selectLockedCells, .selectUnlockedCells], password: String? = nil
  ) {
    self.allowed = allowed
    self.password = password
  }
}
