import ReportModel
import SourceText

/// What is wrong with data, before it has a place: id, message, remedy.
struct DataFault {
  let id: String
  var severity = Severity.error
  let message: Message
  let remedy: Message?
  /// What the cell should hold, where that is known.
  var replacement: (text: String, safety: Fix.Safety)?

  init(
    _ id: String, severity: Severity = .error, _ message: Message, remedy: Message?,
    replacement: (text: String, safety: Fix.Safety)? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.replacement = replacement
  }

  func diagnostic(at place: DiagnosticPlace, notes: [Diagnostic.Note] = []) -> Diagnostic {
    var fixes: [Fix] = []
    if case .text(_, let range) = place, let replacement {
      fixes = [Fix(replacement.safety, [Fix.Edit(range, with: replacement.text)])]
    }
    return Diagnostic(
      id, severity, at: place, message, remedy: remedy, notes: notes, fixes: fixes)
  }
}

// MARK: Whole files

extension DataFault {
  static let emptyFile = DataFault(
    "data-empty-file", Message(zh: "文件是空的", en: "the file is empty"),
    remedy: Message(
      zh: "第一行写列名,以下每行一条数据", en: "write the column names in line 1, then a row a line"))

  static func undecodable(runs: Int, encoding: TextEncoding) -> DataFault {
    DataFault(
      "data-undecodable",
      Message(
        zh: "这里起有 {0} 处字节不是 {1} 文字,整个文件没有读取",
        en: "{0} run(s) of bytes from here on are not {1} text; the file was not read",
        String(runs), encoding.rawValue),
      remedy: Message(
        zh: "请另存为 UTF-8 编码的文件;如果不是表格文件,请移出数据文件夹",
        en: "save it as UTF-8; if it is no table, move it out of the data folder"))
  }

  static func binary(_ byte: UInt8) -> DataFault {
    DataFault(
      "data-binary",
      Message(
        zh: "文件里有控制字符 U+00{0},不像是文字,整个文件没有读取",
        en: "the file holds the control character U+00{0} and is hardly text; it was not read",
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)),
      remedy: Message(
        zh: "请另存为 CSV 文件;如果不是表格文件,请移出数据文件夹",
        en: "save it as CSV; if it is no table, move it out of the data folder"))
  }

  static func unknownFormat(_ ending: String) -> DataFault {
    DataFault(
      "data-unknown-format",
      Message(
        zh: "不认得以“.{0}”结尾的数据文件", en: "data files ending in “.{0}” cannot be read", ending),
      remedy: Message(
        zh: "请另存为 .csv、.tsv、.xlsx、.yaml 或 .json",
        en: "save it as .csv, .tsv, .xlsx, .yaml or .json"))
  }

  static func tableTwice(_ name: String, other: String) -> DataFault {
    DataFault(
      "data-table-twice",
      Message(
        zh: "表“{0}”已经在 {1} 里", en: "the table “{0}” is already in {1}", name, other),
      remedy: Message(zh: "请只留一个,或改名", en: "keep one of them, or rename it"))
  }

  static func missingTable(_ name: String, nearest: [String]) -> DataFault {
    DataFault(
      "data-missing-table",
      Message(zh: "缺少数据表“{0}”", en: "the table “{0}” is missing", name),
      remedy: nearest.isEmpty
        ? Message(
          zh: "请在数据文件夹里添加 {0}.csv", en: "add {0}.csv to the data folder", name)
        : Message(
          zh: "是不是“{0}”的文件名写错了?", en: "is it the table called “{0}”?",
          nearest.joined(separator: "”“")))
  }

  static func missingFigure(_ id: String, unit: String) -> DataFault {
    DataFault(
      "data-missing-figure",
      Message(zh: "缺少指标“{0}”", en: "the figure “{0}” is missing", id),
      remedy: unit.isEmpty
        ? Message(zh: "请添加一行", en: "add a row for it")
        : Message(
          zh: "请添加一行,单位 {0}", en: "add a row for it, in {0}", unit))
  }

  static func noRows(_ name: String) -> DataFault {
    DataFault(
      "data-no-rows", severity: .warning,
      Message(
        zh: "“{0}”只有列名,没有数据", en: "“{0}” holds column names but no rows", name),
      remedy: Message(zh: "请填写数据", en: "fill in the rows"))
  }

  static let unclosedQuote = DataFault(
    "data-unclosed-quote",
    Message(zh: "这里开始的引号没有结束", en: "the quote that begins here is not closed"),
    remedy: Message(
      zh: "请补上引号;引号如果是正文,请写成“\"\"”并把整格放在引号里",
      en: "close it; if it is text, double it and put the whole cell in quotes"))

  static let textAfterQuote = DataFault(
    "data-text-after-quote",
    Message(
      zh: "引号结束后、逗号之前还有字", en: "text between a closing quote and the comma"),
    remedy: Message(
      zh: "请把整格放在引号里,里面的引号写两遍",
      en: "put the whole cell in quotes, with the quotes within doubled"))

  static let rowTooLong = DataFault(
    "data-row-too-long",
    Message(zh: "这一行超过 16 MB", en: "this row is longer than 16 MB"),
    remedy: Message(zh: "请检查引号是否成对", en: "check that quotes come in pairs"))
}

