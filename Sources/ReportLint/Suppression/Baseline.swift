/// Findings that were there before and are not told again.
///
/// A file has one entry a line: the rule, the titles of the section, the words around the place,
/// separated by tabs. What is found twice stands twice.
public struct Baseline: Sendable {
  private var counts: [String: Int] = [:]
  /// The numbers of lines that are no entries, from 1.
  public private(set) var brokenLines: [Int] = []

  /// The baseline of a file's bytes; blank lines and those that begin with `#` are left out.
  public init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (index, line) in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = line.last == 0x0D ? line.dropLast() : line
      guard let first = line.first, first != 0x23 else { continue }
      guard line.count(where: { $0 == 0x09 }) == 2, first != 0x09 else {
        brokenLines.append(index + 1)
        continue
      }
      counts[String(decoding: line, as: UTF8.self), default: 0] += 1
    }
  }

  /// Takes an entry out; false where there is none left of the key ``FindingContext`` gives.
  public mutating func take(_ key: String) -> Bool {
    guard let count = counts[key] else { return false }
    counts[key] = count > 1 ? count - 1 : nil
    return true
  }

  /// The entries that were not taken, sorted.
  public var remaining: [String] {
    counts.flatMap { Array(repeating: $0.key, count: $0.value) }.sorted()
  }

  /// The file of some keys, sorted.
  public static func file(of keys: [String]) -> [UInt8] {
    var bytes = Array("# bulletin lint baseline: rule, section, words\n".utf8)
    for key in keys.sorted() {
      bytes += key.utf8
      bytes.append(0x0A)
    }
    return bytes
  }
}
