import ReportLint
import ReportWorkspace
import SourceText

/// The suppression files of the folders that texts lie in.
struct Sidecars: Sendable {
  private var files: [String: SuppressionFile] = [:]
  /// How many texts of each folder are linted.
  private var textCounts: [String: Int] = [:]

  /// Whether nothing is suppressed anywhere.
  var isEmpty: Bool { files.values.allSatisfy(\.suppressions.isEmpty) }

  /// What is wrong with the files, with the files.
  var diagnostics: [(source: SourceFile, diagnostics: [Diagnostic])] {
    files.values.filter { !$0.diagnostics.isEmpty }.sorted { $0.source.name < $1.source.name }
      .map { ($0.source, $0.diagnostics) }
  }

  /// Reads the files of the inputs' folders, each once.
  ///
  /// - Parameters:
  ///   - inputs: The texts.
  ///   - standardInputName: The name standard input goes by.
  /// - Returns: Files that could not be read.
  mutating func read(_ inputs: [TextInput], standardInputName: String) -> [Diagnostic] {
    var failures: [Diagnostic] = []
    for input in inputs {
      let folder =
        switch input {
        case .file("-"): LocalFiles.parent(of: standardInputName)
        case .file(let path): LocalFiles.parent(of: path)
        case .report(let path): Self.withoutSlash(path)
        }
      textCounts[folder, default: 0] += 1
      guard textCounts[folder] == 1 else { continue }
      do throws(FileError) {
        files[folder] = try SuppressionFile(in: folder)
      } catch {
        failures.append(error.diagnostic)
      }
    }
    return failures
  }

  /// The suppressions of a text's folder that are about it, with their numbers in the file.
  func suppressions(for path: String) -> [(index: Int, suppression: Suppression)] {
    guard let file = files[LocalFiles.parent(of: path)] else { return [] }
    let name = Self.fileName(path)
    return file.suppressions.enumerated().filter { $0.element.concerns(file: name) }
      .map { ($0.offset, $0.element) }
  }

  /// Adds findings for suppressions that accepted nothing, each to the first text of its folder.
  ///
  /// One that is about no text in particular is judged only where all texts of the folder were linted.
  func addUnused(to results: inout [LintRun.Result], needsKeys: Bool) {
    for (folder, file) in files.sorted(by: { $0.key < $1.key }) {
      let own = results.indices.filter { LocalFiles.parent(of: results[$0].source.name) == folder }
      guard let first = own.first else { continue }
      let names = Set(own.map { Self.fileName(results[$0].source.name) })
      let isWhole = isWhole(folder, names)
      let used = own.reduce(into: Set<Int>()) { $0.formUnion(results[$1].usedSuppressions) }
      let unused = file.suppressions.enumerated().filter { index, suppression in
        !used.contains(index) && (suppression.file.map(names.contains) ?? isWhole)
      }
      guard !unused.isEmpty else { continue }
      results[first].otherSources.append(file.source)
      for (_, suppression) in unused {
        results[first].findings.append(suppression.unusedFinding)
        if needsKeys { results[first].keys.append("") }
      }
    }
  }

  /// Whether `names` are all the texts of a folder; a report folder has one.
  private func isWhole(_ folder: String, _ names: Set<String>) -> Bool {
    if ReportFolder.isReport(folder) { return true }
    let all = (try? LocalFiles.names(in: folder)) ?? []
    return all.allSatisfy { !$0.hasSuffix(".txt") || names.contains($0) }
  }

  private static func fileName(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
