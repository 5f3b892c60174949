import ReportMerge
import SourceText

/// What keeps a draft from being merged.
enum SyncFault {
  static func noDraft(_ path: String) -> Diagnostic {
    Diagnostic(
      "sync-no-draft", at: .file(path),
      Message(zh: "还没有草稿“{0}”", en: "there is no draft “{0}” yet", path),
      remedy: Message(zh: "先运行 bulletin draft --save", en: "run bulletin draft --save first"))
  }

  static func noBase(_ path: String) -> Diagnostic {
    Diagnostic(
      "sync-no-base", at: .file(path),
      Message(
        zh: "没有留下“{0}”当初生成的文本,分不清哪些是人改的",
        en: "the text “{0}” was generated as is not kept: what people changed cannot be told", path),
      remedy: Message(
        zh: "用 --base 给出当初生成的文本;以后用 bulletin draft --save 起草",
        en: "name the text once generated with --base; draft with bulletin draft --save from now on"
      ))
  }

  static func undecoded(_ file: SourceFile) -> Diagnostic {
    let offset = file.decodingFaults.first?.offset ?? 0
    return Diagnostic(
      "sync-undecoded", at: .text(file: file.name, range: offset..<offset + 3),
      Message(
        zh: "草稿有 {0} 处字节不能解码,没有改动它",
        en: "{0} run(s) of the draft's bytes do not decode; it is left alone",
        "\(file.decodingFaultCount)"),
      remedy: Message(
        zh: "用 --encoding 指定编码,或另存为 UTF-8",
        en: "name its encoding with --encoding, or save it as UTF-8"))
  }

  static func openConflicts(in source: SourceFile) -> [Diagnostic] {
    ConflictMark.places(in: source).map { range in
      Diagnostic(
        "sync-open-conflict", at: .text(file: source.name, range: range),
        Message(zh: "上次合并的冲突还没有定", en: "a conflict of the last merge is still open"),
        remedy: Message(
          zh: "留下一个值,删去冲突标记,再运行", en: "keep one of the two, remove the marks, run again"))
    }
  }

  static func notEncodable(
    _ source: SourceFile, at offset: Int, _ encoding: TextEncoding
  ) -> Diagnostic {
    Diagnostic(
      "text-not-encodable", at: .text(file: source.name, range: offset..<offset),
      Message(
        zh: "新生成的文字里有 {0} 没有的字", en: "the new text has a character that {0} has no place for",
        encoding.rawValue),
      remedy: Message(zh: "先把草稿另存为 UTF-8", en: "save the draft as UTF-8 first"))
  }
}
