/// Writes the difference of two texts in the unified format that `patch` and `git apply` read.
public enum UnifiedDiff {
  /// How many unchanged lines are shown around a change.
  private static let context = 3

  /// The difference; empty where the texts are equal.
  ///
  /// Linear where both texts have the same number of lines, as after changes inside lines; else it
  /// costs the lines times the lines that differ.
  ///
  /// - Parameters:
  ///   - old: The text before.
  ///   - new: The text after.
  ///   - name: The file's name, for both heads.
  /// - Returns: The patch, in the encoding of the texts.
  public static func bytes(from old: [UInt8], to new: [UInt8], name: String) -> [UInt8] {
    guard old != new else { return [] }
    let oldLines = lines(old)
    let newLines = lines(new)
    let changes = changes(oldLines, newLines)
    var output = Array("--- \(name)\n+++ \(name)\n".utf8)
    var next = 0
    while next < changes.count {
      var last = next
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= context * 2
      {
        last += 1
      }
      writeHunk(changes[next...last], oldLines, newLines, to: &output)
      next = last + 1
    }
    return output
  }

  /// Lines of the old text that give way to lines of the new one.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(
    _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> [Change] {
    var isRemoved = Array(repeating: false, count: old.count)
    var isAdded = Array(repeating: false, count: new.count)
    if old.count == new.count {
      for index in old.indices where old[index] != new[index] {
        isRemoved[index] = true
        isAdded[index] = true
      }
    } else {
      for change in new.difference(from: old) {
        switch change {
        case .remove(let offset, _, _): isRemoved[offset] = true
        case .insert(let offset, _, _): isAdded[offset] = true
        }
      }
    }
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let start = (left, right)
      while left < old.count, isRemoved[left] { left += 1 }
      while right < new.count, isAdded[right] { right += 1 }
      if (left, right) == start {
        left += 1
        right += 1
      } else {
        changes.append(Change(old: start.0..<left, new: start.1..<right))
      }
    }
    return changes
  }

  private static func writeHunk(
    _ changes: ArraySlice<Change>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
    to output: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(context, first.old.lowerBound)
    let tail = min(context, old.count - last.old.upperBound)
    let oldRange = first.old.lowerBound - lead..<last.old.upperBound + tail
    let newRange = first.new.lowerBound - lead..<last.new.upperBound + tail
    output += "@@ -\(label(oldRange)) +\(label(newRange)) @@\n".utf8
    var line = oldRange.lowerBound
    for change in changes {
      for index in line..<change.old.lowerBound { write(" ", old[index], to: &output) }
      for index in change.old { write("-", old[index], to: &output) }
      for index in change.new { write("+", new[index], to: &output) }
      line = change.old.upperBound
    }
    for index in line..<oldRange.upperBound { write(" ", old[index], to: &output) }
  }

  private static func label(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func write(
    _ sign: StaticString, _ line: ArraySlice<UInt8>, to output: inout [UInt8]
  ) {
    sign.withUTF8Buffer { output.append(contentsOf: $0) }
    output.append(contentsOf: line)
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }
}
