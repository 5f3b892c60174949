import ReportModel
import SourceText
import YAMLNodes

/// Turns the nodes of a narrative file into template texts with their places.
struct NarrativeReader {
  private let file: SourceFile
  private var cursor: PositionCursor
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    cursor = PositionCursor(file.bytes)
  }

  /// The narrative; nil where the file is no mapping.
  mutating func read(_ root: YAMLNode) -> NarrativeNode? {
    guard case .mapping = root.content else {
      diagnostics.append(
        DataFault.narrativeShape.diagnostic(
          at: .text(file: file.name, range: root.range.lowerBound..<root.range.lowerBound)))
      return nil
    }
    return node(root, path: "叙述")
  }

  private mutating func node(_ node: YAMLNode, path: String) -> NarrativeNode {
    switch node.content {
    case .scalar(let text, _):
      if node.isNull || text.isBlank {
        diagnostics.append(
          DataFault.blankNarrative(path).diagnostic(at: .text(file: file.name, range: node.range)))
      }
      let position = cursor.position(of: node.textStart)
      return .text(
        node.isNull ? "" : text,
        origin: ValueOrigin(
          file: file.name, line: position.line, column: position.column, path: path))
    case .sequence(let members):
      return .sequence(
        members.enumerated().map { self.node($0.element, path: "\(path)[\($0.offset + 1)]") })
    case .mapping(let entries):
      return .mapping(
        entries.map {
          NarrativeNode.Member($0.key, self.node($0.value, path: "\(path).\($0.key)"))
        })
    }
  }
}

extension DataFault {
  static let narrativeShape = DataFault(
    "data-narrative-shape",
    Message(
      zh: "叙述文件应是“名称: 文字”的映射", en: "a narrative file is a mapping of names to texts"),
    remedy: Message(
      zh: "每行写一个“名称: 文字”,可以分层", en: "write “name: text” a line, nested as you like"))

  static func blankNarrative(_ path: String) -> DataFault {
    DataFault(
      "data-blank-narrative", severity: .warning,
      Message(zh: "“{0}”没有文字", en: "“{0}” has no text", path),
      remedy: Message(zh: "请填写,或删去这一项", en: "write it, or remove the member"))
  }

  static let yamlShape = DataFault(
    "data-yaml-shape",
    Message(
      zh: "数据表应是一个列表,每项一行数据", en: "a data table is a list, one mapping a row"),
    remedy: Message(
      zh: "每行数据写成“- 列名: 值”", en: "write each row as “- column: value”"))

  static let yamlRow = DataFault(
    "data-yaml-row",
    Message(
      zh: "这一项应是“列名: 值”的映射", en: "this row should be a mapping of columns to values"),
    remedy: Message(zh: "请写成“- 列名: 值”", en: "write it as “- column: value”"))

  static let yamlCell = DataFault(
    "data-yaml-cell",
    Message(
      zh: "这里应是一个值,或文字的列表", en: "a single value, or a list of texts, is expected here"),
    remedy: Message(zh: "表格的格里不能再分层", en: "a cell cannot be nested further"))
}
