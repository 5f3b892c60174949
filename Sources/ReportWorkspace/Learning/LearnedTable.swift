import DataFiles
import ReportModel
import SectionTemplates
import SourceText

/// A repeated shape as a table with a row an item, and the `for` that prints it again.
struct LearnedTable {
  /// A column of figures: the name templates use, its head, and what prints it.
  private struct Column {
    let name: String
    let figures: [LearnedFigure]
    let unit: String

    var head: String { unit.isEmpty ? name : "\(name)(\(unit))" }
    var needsQualifier: Bool { figures.contains { $0.quantity?.qualifiers.isEmpty == false } }
    var needsWording: Bool { figures.contains { $0.quantity?.asWritten != nil } }
  }

  /// The table's name, which its file has too.
  let name: String
  /// What the loop takes the place of.
  let range: Range<Int>
  /// The loop, as template text.
  let loop: String
  /// How many figures its rows hold.
  let figureCount: Int
  /// The table as its file is read.
  let table: DataTable

  private let shape: RepeatedShape
  private let columns: [Column]
  private let words: [(name: String, texts: [String])]
  private let isNamed: Bool

  /// The path of the table's file in the folder.
  var path: String { "data/\(name).csv" }

  /// A table of a shape; nil where reading its file would not print the shape again.
  init?(_ shape: RepeatedShape, name: String, in bytes: [UInt8]) {
    self.shape = shape
    self.name = name
    range = shape.range
    figureCount = shape.figures.count
    isNamed = shape.names.allSatisfy { !$0.isEmpty } && Set(shape.names).count == shape.names.count
    var taken: Set<String> = ["序号", "名称"]
    func free(_ wanted: String) -> String {
      var name = wanted
      var times = 1
      while !taken.insert(name).inserted {
        times += 1
        name = "\(wanted)_\(times)"
      }
      return name
    }
    var columns: [Column] = []
    var words: [(name: String, texts: [String])] = []
    for place in 0..<shape.period {
      if place > 0, !shape.gaps[place - 1].words.isEmpty {
        words.append((free("对象"), shape.gaps[place - 1].words))
      }
      let figures = shape.column(place)
      let unit = figures.first?.quantity?.unit.text ?? ""
      columns.append(Column(name: free(Self.name(of: unit)), figures: figures, unit: unit))
    }
    self.columns = columns
    self.words = words
    loop = Self.loop(shape, name: name, columns: columns.map(\.name), words: words.map(\.name))
    guard columns.allSatisfy({ !$0.unit.utf8.contains { [0x28, 0x29, 0x22].contains($0) } }),
      let table = Self.read(
        Self.csv(shape, columns, words, isNamed: isNamed, last: nil), path: "data/\(name).csv")
    else { return nil }
    self.table = table
    guard prints(bytes) else { return nil }
  }

  /// The table's file; `last` gives an earlier period's column, and what a figure was in it.
  func csv(last: (column: String, value: (LearnedFigure) -> String)?) -> [UInt8] {
    Self.csv(shape, columns, words, isNamed: isNamed, last: last)
  }

  /// What its figures are called, by their index.
  var figureNames: [Int: String] {
    var names: [Int: String] = [:]
    for column in columns {
      for (item, figure) in column.figures.enumerated() {
        let row = isNamed ? shape.names[item] : "\(item + 1)"
        names[figure.index] = "\(name).\(row).\(column.name)"
      }
    }
    return names
  }

  private static func csv(
    _ shape: RepeatedShape, _ columns: [Column], _ words: [(name: String, texts: [String])],
    isNamed: Bool, last: (column: String, value: (LearnedFigure) -> String)?
  ) -> [UInt8] {
    let hasNames = shape.names.contains { !$0.isEmpty }
    var heads = isNamed ? ["名称"] : hasNames ? ["序号", "名称"] : ["序号"]
    heads += words.map(\.name)
    for column in columns {
      heads.append(column.head)
      if column.needsQualifier { heads.append(column.name + "限定") }
      if column.needsWording { heads.append(column.name + "写法") }
      if let last { heads.append(column.name + last.column) }
    }
    var csv = CSVWriter(columns: heads)
    for item in shape.names.indices {
      let name = shape.names[item]
      var cells = isNamed ? [name] : hasNames ? ["\(item + 1)", name] : ["\(item + 1)"]
      cells += words.map { $0.texts[item] }
      for column in columns {
        let quantity = column.figures[item].quantity
        cells.append(quantity?.number.description ?? "")
        if column.needsQualifier {
          cells.append(quantity?.qualifiers.map(\.word).joined(separator: ";") ?? "")
        }
        if column.needsWording { cells.append(quantity?.asWritten ?? "") }
        if let last { cells.append(last.value(column.figures[item])) }
      }
      csv.row(cells)
    }
    return csv.bytes
  }

  private static func loop(
    _ shape: RepeatedShape, name: String, columns: [String], words: [String]
  ) -> String {
    var text = "{% for 项 in \(name) 分隔 \"\(shape.separator)\" %}"
    if shape.names.contains(where: { !$0.isEmpty }) { text += "{{项.名称}}" }
    var words = words[...]
    for (place, column) in columns.enumerated() {
      if place > 0 {
        let gap = shape.gaps[place - 1]
        text += gap.head
        if !gap.words.isEmpty, let word = words.popFirst() { text += "{{项.\(word)}}" }
        text += gap.tail
      }
      text += "{{项.\(column)}}"
    }
    return text + shape.tail + "{% endfor %}"
  }

  private static func name(of unit: String) -> String {
    let measure = MeasureUnit(unit)
    switch measure.base {
    case "元", "美元", "欧元": return "金额"
    case "%", "个百分点", "百分点": return "比率"
    case "人", "名", "人次": return "人数"
    default: return "数量"
    }
  }

  private static func read(_ bytes: [UInt8], path: String) -> DataTable? {
    let (data, faults) = DataFileReader.read([
      .text(SourceFile(name: path, utf8: bytes, encoding: .utf8))
    ])
    return faults.isEmpty ? data.tables.first : nil
  }

  /// Whether the loop prints the shape, behind the words that stand before it.
  private func prints(_ bytes: [UInt8]) -> Bool {
    let start = max(0, range.lowerBound - 1)
    var before = start
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    let lead = bytes[before..<range.lowerBound]
    guard !lead.contains(0x7B), !lead.contains(0x7D) else { return false }
    let context = TemplateContext(
      settings: [:], data: DataSet(tables: [table]), schema: DataSchema())
    do throws(DiagnosticError) {
      let section = try SectionTemplate(
        SourceFile(name: "table", utf8: Array(lead) + Array(loop.utf8), encoding: .utf8))
      var filler = SectionFiller(context)
      let printed = filler.fill(section)
      return filler.diagnostics.isEmpty
        && printed.bytes.elementsEqual(bytes[before..<range.upperBound])
    } catch {
      return false
    }
  }
}
