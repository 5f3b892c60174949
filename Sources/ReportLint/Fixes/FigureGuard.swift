import BulletinSyntax
import ReportModel

/// Sees to it that edits leave the figures of a text what they are.
struct FigureGuard {
  private let before: [Figure]
  private let bytes: [UInt8]

  /// A guard of the figures of `tree`.
  init(_ tree: SyntaxTree) {
    before = FigureScanner.figures(in: tree)
    bytes = tree.bytes
  }

  /// The units of `batch` nearest to figures that read differently in the text after it.
  ///
  /// - Parameters:
  ///   - batch: The edits.
  ///   - tree: The text after them.
  /// - Returns: Indices of units; empty where every figure keeps its value.
  func unitsThatChangeFigures(_ batch: EditBatch, _ tree: SyntaxTree) -> Set<Int> {
    let after = FigureScanner.figures(in: tree)
    var units: Set<Int> = []
    func blame(_ place: ClosedRange<Int>) {
      if let unit = batch.unit(near: place) { units.insert(unit) }
    }
    var new = after.startIndex
    for figure in before {
      let place = batch.outcome(of: figure.numerals.lowerBound)
      while new < after.endIndex, after[new].numerals.lowerBound < place.lowerBound {
        blame(after[new].numerals.lowerBound...after[new].numerals.upperBound)
        new += 1
      }
      guard new < after.endIndex, place.contains(after[new].numerals.lowerBound) else {
        blame(place)
        continue
      }
      if !agrees(figure, after[new], in: tree.bytes) { blame(place) }
      new += 1
    }
    for figure in after[new...] {
      blame(figure.numerals.lowerBound...figure.numerals.upperBound)
    }
    return units
  }

  private func agrees(_ old: Figure, _ new: Figure, in newBytes: [UInt8]) -> Bool {
    old.value == new.value
      && Self.multipliers(bytes[old.unit]) == Self.multipliers(newBytes[new.unit])
  }

  /// The 十, 百, 千, 万 and 亿 of a unit, which are part of what the figure says.
  private static func multipliers(_ unit: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: unit, as: UTF8.self).unicodeScalars.filter {
      switch $0 {
      case "十", "百", "千", "万", "亿": true
      default: false
      }
    }
  }
}
