import ReportModel

/// A small report in words of its own: two tables, three single figures, seven figures in the text.
struct SnapshotFixture {
  /// The amounts of the three schemes in 万元, as written.
  var amounts = ["78.55", "305.25", "138.5"]
  /// The number of meetings, as written.
  var meetings = "4"
  /// The name of the first table.
  var tableName = "资助"
  /// The keys of the first table's rows.
  var schemes = ["幼儿园", "义务教育", "高中"]
  /// Whether there are data of the year before.
  var hasLastYear = true
  /// Whether there are data of the period before.
  var hasLastPeriod = false

  /// What the pack asks of the data.
  var schema = DataSchema()
  /// The numbers of persons in the first table's rows, as written; empty where one is missing.
  var people = ["1571", "7341", "1344"]

  /// The snapshot.
  var snapshot: ReportSnapshot {
    let data = DataSet(
      tables: [schemeTable(amounts, prefix: ""), projectTable], figures: singles(meetings, ""))
    let (text, figures) = written(data)
    return ReportSnapshot(
      title: "演示县教育局2023年上半年工作总结", bureau: "演示县教育局", period: Period("2023H1"),
      publicationTime: "2023-07-20 09:30", asOf: "2023-06-30",
      text: text,
      parts: [
        ReportSnapshot.Part(heading: "一、主要工作", figureCount: figures.count - 1),
        ReportSnapshot.Part(heading: "二、下步打算", figureCount: 1),
      ],
      figures: figures, data: data, schema: schema, lastYear: hasLastYear ? lastYear : nil,
      lastPeriod: hasLastPeriod ? lastPeriod : nil,
      sources: [
        ReportSnapshot.Source(
          file: "data/figures.csv", kind: .data, hash: String(repeating: "0a", count: 32),
          encoding: "UTF-8"),
        ReportSnapshot.Source(
          file: "data/资助.csv", kind: .data, hash: String(repeating: "1b", count: 32),
          encoding: "GB18030"),
      ])
  }

  private var lastYear: DataSet {
    DataSet(
      tables: [schemeTable(["62", "280", "0"], prefix: "../2022H1/")],
      figures: singles("6", "../2022H1/"))
  }

  private var lastPeriod: DataSet {
    DataSet(
      tables: [schemeTable(["80", "305.25", "-1"], prefix: "../2022H2/")],
      figures: singles("0", "../2022H2/"))
  }

  private func schemeTable(_ amounts: [String], prefix: String) -> DataTable {
    return DataTable(
      name: tableName, file: prefix + "data/资助.csv",
      columns: [
        DataColumn(name: "项目", unit: MeasureUnit("")),
        DataColumn(name: "金额", unit: MeasureUnit("万元"), addsUp: true, isNumeric: true),
        DataColumn(name: "人数", unit: MeasureUnit("人"), isNumeric: true),
        DataColumn(name: "说明", unit: MeasureUnit("")),
      ],
      rows: schemes.indices.map { row in
        [
          DataCell(.text(schemes[row]), line: row + 2, column: 1),
          DataCell(Self.quantity(amounts[row], "万元"), line: row + 2, column: 5),
          DataCell(Self.quantity(people[row], "人"), line: row + 2, column: 11),
          DataCell(row == 1 ? .text("=分档发放") : .blank, line: row + 2, column: 16),
        ]
      },
      keyColumn: 0)
  }

  private var projectTable: DataTable {
    DataTable(
      name: "工程", file: "data/工程.csv",
      columns: [
        DataColumn(name: "代表项目", unit: MeasureUnit("")),
        DataColumn(name: "类别", unit: MeasureUnit("")),
        DataColumn(name: "面积", unit: MeasureUnit("平方米"), addsUp: true, isNumeric: true),
      ],
      rows: [
        [
          DataCell(.list(["东小学改造", "西小学食堂"]), line: 2, column: 1),
          DataCell(.text("校园改造"), line: 2, column: 13),
          DataCell(
            .quantity(
              Quantity(
                ExactDecimal(3900), unit: MeasureUnit("平方米"),
                qualifiers: [Qualifier("余")].compactMap { $0 })), line: 2, column: 18),
        ]
      ],
      keyColumn: 1)
  }

