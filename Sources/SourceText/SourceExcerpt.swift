/// The part of a line that is shown for a place, with where the carets go under it.
///
/// A bulletin has paragraphs of thousands of characters on one line; of such a line a window around
/// the place is shown, with … where something was left out.
struct SourceExcerpt {
  /// The line's number, from 1.
  let line: Int
  /// The text to show, control characters escaped.
  let text: String
  /// How many columns stand before the first caret.
  let padding: Int
  /// How many carets there are; at least one.
  let carets: Int

  /// The excerpt for `range`, at most `width` columns wide where the carets allow it.
  ///
  /// A range of several lines is marked in its first. The cost grows with `width` only.
  init(of range: Range<Int>, in bytes: [UInt8], lines: LineTable, width: Int) {
    let start = min(max(range.lowerBound, 0), bytes.count)
    line = lines.position(of: start).line
    let whole = lines.range(ofLine: line) ?? start..<start
    let from = min(max(start, whole.lowerBound), whole.upperBound)
    let to = min(max(range.upperBound, from), whole.upperBound)
    let scan = ScalarScan(bytes)
    let room = max(width, 20)

    let marked = scan.forward(from: from, to: to, columns: room - 2)
    let rest = room - 2 - marked.columns
    var left = scan.backward(from: from, to: whole.lowerBound, columns: rest / 2)
    let right = scan.forward(
      from: marked.offset, to: whole.upperBound, columns: rest - left.columns)
    if right.offset == whole.upperBound {
      left = scan.backward(from: from, to: whole.lowerBound, columns: rest - right.columns)
    }
    var shown = VisibleText.escape(
      String(decoding: bytes[left.offset..<right.offset], as: UTF8.self))
    var before = left.columns
    if left.offset > whole.lowerBound {
      shown = "…" + shown
      before += 1
    }
    if right.offset < whole.upperBound { shown += "…" }
    text = shown
    padding = before
    carets = max(1, marked.columns)
  }
}

/// Walks UTF-8 by scalars, counting display columns.
private struct ScalarScan {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The furthest offset at most `columns` after `start`, not beyond `limit`.
  func forward(from start: Int, to limit: Int, columns: Int) -> (offset: Int, columns: Int) {
    var offset = start
    var used = 0
    while offset < limit {
      var next = offset + 1
      while next < limit, bytes[next] & 0xC0 == 0x80 { next += 1 }
      let width = width(of: offset..<next)
      if used + width > columns { break }
      used += width
      offset = next
    }
    return (offset, used)
  }

  /// The furthest offset at most `columns` before `start`, not beyond `limit`.
  func backward(from start: Int, to limit: Int, columns: Int) -> (offset: Int, columns: Int) {
    var offset = start
    var used = 0
    while offset > limit {
      var previous = offset - 1
      while previous > limit, bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
      let width = width(of: previous..<offset)
      if used + width > columns { break }
      used += width
      offset = previous
    }
    return (offset, used)
  }

  private func width(of range: Range<Int>) -> Int {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.reduce(0) {
      $0 + VisibleText.width(of: $1)
    }
  }
}