// MARK: Heads and rows

extension DataFault {
  static func separator(_ found: String) -> DataFault {
    DataFault(
      "data-separator",
      Message(
        zh: "列与列之间用的是“{0}”", en: "the columns are separated by “{0}”", found),
      remedy: Message(
        zh: "请改用半角逗号“,”(或另存为 CSV)", en: "use commas (or save it as CSV)"))
  }

  static func tooManyCells(found: Int, expected: Int) -> DataFault {
    DataFault(
      "data-row-too-many-cells",
      Message(
        zh: "这一行有 {0} 格,列名只有 {1} 个,从这一格起多出",
        en: "{0} cells in a row of {1} columns; extra from here on",
        String(found), String(expected)),
      remedy: Message(
        zh: "格里的逗号要用引号括住整格;多余的逗号请删去",
        en: "put a cell that holds commas in quotes; remove stray commas"))
  }

  static func tooFewCells(found: Int, expected: Int, missing: String) -> DataFault {
    DataFault(
      "data-row-too-few-cells",
      Message(
        zh: "这一行只有 {0} 格,应有 {1} 格,缺“{2}”",
        en: "{0} cells in a row of {1} columns; “{2}” is missing",
        String(found), String(expected), missing),
      remedy: Message(
        zh: "没有数据的格也要留逗号", en: "keep the comma of an empty cell"))
  }

  static let blankColumnName = DataFault(
    "data-blank-column-name",
    Message(zh: "这一列有数据,但没有列名", en: "this column holds data but has no name"),
    remedy: Message(zh: "请在第一行写上列名", en: "write its name in the head"))

  static func duplicateColumn(_ name: String) -> DataFault {
    DataFault(
      "data-duplicate-column",
      Message(zh: "“{0}”这一列有两个", en: "two columns are called “{0}”", name),
      remedy: Message(zh: "请改名或删去一列", en: "rename or remove one of them"))
  }

  static func unknownColumn(_ name: String, nearest: [String], known: [String]) -> DataFault {
    DataFault(
      "data-unknown-column", severity: .warning,
      Message(
        zh: "模板里没有“{0}”这一列", en: "the pack knows no column “{0}”", name),
      remedy: nearest.isEmpty
        ? Message(
          zh: "如果是本单位自加的列,可以不管;模板里有:{0}",
          en: "a column of your own may stay; the pack knows: {0}", known.joined(separator: "、"))
        : Message(
          zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
  }

  static func missingColumn(_ name: String, unit: String, nearest: [String]) -> DataFault {
    let head = unit.isEmpty ? name : "\(name)(\(unit))"
    return DataFault(
      "data-missing-column",
      Message(zh: "缺少“{0}”这一列", en: "the column “{0}” is missing", head),
      remedy: nearest.isEmpty
        ? Message(zh: "请添加列名“{0}”", en: "add a column named “{0}”", head)
        : Message(
          zh: "是不是“{0}”写错了?请改为“{1}”", en: "is it “{0}”? Name it “{1}”",
          nearest.joined(separator: "”“"), head))
  }

  static func unitMismatch(column: String, found: String, expected: String) -> DataFault {
    DataFault(
      "data-unit-mismatch",
      Message(
        zh: "“{0}”的单位应是{1},这里是{2}", en: "“{0}” is expected in {1}, this is {2}", column,
        expected, found),
      remedy: Message(
        zh: "请换算成{0},并改单位", en: "convert the numbers to {0} and change the unit", expected))
  }

  static func ambiguousCompanion(_ name: String, example: String) -> DataFault {
    DataFault(
      "data-ambiguous-column",
      Message(
        zh: "表里有几个数字列,不知道“{0}”说的是哪一列",
        en: "the table has several number columns; “{0}” may belong to any of them", name),
      remedy: Message(
        zh: "请改名,如“{0}”", en: "rename it, as “{0}”", example))
  }

  static let blankKey = DataFault(
    "data-blank-key",
    Message(zh: "这一行没有名称", en: "this row has no name"),
    remedy: Message(
      zh: "请填写主键一列,模板凭它取数", en: "fill in the key column, by which templates ask"))

  static func duplicateKey(_ key: String) -> DataFault {
    DataFault(
      "data-duplicate-key",
      Message(zh: "“{0}”出现了两次", en: "“{0}” occurs twice", key),
      remedy: Message(
        zh: "请合并成一行,或改名", en: "make it one row, or rename it"))
  }

  static func unknownFigure(_ id: String, nearest: [String]) -> DataFault {
    DataFault(
      "data-unknown-figure", severity: .warning,
      Message(zh: "模板里没有指标“{0}”", en: "the pack knows no figure “{0}”", id),
      remedy: nearest.isEmpty
        ? Message(
          zh: "如果是本单位自加的指标,可以不管", en: "a figure of your own may stay")
        : Message(
          zh: "是不是“{0}”?", en: "did you mean “{0}”?", nearest.joined(separator: "”“")))
  }
}
