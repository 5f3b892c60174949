import ArgumentParser
import BulletinSyntax
import ReportWorkspace
import SourceText

struct InspectCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "inspect",
    abstract: "Show how a text is read: outline, figures, claims, tree. 显示对文本的识别结果。")

  enum View: String, CaseIterable, ExpressibleByArgument {
    case outline, figures, claims, tree, source

    // The library's own way to list them is slow for a cold start.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv

    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  }

  @Argument(help: "Text files, folders of them, or - for standard input. 文本文件或文件夹。")
  var paths: [String]

  @Option(
    help:
      "What to show: outline, figures, claims (what figures say of one another, checked), tree, or the source itself. 显示提纲、数字、数字间的关系、语法树或原文。"
  )
  var view: View?

  @Option(help: "How to show it: text, json (outline and figures, or claims) or csv. 输出格式。")
  var format = Format.text

  @OptionGroup var reading: ReadingOptions

  @Flag(
    help: "With --view source: put right a text once decoded wrongly. 与 --view source 合用:还原乱码。")
  var repair = false

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func validate() throws {
    if repair, view != .source {
      throw ValidationError("--repair needs --view source")
    }
    if format == .csv, view != .outline, view != .figures, view != .claims {
      throw ValidationError("--format csv needs --view outline, --view figures or --view claims")
    }
    if format == .json, view == .tree || view == .source {
      throw ValidationError("--format json shows outline and figures, or --view claims")
    }
  }

  func execute(_ session: inout CommandSession) {
    let found = TextInputs(paths)
    session.report(found.diagnostics, sources: [], code: 2)
    for input in found.inputs {
      do throws(WorkspaceError) {
        if view == .claims {
          try showClaims(of: input, among: found.inputs.count, in: &session)
        } else {
          try show(try source(of: input), among: found.inputs.count, in: &session)
        }
      } catch {
        session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
      }
    }
  }

  /// A report folder is inspected as its text.
  private func source(of input: TextInput) throws(WorkspaceError) -> SourceFile {
    switch input {
    case .file(let path):
      return try reading.source(path)
    case .report(let folder):
      let report = try ReportFolder(at: folder, allowsMissing: true)
      return try report.currentText(report.draft(allowsMissing: true))
    }
  }

  private func show(
    _ source: SourceFile, among count: Int, in session: inout CommandSession
  ) throws(WorkspaceError) {
    session.noteConversion(of: source)
    let outline = DocumentOutline.read(source)
    let view = view ?? .outline
    if view == .outline || view == .tree {
      session.report(InspectionWarnings.of(outline), sources: [source])
    }
    switch (view, format) {
    case (.source, _):
      session.print(try repair ? repaired(source) : encoded(source))
    case (.claims, _): break
    case (.tree, _):
      InspectionText.printTree(SyntaxTree.of(outline), to: &session)
    case (_, .json):
      InspectionJSON.print(outline, to: &session)
    case (.outline, .csv):
      InspectionCSV.printOutline(outline, to: &session)
    case (.figures, .csv):
      InspectionCSV.printFigures(outline, to: &session)
    case (_, .text):
      if count > 1 { session.print(Array("\(VisibleText.escape(source.name))\n".utf8)) }
      if view != .figures { InspectionText.printOutline(outline, to: &session) }
      if view != .outline { InspectionText.printFigures(outline, to: &session) }
    }
  }

  /// The text put right, in UTF-8; the text as it is where nothing certain can be done.
  private func repaired(_ source: SourceFile) throws(WorkspaceError) -> [UInt8] {
    if let bytes = Mojibake.examine(source.bytes)?.repaired { return bytes }
    return try encoded(source)
  }

  /// The text in the encoding it came in; a text with bytes that did not decode has none.
  private func encoded(_ source: SourceFile) throws(WorkspaceError) -> [UInt8] {
    if let fault = source.decodingFaults.first {
      throw WorkspaceError(
        [
          Diagnostic(
            "SRC001", at: .text(file: source.name, range: fault.offset..<fault.offset + 3),
            Message(
              zh: "第 {0} 字节起不能按 {1} 解码", en: "the bytes from offset {0} do not decode as {1}",
              "\(fault.rawOffset)", source.encoding.rawValue),
            remedy: Message(
              zh: "用 --encoding 指定编码,或修复文件",
              en: "name the encoding with --encoding, or mend the file"))
        ], sources: [source])
    }
    do throws(EncodingError) {
      return try TextDecoder.encode(source.bytes, as: source.encoding)
    } catch {
      throw WorkspaceError([
        Diagnostic(
          "source-not-encodable", at: .file(source.name),
          Message(
            zh: "不能写回 {0} 编码", en: "cannot be written back as {0}", source.encoding.rawValue))
      ])
    }
  }
}
