/// The package that a workbook or a Word document is (ECMA-376, part 2): parts in a zip archive, and
/// relationships between them.
public struct OfficePackage: ~Copyable {
  private var archive: ZipArchive

  /// Opens a package in memory.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - limit: The most bytes that the parts read may inflate to, all together.
  /// - Throws: ``PackageFault`` where it is no archive.
  public init(_ bytes: [UInt8], limit: Int) throws(PackageFault) {
    archive = try ZipArchive(bytes, limit: limit)
  }

  /// The part that the package is about; nil where no relationship names one.
  public mutating func mainPart() throws(PackageFault) -> String? {
    let root = PackageRelationships()
    _ = try parse("_rels/.rels", with: root)
    return root.target(ofType: "officeDocument").map { Self.path($0, in: "") }
  }

  /// The relationships of a part; none where it has no list of them.
  public mutating func relationships(
    of part: String
  ) throws(PackageFault) -> PackageRelationships {
    let (folder, name) = Self.split(part)
    let relationships = PackageRelationships()
    _ = try parse("\(folder)_rels/\(name).rels", with: relationships)
    return relationships
  }

  /// The names of all parts, in the order of the archive.
  public func partNames() -> [String] { archive.names() }

  /// What a part holds; nil where there is none.
  public mutating func bytes(of part: String) throws(PackageFault) -> [UInt8]? {
    var bytes: [UInt8] = []
    let exists = try archive.read(part) { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    return exists ? bytes : nil
  }

  /// Parses a part as XML; false where there is none.
  public mutating func parse(
    _ part: String, with handler: XMLPartHandler
  ) throws(PackageFault) -> Bool {
    guard let reader = XMLPartReader(handler) else { throw .broken("out of memory") }
    var fault: XMLPartReader.Fault?
    let exists = try archive.read(part) { piece in
      do throws(XMLPartReader.Fault) {
        try reader.parse(piece)
        return true
      } catch {
        fault = error
        return false
      }
    }
    guard exists else { return false }
    if fault == nil {
      do throws(XMLPartReader.Fault) {
        try reader.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      } catch {
        fault = error
      }
    }
    switch fault {
    case .documentType: throw .documentType(part: part)
    case .malformed(let line, let words): throw .malformed(part: part, line: line, words: words)
    case nil: return true
    }
  }

  /// The folder of a part, with its slash, and its name.
  public static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", part) }
    let next = part.utf8.index(after: slash)
    return (String(part[..<next]), String(part[next...]))
  }

  /// The part a relationship's target names, which is absolute or seen from `folder`.
  public static func path(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
