import SourceText

extension CommandSession {
  /// Tells on standard error where a text was converted before it was read.
  mutating func noteConversion(of source: SourceFile) {
    guard let program = source.document?.converter else { return }
    note(
      Message(
        zh: "“{0}”先由 {1} 转成 .docx,再读取;原文件未动",
        en: "“{0}” was turned into .docx by {1} and then read; the file itself is as it was",
        source.name, program))
  }
}
