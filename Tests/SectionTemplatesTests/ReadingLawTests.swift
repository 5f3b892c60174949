import ReportModel
import SectionTemplates
import SourceText
import Testing

@Suite struct ReadingLawTests {
  private static func context(_ data: DataSet) -> TemplateContext {
    TemplateContext(
      settings: ["单位": "青禾县教育局"], data: data,
      schema: DataSchema(
        tables: [
          DataSchema.Table(
            name: "项目",
            columns: [
              DataSchema.Member("名称", DataSchema.Value(type: .text)),
              DataSchema.Member("金额", DataSchema.Value(type: .number, unit: "万元")),
              DataSchema.Member("人数", DataSchema.Value(type: .number, unit: "人")),
              DataSchema.Member("学校", DataSchema.Value(type: .list)),
            ])
        ],
        figures: zip(0..<8, ["起", "人次", "万元", "%", "", "家次", "平方米", "个百分点"]).map {
          DataSchema.Member("数.第\($0)", DataSchema.Value(type: .number, unit: $1))
        }))
  }

  private static func fill(_ template: SectionTemplate, _ data: DataSet) -> (String, [Diagnostic]) {
    var filler = SectionFiller(context(data))
    let text = filler.fill(template).text
    return (text, filler.diagnostics)
  }

  @Test(arguments: 0..<300)
  func whatWasPrintedIsReadBack(seed: Int) throws {
    var generator = TemplateGenerator(seed: seed)
    let source = generator.template()
    let template = try SectionTemplate(SourceFile(name: "部分.txt", text: source))
    let (text, diagnostics) = Self.fill(template, generator.data)
    try #require(diagnostics.isEmpty)
    // Only the schema is known when the text is read.
    let reader = SectionReader(template, context: Self.context(DataSet()))
    let result = reader.read(text)
    #expect(result.fit == .whole, "\(source)\n\(text)")
    for value in result.values where value.isCertain && value.readability.level == .readable {
      let printed = try #require(Self.value(value.path, in: generator.data))
      #expect(Self.agree(value.content, printed), "\(value.path) in \(text)")
    }
    // Printing what was read gives the text again, where all of it was read.
    guard result.values.allSatisfy(\.isCertain) else { return }
    let again = Self.fill(template, Self.data(of: result, like: generator.data))
    #expect(again.0 == text, "\(source) \(result.values.map { "\($0.path)=\($0.content)" })")
  }

  @Test func almostAllIsCertain() throws {
    var certain = 0
    var all = 0
    for seed in 0..<400 {
      var generator = TemplateGenerator(seed: seed)
      let template = try SectionTemplate(SourceFile(name: "部分.txt", text: generator.template()))
      let (text, _) = Self.fill(template, generator.data)
      let values = SectionReader(template, context: Self.context(DataSet())).read(text).values
      all += values.count
      certain += values.count(where: \.isCertain)
    }
    #expect(all > 2_000)
    #expect(certain * 100 > all * 95, "\(certain) of \(all)")
  }

