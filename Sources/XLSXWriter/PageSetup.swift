/// How a worksheet is printed.
public struct PageSetup: Hashable, Sendable {
  /// The sheet of paper.
  public enum Paper: Hashable, Sendable, CaseIterable {
    /// 297 × 420 mm.
    case a3
    /// 210 × 297 mm.
    case a4
    /// 148 × 210 mm.
    case a5
  }

  /// The distances from the paper's edges, in inches.
  public struct Margins: Hashable, Sendable {
    /// The left one.
    public var left: Double
    /// The right one.
    public var right: Double
    /// The upper one.
    public var top: Double
    /// The lower one.
    public var bottom: Double
    /// Makes margins; without arguments, the usual ones.
    public init(
      left: Double = 0.7, right: Double = 0.7, top: Double = 0.75, bottom: Double = 0.75
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }

  /// How many pages the worksheet is shrunk to; 0 is as many as are needed.
  public struct Fit: Hashable, Sendable {
    /// Pages side by side.
    public var width: Int
    /// Pages one below another.
    public var height: Int
    /// Makes a number of pages.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The sheet of paper.
  public var paper = Paper.a4
  /// Whether the paper lies on its long side.
  public var landscape = false
  /// The distances from the paper's edges.
  public var margins = Margins()
  /// How many pages the worksheet is shrunk to; nil prints it as large as it is.
  public var fit: Fit?
  /// The rows printed at the head of every page, from 0.
  public var repeatedRows: ClosedRange<Int>?
  /// The columns printed at the left of every page, from 0.
  public var repeatedColumns: ClosedRange<Int>?
  /// The cells that are printed; nil prints all.
  public var printArea: CellRange?
  /// Whether the cells stand in the middle between left and right.
  public var centersHorizontally = false
  /// Whether the cells stand in the middle between top and bottom.
  public var centersVertically = false
  /// What stands above each page.
  public var header: PageText?
  /// What stands below each page.
  public var footer: PageText?

  /// Makes the set-up of upright A4 paper.
  public init() {}

  /// The set-up of upright A4 paper with changes.
  public init(_ change: (inout PageSetup) -> Void) {
    change(&self)
  }
}

/// A header or footer in three parts.
public struct PageText: Hashable, Sendable {
  /// A piece of a part.
  public enum Piece: Hashable, Sendable {
    /// These words.
    case text(String)
    /// The number of the page; the number of pages.
    case page, pageCount
    /// The day or the time of printing.
    case date, time
    /// The worksheet's name; the file's name.
    case sheetName, fileName
  }

  /// The part on the left.
  public var left: [Piece]
  /// The part in the middle.
  public var center: [Piece]
  /// The part on the right.
  public var right: [Piece]

  /// Makes a header or footer.
  public init(left: [Piece] = [], center: [Piece] = [], right: [Piece] = []) {
    self.left = left
    self.center = center
    self.right = right
  }

  /// The text with the file format's codes.
  ///
  /// `&` is doubled. What would still read as the place of a picture makes the library free a text
  /// twice, so such words are refused.
  func codes() throws(XLSXError) -> String {
    var codes = ""
    for (letter, pieces) in [("&L", left), ("&C", center), ("&R", right)] where !pieces.isEmpty {
      codes += letter
      for piece in pieces { codes += try piece.code() }
    }
    if codes.holds("&G") || codes.holds("&[Picture]") {
      throw XLSXError(.misread(.pageText, codes))
    }
    return try CellText.prepared(codes, .pageText, limit: 255)
  }
}

extension PageText.Piece {
  fileprivate func code() throws(XLSXError) -> String {
    switch self {
    case .page: return "&P"
    case .pageCount: return "&N"
    case .date: return "&D"
    case .time: return "&T"
    case .sheetName: return "&A"
    case .fileName: return "&F"
    case .text(let text):
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        bytes.append(byte)
        if byte == UInt8(ascii: "&") { bytes.append(byte) }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
