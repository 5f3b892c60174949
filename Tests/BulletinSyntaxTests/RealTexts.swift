import SourceText
import TestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The published texts that lie beside a development checkout; absent elsewhere.
enum RealTexts {
  static let folder = TestFile.repository + "/../shared/real"

  static var names: [String] {
    TestFile.names(in: folder).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
  }

  static var areHere: Bool { !names.isEmpty }

  /// Whether texts are cut at each byte, which takes minutes: `BULLETIN_EVERY_BYTE=1`.
  static var cutsEveryByte: Bool { getenv("BULLETIN_EVERY_BYTE").map { $0[0] == 0x31 } ?? false }

  static func source(_ name: String) -> SourceFile {
    SourceFile(name: name, raw: TestFile.bytes("\(folder)/\(name).txt") ?? [])
  }

  /// The rows of a gold file, split at `separator`; nil where the text has none.
  static func rows(_ file: String, separator: Character) -> [[String]]? {
    guard let text = TestFile.read("\(folder)/\(file)") else { return nil }
    return text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }
}
