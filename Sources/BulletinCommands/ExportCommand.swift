import ArgumentParser
import FigureWorkbook
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

struct ExportCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "export",
    abstract: "Write a workbook of a report's figures. 导出报告数字的工作簿。",
    discussion: """
      --sheets chooses sheets by their names: 总览 overview, 单项指标 singles, 指标 figures, \
      同比 year-on-year, 环比 period-on-period, 核对 checks, 正文 text, 出处 sources, a data table's own \
      name, 数据 or tables for all of these. Formulas over sheets left out are written as values.
      --format csv writes a folder of CSV files, one a sheet, in UTF-8 with the mark by which Excel \
      knows it. 用 --sheets 选工作表;--format csv 写成一个文件夹,每张表一个 CSV 文件。
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case xlsx, csv
  }

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Option(
    name: [.customShort("o"), .long],
    help:
      "The workbook, or the folder of CSV files; by default PERIOD.xlsx or PERIOD-csv in the folder. 工作簿文件,或 CSV 文件夹。"
  )
  var output: String?

  @Option(help: "xlsx or csv. 工作簿或 CSV。")
  var format: Format = .xlsx

  @Option(help: "The sheets to write, by their names. 要写的工作表,用逗号隔开。")
  var sheets: String?

  @Option(help: "The encoding of CSV files; UTF-8 by default. CSV 文件的编码。")
  var encoding: String?

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if let encoding {
      guard TextEncoding(name: encoding) != nil else {
        throw ValidationError(
          "unknown encoding “\(encoding)” 不认识的编码; one of "
            + TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard format == .csv else {
        throw ValidationError("--encoding is for --format csv: 工作簿没有编码可选")
      }
    }
    if let sheets, SheetChoice(sheets).isEmpty {
      throw ValidationError("--sheets names no sheet: 没有写出工作表")
    }
  }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder)
      let draft = report.draft()
      session.report(
        report.findings(of: draft), sources: report.sources + draft.narrativeSources)
      guard session.result.exitCode == 0 else { return }
      let stem = "\(report.path)/\(report.settings.period?.folderName ?? "report")"
      let snapshot = report.snapshot(of: draft)
      let layout = try layout(of: snapshot, &session)
      switch format {
      case .xlsx:
        let path = output ?? stem + ".xlsx"
        do throws(WorkbookError) {
          try FigureWorkbook.write(layout, to: path)
        } catch {
          throw WorkspaceError(error.diagnostics)
        }
        session.note(Message(zh: "已写入 {0}", en: "wrote {0}", path))
      case .csv: try writeCSV(layout, to: output ?? stem + "-csv", &session)
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  /// The sheets that are wanted.
  private func layout(
    of snapshot: ReportSnapshot, _ session: inout CommandSession
  ) throws(WorkspaceError) -> WorkbookLayout {
    do throws(WorkbookError) {
      let whole = try FigureWorkbook.layout(snapshot)
      guard let sheets else { return whole }
      let (layout, needed, values) = whole.keeping(try SheetChoice(sheets).sheets(of: whole))
      if !needed.isEmpty, format == .xlsx {
        session.note(
          Message(
            zh: "{0} 个公式要用没有导出的工作表({1}),写成了数值",
            en: "{0} formulas need sheets that are left out ({1}) and are written as values",
            "\(values)", needed.joined(separator: "、")))
      }
      return layout
    } catch {
      throw WorkspaceError(error.diagnostics)
    }
  }

  /// Writes each table as a file of the folder; a path that ends in `.csv` takes a single one.
  private func writeCSV(
    _ layout: WorkbookLayout, to path: String, _ session: inout CommandSession
  ) throws(WorkspaceError) {
    let encoding = encoding.flatMap { TextEncoding(name: $0) } ?? .utf8
    // GB 18030 has no use for a mark; Excel knows the other encodings by it.
    let mark: [UInt8] = encoding == .gb18030 ? [] : [0xEF, 0xBB, 0xBF]
    let tables = layout.sheets.compactMap { sheet in
      sheet.csv.map { (name: sheet.name, bytes: $0.bytes, guarded: $0.guarded) }
    }
    let isOneFile = path.hasSuffix(".csv") && tables.count == 1
    do throws(FileError) {
      if !isOneFile { try LocalFiles.makeFolder(path) }
      for table in tables {
        let file = isOneFile ? path : "\(path)/\(table.name).csv"
        try LocalFiles.write(try Self.encoded(mark + table.bytes, encoding, file), to: file)
      }
    } catch {
      throw WorkspaceError(error)
    }
    let guarded = tables.reduce(0) { $0 + $1.guarded }
    if guarded > 0 {
      session.note(
        Message(
          zh: "{0} 格文字以 = + - @ 开头,前面加了撇号,以免被当作公式",
          en: "{0} texts begin with = + - @ and got an apostrophe, lest they be taken for formulas",
          "\(guarded)"))
    }
    session.note(
      Message(
        zh: "已写入 {0},{1} 个文件", en: "wrote {0}, {1} files", path, "\(tables.count)"))
  }

  private static func encoded(
    _ bytes: [UInt8], _ encoding: TextEncoding, _ file: String
  ) throws(FileError) -> [UInt8] {
    guard encoding != .utf8 else { return bytes }
    do throws(EncodingError) {
      return try TextDecoder.encode(bytes, as: encoding)
    } catch {
      throw FileError(path: file, reason: .system("iconv"))
    }
  }
}
