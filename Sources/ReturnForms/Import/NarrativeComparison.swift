import DataFiles
import ReportModel
import SourceText

/// Compares the narrative sheet of a form with the narrative the data hold.
struct NarrativeComparison {
  private(set) var changes: [FormChange] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let texts: [String: String]
  private let wanted: Set<String>
  /// How many members each list has.
  private var lists: [String: Int] = [:]

  init(_ data: DataSet, content: FormContent) {
    var texts: [String: String] = [:]
    NarrativePath.walk(data.narrative) { path, text in texts[path] = text }
    self.texts = texts
    wanted = Set(content.narratives.map(\.path))
    for path in texts.keys { note(path) }
  }

  mutating func compare(_ sheet: ReturnedWorkbook.Sheet, file: String) {
    var pathColumn: Int?
    var textColumn: Int?
    for row in sheet.rows {
      guard let pathColumn, let textColumn else {
        pathColumn = row.first { $0.text == NarrativeForm.pathHead }?.column
        textColumn = row.first { $0.text == NarrativeForm.textHead }?.column
        continue
      }
      let path = row.first { $0.column == pathColumn }
      let text = row.first { $0.column == textColumn }
      guard let text, !text.text.isEmpty else { continue }
      let place = ValueOrigin(
        file: file, sheet: sheet.name, line: text.row, column: text.column,
        path: "叙述.\(path?.text ?? "")")
      compare(path?.text ?? "", text.text, at: place)
    }
  }

  private mutating func compare(_ path: String, _ text: String, at place: ValueOrigin) {
    if let old = texts[path] {
      guard !FormChange.isSame(old, text) else { return }
      changes.append(
        FormChange(
          target: .narrative(path), old: old, new: text, isAddition: false, place: place))
    } else if wanted.contains(path) || isNextMember(path) {
      note(path)
      changes.append(
        FormChange(target: .narrative(path), old: "", new: text, isAddition: true, place: place))
    } else {
      let nearest = NearestNames.of(path, in: Array(wanted) + Array(texts.keys))
      diagnostics.append(
        Diagnostic(
          "import-unknown-item", at: place.diagnosticPlace,
          path.isEmpty
            ? Message(zh: "这段叙述没有写是哪一项", en: "this text does not say which item it is")
            : Message(zh: "叙述里没有“{0}”这一项", en: "the narrative has no item “{0}”", path),
          remedy: nearest.isEmpty
            ? Message(
              zh: "在“项”一列照上面的写法写明,如 问题[4].标题",
              en: "name it in the first column as the rows above do, such as 问题[4].标题")
            : Message(zh: "是不是 {0}", en: "did you mean {0}", nearest.joined(separator: "、"))))
    }
  }

  /// Whether a path is in the member behind the last one of its list.
  private func isNextMember(_ path: String) -> Bool {
    guard let open = path.lastIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close]), NarrativeStep.steps(path) != nil
    else { return false }
    let known = lists[String(path[..<open])] ?? 0
    return number >= 1 && number <= known + 1 && known > 0
  }

  private mutating func note(_ path: String) {
    guard let open = path.lastIndex(of: "["), let close = path[open...].firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close])
    else { return }
    let list = String(path[..<open])
    lists[list] = max(lists[list] ?? 0, number)
  }
}
