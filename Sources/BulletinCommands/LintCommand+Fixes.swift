import ReportLint
import ReportWorkspace
import SourceText

extension LintCommand {
  /// The differences the fixes make, as one patch.
  func printDifferences(_ results: [LintRun.Result], in session: inout CommandSession) {
    for result in results {
      guard let original = result.original else { continue }
      session.print(
        UnifiedDiff.bytes(from: original.bytes, to: result.source.bytes, name: original.name))
      session.fail(1)
    }
  }

  /// Writes the fixed texts back, each in its own encoding, and says how many.
  ///
  /// Standard input's text goes to standard output.
  func writeFixes(_ results: [LintRun.Result], in session: inout CommandSession) {
    var files = 0
    var edits = 0
    for result in results {
      if result.source.document != nil { continue }
      if result.origin == .standardInput, let bytes = try? result.source.encoded() {
        session.print(bytes)
        edits += result.editCount
        continue
      }
      guard result.original != nil else { continue }
      guard result.origin == .file else {
        session.report([Self.notSaved(result.source.name)], sources: [])
        continue
      }
      guard write(result.source, in: &session) else { continue }
      files += 1
      edits += result.editCount
    }
    session.note(
      Message(
        zh: "修改 {0} 处,写入 {1} 个文件。", en: "{0} changes in {1} files", "\(edits)", "\(files)"))
  }

  /// Says of texts that are left alone why no fix is applied to them.
  func reportUnfixable(_ results: [LintRun.Result], in session: inout CommandSession) {
    let damaged = results.filter { !$0.source.decodingFaults.isEmpty }.map { result in
      Diagnostic(
        "fix-undecoded", .warning, at: .file(result.source.name),
        Message(
          zh: "“{0}”有不能解码的字节,没有修改", en: "“{0}” has bytes that do not decode; it is left alone",
          result.source.name),
        remedy: Message(zh: "用 --encoding 指定编码后再试", en: "name its encoding with --encoding"))
    }
    let documents = results.filter { $0.source.document != nil }.map { result in
      Diagnostic(
        "fix-document", .warning, at: .file(result.source.name),
        Message(
          zh: "“{0}”是 Word 文稿,没有修改", en: "“{0}” is a Word document; it is left alone",
          result.source.name),
        remedy: Message(
          zh: "照列出的位置在 Word 里改", en: "make the changes in Word, at the places listed"))
    }
    session.report(damaged + documents, sources: [])
  }

  private func write(_ source: SourceFile, in session: inout CommandSession) -> Bool {
    do {
      try LocalFiles.write(source.encoded(), to: source.name)
      return true
    } catch let error as FileError {
      session.report([error.diagnostic], sources: [], code: 2)
    } catch {
      session.report(
        [
          Diagnostic(
            "fix-not-encodable", at: .file(source.name),
            Message(
              zh: "“{0}”修改后有 {1} 里没有的字,没有写入",
              en: "after its fixes “{0}” has characters {1} cannot hold; it was not written",
              source.name, source.encoding.rawValue))
        ], sources: [], code: 2)
    }
    return false
  }

  private static func notSaved(_ name: String) -> Diagnostic {
    Diagnostic(
      "fix-not-saved", .warning, at: .file(name),
      Message(zh: "草稿还没有存盘,没有可修改的文件", en: "the draft is not saved; there is no file to fix"),
      remedy: Message(zh: "先运行 bulletin draft --save", en: "run bulletin draft --save first"))
  }
}