  private func singles(_ meetings: String, _ prefix: String) -> [SingleFigure] {
    let file = prefix + "data/figures.csv"
    func origin(_ line: Int, _ path: String) -> ValueOrigin {
      ValueOrigin(file: file, line: line, column: 12, path: path)
    }
    return [
      SingleFigure(
        id: "安全.会议", label: "安全会议次数", quantity: Self.number(meetings, "次"),
        asOf: "2023-06-30", kind: .period, owner: "安全股", source: "会议记录",
        origin: origin(2, "安全.会议")),
      SingleFigure(
        id: "高考.上线率", label: "本科上线率", quantity: Self.number("46.7", "%"),
        asOf: "2023-06-30", kind: .period, origin: origin(3, "高考.上线率")),
      SingleFigure(
        id: "宣传.推介", label: "获推介次数",
        quantity: ExactDecimal("2").map { Quantity($0, unit: MeasureUnit("次"), asWritten: "两次") },
        note: "-口头通报不计", origin: origin(4, "宣传.推介")),
    ]
  }

  /// A piece of the text: words, or a figure with the cells it hangs on.
  private enum Piece {
    case words(String)
    case figure(String, String, [ValueOrigin?], direct: Bool)
  }

  /// The lines of the text after the title, each with the headings it stands under.
  private func lines(_ data: DataSet) -> [(headings: [String], pieces: [Piece])] {
    let schemes = data.tables[0]
    let cells = schemes.rows.indices.map { schemes.origin(row: $0, column: 1) }
    let work = ["一、主要工作", "1.办实事。"]
    let change = hasLastYear ? rateWords(data.figures[0].quantity?.number) : []
    return [
      (
        work + ["一是抓资助。"],
        [
          .words("一是抓资助。落实资助"), .figure(amounts[0], "万元", [cells[0]], direct: true),
          .words("，惠及"), .figure("1571", "人", [schemes.origin(row: 0, column: 2)], direct: true),
          .words("；各项合计"), .figure("\(total(schemes))", "万元", cells, direct: false), .words("。"),
        ]
      ),
      (
        work + ["二是抓安全。"],
        [
          .words("二是抓安全。召开会议"),
          .figure(meetings, "次", [data.figures[0].origin], direct: true),
        ] + change + [.words("。")]
      ),
      (
        work,
        [
          .words("改造校舍"),
          .figure("3900", "余平方米", [data.tables[1].origin(row: 0, column: 2)], direct: true),
          .words("。"),
        ]
      ),
      (["二、下步打算"], [.words("新增结对学校"), .figure("12", "所", [], direct: false), .words("。")]),
    ]
  }

  /// The change of the meetings on the six a year ago, as a bulletin says it.
  private func rateWords(_ now: ExactDecimal?) -> [Piece] {
    let six = ExactDecimal(6)
    guard let now, let change = now.subtracting(six), !change.isZero,
      let rate = change.magnitude?.scaled(byPowerOfTen: 2)?.divided(by: six, digits: 1)
    else { return [] }
    let origins = [now, six].indices.map { year in
      ValueOrigin(
        file: (year == 0 ? "" : "../2022H1/") + "data/figures.csv", line: 2, column: 12,
        path: "安全.会议")
    }
    return [
      .words("，同比\(change.isNegative ? "下降" : "增长")"),
      .figure(rate.normalized.description, "%", origins, direct: false),
    ]
  }

  private func total(_ table: DataTable) -> ExactDecimal {
    table.rows.indices.reduce(ExactDecimal(0)) { sum, row in
      guard case .quantity(let quantity) = table.rows[row][1].value else { return sum }
      return sum.adding(quantity.number) ?? sum
    }
  }

  /// The text and its figures with their places in it.
  private func written(_ data: DataSet) -> (text: String, figures: [PlacedFigure]) {
    var text = "演示县教育局2023年上半年工作总结\n一、主要工作\n"
    var figures: [PlacedFigure] = []
    for (index, line) in lines(data).enumerated() {
      var words = ""
      let first = figures.count
      for piece in line.pieces {
        switch piece {
        case .words(let more): words += more
        case .figure(let value, let unit, let origins, let direct):
          figures.append(
            PlacedFigure(
              text: value + unit, value: ExactDecimal(value),
              unit: MeasureUnit(unit.hasPrefix("余") ? String(unit.dropFirst()) : unit),
              qualifiers: unit.hasPrefix("余") ? ["余"] : [], label: "", line: index + 3,
              column: words.unicodeScalars.count + 1, headings: line.headings, sentence: "",
              origins: origins.compactMap { $0 }, isDirect: direct))
          words += value + unit
        }
      }
      let sentence = words.split(separator: "。").last.map { $0 + "。" } ?? ""
      for figure in first..<figures.count { figures[figure].sentence = String(sentence) }
      text += words + "\n"
    }
    return (text, figures)
  }

  private static func number(_ text: String, _ unit: String) -> Quantity? {
    ExactDecimal(text).map { Quantity($0, unit: MeasureUnit(unit)) }
  }

  private static func quantity(_ text: String, _ unit: String) -> DataValue {
    number(text, unit).map(DataValue.quantity) ?? .blank
  }
}
