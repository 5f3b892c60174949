import SourceText

/// What can be wrong with a file that libyaml reads.
enum YAMLFault {
  case severalDocuments
  case depth(Int)
  case nodes(Int)
  case undefinedAlias(String, nearest: [String])
  case tag(String)
  case keyIsNoText
  case duplicateKey(String, first: Range<Int>)
  case unexpected

  func diagnostic(file: String, range: Range<Int>) -> Diagnostic {
    let (id, message, remedy) = wording
    var notes: [Diagnostic.Note] = []
    if case .duplicateKey(_, let first) = self {
      notes = [
        Diagnostic.Note(
          Message(zh: "第一次写在这里", en: "first written here"),
          at: .text(file: file, range: first))
      ]
    }
    return Diagnostic(
      id, at: .text(file: file, range: range), message, remedy: remedy, notes: notes)
  }

  private var wording: (id: String, message: Message, remedy: Message) {
    switch self {
    case .severalDocuments:
      (
        "yaml-several-documents",
        Message(
          zh: "文件里有不止一份内容:“---”之后又开始了一份",
          en: "the file holds more than one document: another one begins after “---”"),
        Message(zh: "请删去“---”,或分成两个文件", en: "remove the “---”, or make it two files")
      )
    case .depth(let limit):
      (
        "yaml-too-deep",
        Message(
          zh: "层次超过 {0} 层", en: "nested deeper than {0} levels", String(limit)),
        Message(zh: "请减少嵌套", en: "nest less deeply")
      )
    case .nodes(let limit):
      (
        "yaml-too-large",
        Message(
          zh: "内容超过 {0} 项(“*别名”每用一次都计入)",
          en: "more than {0} nodes (those an alias repeats are counted each time)", String(limit)),
        Message(zh: "请拆分文件,少用别名", en: "split the file, and use fewer aliases")
      )
    case .undefinedAlias(let name, let nearest):
      (
        "yaml-undefined-alias",
        Message(
          zh: "“*{0}”指向的“&{0}”在此之前没有定义",
          en: "“*{0}” stands for “&{0}”, which is not defined before it", name),
        nearest.isEmpty
          ? Message(
            zh: "如果“*”是正文,请给整个值加引号", en: "if the “*” is text, put the value in quotes")
          : Message(
            zh: "相近的名字:{0}", en: "near names: {0}", nearest.joined(separator: "、"))
      )
    case .tag(let tag):
      (
        "yaml-tag",
        Message(zh: "不支持类型标记“{0}”", en: "the tag “{0}” is not supported", tag),
        Message(
          zh: "请删去标记;如果“!”是正文,请给整个值加引号",
          en: "remove the tag; if the “!” is text, put the value in quotes")
      )
    case .keyIsNoText:
      (
        "yaml-key-not-text",
        Message(
          zh: "冒号左边应是一个名称,这里是列表或映射",
          en: "a name is expected before the colon; this is a sequence or mapping"),
        Message(
          zh: "如果值里有 {{ }} 或 [ ],请给整个值加引号",
          en: "if the value holds {{ }} or [ ], put it in quotes")
      )
    case .duplicateKey(let name, _):
      (
        "yaml-duplicate-key",
        Message(zh: "“{0}”写了两次", en: "“{0}” is written twice", name),
        Message(zh: "请只留一个", en: "keep only one of them")
      )
    case .unexpected:
      (
        "yaml-syntax",
        Message(zh: "这里的写法读不懂", en: "this cannot be read"),
        Message(zh: "请检查缩进和标点", en: "check indentation and punctuation")
      )
    }
  }
}