  @Test(arguments: 0..<200)
  func retypedNumbersAreReadAsRetyped(seed: Int) throws {
    var generator = TemplateGenerator(seed: seed)
    let template = try SectionTemplate(SourceFile(name: "部分.txt", text: generator.template()))
    let (text, _) = Self.fill(template, generator.data)
    let reader = SectionReader(template, context: Self.context(DataSet()))
    let before = reader.read(text)
    guard
      let target = before.values.first(where: {
        if case .quantity = $0.content { $0.isCertain } else { false }
      }), case .quantity(var quantity) = target.content
    else { return }
    quantity.number = ExactDecimal(7_654_321)
    var bytes = Array(text.utf8)
    let number = Array(bytes[target.range]).split { !(0x30...0x39).contains($0) && $0 != 0x2E }
    let old = try #require(number.first)
    let start = try #require(
      bytes[target.range].indices.first { bytes[$0...].starts(with: old) })
    bytes.replaceSubrange(start..<start + old.count, with: "7654321".utf8)
    let after = reader.read(bytes)
    let found = after.values.first {
      $0.path == target.path && $0.range.lowerBound == target.range.lowerBound
    }
    guard case .quantity(let read)? = found?.content else {
      Issue.record("\(target.path) is not read from the edited text")
      return
    }
    #expect(read.baseValue?.normalized.significandDigits.contains("7654321") == true)
  }

  /// Rewording one sentence leaves the figures of the others.
  @Test(arguments: 0..<100)
  func rewordingCostsOneSentence(seed: Int) throws {
    var generator = TemplateGenerator(seed: seed)
    let template = try SectionTemplate(SourceFile(name: "部分.txt", text: generator.template()))
    let (text, _) = Self.fill(template, generator.data)
    let reader = SectionReader(template, context: Self.context(DataSet()))
    let reworded = text.split(separator: "一是", maxSplits: 1, omittingEmptySubsequences: false)
      .joined(separator: "一是经过努力,")
    let before = reader.read(text)
    let after = reader.read(reworded)
    #expect(after.fit != .whole)
    for value in after.values where value.isCertain && value.readability.level == .readable {
      let printed = try #require(Self.value(value.path, in: generator.data))
      #expect(Self.agree(value.content, printed), "\(value.path) in \(reworded)")
    }
    let firstSentence = reworded.split(separator: "。").first { $0.contains("经过努力") }
    let lost = before.values.count - after.values.count
    #expect(lost <= 20, "\(lost) of \(before.values.count) lost by \(firstSentence ?? "")")
  }

  @Test(arguments: 0..<300)
  func anyTextIsReadWithoutHarm(seed: Int) throws {
    var numbers = SeededNumbers(seed: seed)
    var generator = TemplateGenerator(seed: seed)
    let template = try SectionTemplate(SourceFile(name: "部分.txt", text: generator.template()))
    var bytes = Array(Self.fill(template, generator.data).0.utf8)
    for _ in 0..<5 where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<3, using: &numbers) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
      default: bytes.insert(contentsOf: bytes[index...].prefix(7), at: index)
      }
    }
    let result = SectionReader(template, context: Self.context(DataSet())).read(bytes)
    for value in result.values { #expect(value.range.upperBound <= bytes.count) }
  }

  /// The value that the data hold under a path with rows by their place.
  private static func value(_ path: ReadValue.Path, in data: DataSet) -> DataValue? {
    if path.parts.count == 3, case .name(let name) = path.parts[0],
      case .member(let row) = path.parts[1], case .name(let columnName) = path.parts[2],
      let table = data.table(named: name), let column = table.column(named: columnName),
      table.rows.indices.contains(row)
    {
      return table.rows[row][column].value
    }
    return data.figure(id: path.description)?.quantity.map { .quantity($0) }
  }

  private static func agree(_ content: ReadValue.Content, _ value: DataValue) -> Bool {
    switch (content, value) {
    case (.quantity(let read), .quantity(let printed)): read.baseValue == printed.baseValue
    case (.text(let read), .text(let printed)): read == printed
    case (.list(let read), .list(let printed)): read == printed
    default: false
    }
  }

  /// Data made of what was read alone.
  private static func data(of result: ReadResult, like model: DataSet) -> DataSet {
    var data = model
    for index in data.figures.indices {
      // A print may say less than another: without decimals that are zero, or without qualifiers.
      data.figures[index].quantity = result.values.compactMap { value -> Quantity? in
        guard value.path.description == model.figures[index].id,
          case .quantity(let quantity) = value.content
        else { return nil }
        return quantity.unit.text == "元"
          ? quantity.converted(to: MeasureUnit("万元")) : quantity
      }.max { ($0.qualifiers.count, $0.number.scale) < ($1.qualifiers.count, $1.number.scale) }
    }
    for table in data.tables.indices {
      for row in data.tables[table].rows.indices {
        for column in data.tables[table].columns.indices {
          let name =
            "\(data.tables[table].name)[\(row + 1)].\(data.tables[table].columns[column].name)"
          let content = result.values.first { $0.path.description == name }?.content
          let value: DataValue =
            switch content {
            case .quantity(let quantity)?: .quantity(quantity)
            case .text(let text)?: .text(text)
            case .list(let members)?: .list(members)
            case nil: .blank
            }
          data.tables[table].rows[row, column].value = value
        }
      }
    }
    return data
  }
}

extension ExactDecimal {
  /// The digits alone, to look for a number whatever its power of ten.
  fileprivate var significandDigits: String { String(significand.magnitude) }
}
