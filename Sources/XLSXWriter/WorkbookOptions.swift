#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How a workbook is written.
public struct WorkbookOptions: Hashable, Sendable {
  /// What to do about characters in cell texts that no workbook can hold.
  public enum InvalidCharacters: Hashable, Sendable {
    /// Throw an error that names the character and its place.
    case refuse
    /// Write U+FFFD in their stead; CR and CR LF become a line feed.
    case replace
  }

  /// Keeps only one row in memory; rows must then be written from the top down.
  ///
  /// Tables and merges over several rows are not possible, and texts are not shared between cells.
  /// An empty text without a format leaves a cell of the same row as it is.
  public var constantMemory: Bool
  /// The folder for temporary files; nil takes the folder of the workbook.
  public var temporaryFolder: String?
  /// Whether the parts of the file, one after the other, are put together in memory rather than in
  /// temporary files.
  ///
  /// Quicker, and takes as much memory as the largest part: some hundred bytes a cell. The rows of a
  /// workbook with constant memory stay in a temporary file.
  public var partsInMemory: Bool
  /// Allows parts over 4 GiB, which some older programs cannot read.
  public var allowsHugeParts: Bool
  /// What to do about characters in cell texts that no workbook can hold.
  public var invalidCharacters: InvalidCharacters
  /// Whether the file is brought safely to disk before it takes its place.
  ///
  /// Without, a loss of power may leave an empty file; for many workbooks that are easily made again,
  /// which waiting for the disk would slow down.
  public var syncs: Bool

  /// Whether unfinished files are taken away that killed programs left beside the workbook.
  public var removesLeftovers: Bool

  /// A folder in memory for the temporary files of small workbooks; nil where the system has none.
  public static var memoryFolder: String? {
    access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : nil
  }

  /// Makes options; without arguments, the usual ones.
  public init(
    constantMemory: Bool = false, temporaryFolder: String? = nil, partsInMemory: Bool = false,
    allowsHugeParts: Bool = false,
    invalidCharacters: InvalidCharacters = .refuse, syncs: Bool = true,
    removesLeftovers: Bool = false
  ) {
    self.constantMemory = constantMemory
    self.temporaryFolder = temporaryFolder
    self.partsInMemory = partsInMemory
    self.allowsHugeParts = allowsHugeParts
    self.invalidCharacters = invalidCharacters
    self.syncs = syncs
    self.removesLeftovers = removesLeftovers
  }
}
