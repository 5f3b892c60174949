import ReportModel
import SourceText
import YAMLNodes

/// Reads tables and single figures that a YAML or JSON file holds as a list of mappings.
///
/// Single figures may also be a mapping from id to value or to a mapping of the usual columns.
struct YAMLGridReader {
  private let file: SourceFile
  private var cursor: PositionCursor
  private var faults = FaultList()

  /// What is wrong with the form.
  var diagnostics: [Diagnostic] { faults.diagnostics }

  init(_ file: SourceFile) {
    self.file = file
    cursor = PositionCursor(file.bytes)
  }

  /// The grid; nil where the file is not built like one.
  mutating func read(_ root: YAMLNode, name: String, holdsFigures: Bool) -> Grid? {
    var rows: [(id: GridCell?, node: YAMLNode)] = []
    switch root.content {
    case .sequence(let members):
      rows = members.map { (nil, $0) }
    case .mapping(let entries) where holdsFigures:
      rows = entries.map { (cell(.text($0.key), at: $0.keyRange), $0.value) }
    default:
      faults.add(
        .yamlShape,
        at: .text(file: file.name, range: root.range.lowerBound..<root.range.lowerBound))
      return nil
    }
    return grid(of: rows, name: name, holdsFigures: holdsFigures)
  }

  private mutating func grid(
    of rows: [(id: GridCell?, node: YAMLNode)], name: String, holdsFigures: Bool
  ) -> Grid {
    var head: [GridCell] = []
    var columns: [String: Int] = [:]
    var cells: [[Int: GridCell]] = []
    func column(_ name: String, _ place: GridCell, _ head: inout [GridCell]) -> Int {
      if let known = columns[name] { return known }
      columns[name] = head.count
      head.append(place)
      return head.count - 1
    }
    for (id, node) in rows {
      var row: [Int: GridCell] = [:]
      if var id {
        row[column("指标", id, &head)] = id
        id.content = .text("指标")
        head[0] = id
      }
      switch node.content {
      case .mapping(let entries):
        for entry in Self.merged(entries) {
          let place = cell(.text(entry.key), at: entry.keyRange)
          // Rows may name a usual column in either language.
          let usual = holdsFigures ? UsualColumn(entry.key)?.names.chinese : nil
          let index = column(usual ?? entry.key, place, &head)
          if row[index] != nil {
            faults.add(
              .duplicateColumn(usual ?? entry.key),
              at: .text(file: file.name, range: entry.keyRange))
          }
          row[index] = value(entry.value)
        }
      case .scalar where id != nil:
        let place = cell(.text("数值"), at: node.range)
        row[column("数值", place, &head)] = value(node)
      default:
        faults.add(.yamlRow, at: .text(file: file.name, range: firstCharacter(of: node)))
        continue
      }
      cells.append(row)
    }
    let full = cells.map { row in
      let place = row.values.min { $0.range.lowerBound < $1.range.lowerBound }
      return head.indices.map { row[$0] ?? missing(beside: place) }
    }
    return Grid(name: name, file: file.name, sheet: nil, head: head, rows: CellRows(full))
  }

  /// Entries with those of the mappings that `<<` names, which own ones override (YAML 1.1, merge).
  private static func merged(_ entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
    guard entries.contains(where: { $0.key == "<<" }) else { return entries }
    var own = entries.filter { $0.key != "<<" }
    var names = Set(own.map(\.key))
    for entry in entries where entry.key == "<<" {
      let sources: [YAMLNode] =
        if case .sequence(let members) = entry.value.content { members } else { [entry.value] }
      for source in sources {
        guard case .mapping(let others) = source.content else {
          own.append(entry)
          continue
        }
        for other in merged(others) where names.insert(other.key).inserted { own.append(other) }
      }
    }
    return own
  }

  private mutating func value(_ node: YAMLNode) -> GridCell {
    switch node.content {
    case .scalar(let text, _): return cell(.text(node.isNull ? "" : text), at: node.range)
    case .sequence(let members):
      let texts = members.compactMap { member -> String? in
        if case .scalar(let text, _) = member.content { text } else { nil }
      }
      if texts.count == members.count { return cell(.list(texts), at: node.range) }
      fallthrough
    case .mapping:
      faults.add(.yamlCell, at: .text(file: file.name, range: firstCharacter(of: node)))
      return cell(.text(""), at: node.range)
    }
  }

  private mutating func cell(_ content: GridCell.Content, at range: Range<Int>) -> GridCell {
    let position = cursor.position(of: range.lowerBound)
    return GridCell(
      content: content, range: range, line: position.line, column: position.column)
  }

  /// A member that a row leaves out is blank, at the row's own place.
  private func missing(beside cell: GridCell?) -> GridCell {
    guard var cell else { return GridCell(content: .text(""), range: 0..<0, line: 1, column: 1) }
    cell.content = .text("")
    return cell
  }

  private func firstCharacter(of node: YAMLNode) -> Range<Int> {
    node.range.lowerBound..<min(node.range.lowerBound + 1, node.range.upperBound)
  }
}
