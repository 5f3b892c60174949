public import ReportLint
public import SourceText
import YAMLNodes

/// The findings that a folder's `.bulletin-lint.yaml` accepts.
public struct SuppressionFile: Sendable {
  /// The file's name in every folder.
  public static let name = ".bulletin-lint.yaml"

  /// The file.
  public let source: SourceFile
  /// What it accepts.
  public let suppressions: [Suppression]
  /// What is wrong with it.
  public let diagnostics: [Diagnostic]

  /// Reads the file of a folder; nil where it has none.
  ///
  /// - Throws: ``FileError`` where the file is there and cannot be read.
  public init?(in folder: String) throws(FileError) {
    let path = folder == "." ? Self.name : "\(folder)/\(Self.name)"
    guard LocalFiles.kind(of: path) == .file else { return nil }
    self.init(SourceFile(name: path, raw: try LocalFiles.read(path)))
  }

  /// Reads the file.
  init(_ source: SourceFile) {
    self.source = source
    let read = YAMLReader.read(source)
    var diagnostics = read.diagnostics
    var suppressions: [Suppression] = []
    if let root = read.root {
      YAMLFields.read(root, in: source.name, into: &diagnostics) { fields in
        fields.ignore("说明", "note")
        for (index, node) in fields.list("忽略", "suppress").enumerated() {
          fields.read(node, path: "忽略[\(index + 1)]") { entry in
            Self.suppression(&entry, at: node.range).map { suppressions.append($0) }
          }
        }
      }
    }
    self.suppressions = suppressions
    self.diagnostics = diagnostics
  }

  private static func suppression(
    _ entry: inout YAMLFields, at range: Range<Int>
  ) -> Suppression? {
    var rule: String?
    if let member = entry.member("规则", "rule", required: true) {
      rule = entry.text(member.node, path: member.path)
      if let rule { LintSettings.reportUnknown(rule, at: member.node.range, in: &entry) }
    }
    let reason = entry.text("理由", "reason", required: true)
    let file = entry.text("文件", "file")
    let section = entry.text("标题", "section")
    let words = entry.text("文字", "text")
    guard let rule, let reason else { return nil }
    return Suppression(
      rule: rule, file: file,
      section: section.map { $0.split(separator: "/").map(String.init) } ?? [], words: words,
      reason: reason, place: .text(file: entry.file, range: range))
  }
}
