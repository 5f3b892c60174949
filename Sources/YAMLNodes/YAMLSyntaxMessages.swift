import SourceText

/// Says in people's words where and why libyaml could not read on.
enum YAMLSyntaxMessages {
  static func diagnostic(for fault: YAMLSyntaxFault, in file: SourceFile) -> Diagnostic {
    let line = Line(at: fault.offset, in: file.bytes)
    if let tab = line.indentingTab { return tabs(at: tab, in: file) }
    let (message, atContext) = wording(fault)
    let offset = atContext ? fault.contextOffset ?? fault.offset : fault.offset
    var notes: [Diagnostic.Note] = []
    if !atContext, let context = fault.contextOffset, context != offset {
      notes = [
        Diagnostic.Note(
          Message(zh: "从这里开始的内容没有读完", en: "what began here was not complete"),
          at: .text(file: file.name, range: range(at: context, in: file)))
      ]
    }
    return Diagnostic(
      "yaml-syntax", at: .text(file: file.name, range: range(at: offset, in: file)), message,
      remedy: remedy(fault, line: line, atContext: atContext, in: file), notes: notes)
  }

  /// Tabs seldom come alone: one message for all of them.
  private static func tabs(at offset: Int, in file: SourceFile) -> Diagnostic {
    var others = 0
    var start = offset
    while let end = file.bytes[start...].firstIndex(of: 0x0A) {
      start = end + 1
      if Line(at: start, in: file.bytes).indentingTab != nil { others += 1 }
    }
    let notes =
      others == 0
      ? []
      : [
        Diagnostic.Note(
          Message(
            zh: "后面还有 {0} 行也用制表符缩进", en: "{0} more line(s) below are indented by tabs",
            String(others)))
      ]
    return Diagnostic(
      "yaml-tab", at: .text(file: file.name, range: offset..<offset + 1),
      Message(
        zh: "用制表符(Tab)缩进;YAML 只许用空格",
        en: "indented by a tab; YAML allows only spaces"),
      remedy: Message(zh: "请把行首的制表符换成空格", en: "replace the tabs at line starts by spaces"),
      notes: notes)
  }

  /// The message, and whether the fault is best shown where its construct began.
  private static func wording(_ fault: YAMLSyntaxFault) -> (Message, atContext: Bool) {
    switch fault.problem {
    case "found unexpected end of stream":
      (Message(zh: "这里开始的引号没有结束", en: "the quote that begins here is not closed"), true)
    case "found unexpected document indicator":
      (
        Message(
          zh: "这里开始的引号到“---”或“...”还没有结束",
          en: "the quote that begins here is not closed before “---” or “...”"), true
      )
    case "did not find expected ',' or ']'":
      (Message(zh: "“[”没有用“]”结束,或缺逗号", en: "“[” without “]”, or a comma is missing"), true)
    case "did not find expected ',' or '}'":
      (Message(zh: "“{”没有用“}”结束,或缺逗号", en: "“{” without “}”, or a comma is missing"), true)
    case "mapping values are not allowed in this context":
      (
        Message(
          zh: "这里不能再有“: ”:一行里有两个冒号,或缩进不齐",
          en: "“: ” is not allowed here: two colons in a line, or uneven indentation"), false
      )
    case "could not find expected ':'":
      (Message(zh: "名称后面缺“: ”", en: "“: ” is missing after a name"), true)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected node content", "did not find expected <document start>":
      (
        Message(
          zh: "这一行与上面的内容接不上:缩进不齐,或引号、括号后面有多余的字",
          en: "this does not continue what stands above: uneven indentation, or text after a "
            + "closing quote or bracket"), false
      )
    case "block sequence entries are not allowed in this context":
      (Message(zh: "“- ”不能写在这里", en: "“- ” is not allowed here"), false)
    case "found character that cannot start any token":
      (
        Message(
          zh: "值不能以这个字符开头", en: "a value cannot begin with this character"), false
      )
    case "did not find expected alphabetic or numeric character":
      (
        Message(
          zh: "“*”或“&”开头的是别名,只能用字母和数字",
          en: "“*” or “&” begins an alias, which takes only letters and digits"), true
      )
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      (
        Message(
          zh: "双引号里的“\\”后面不是认得的写法",
          en: "what follows “\\” within double quotes is not a known escape"), false
      )
    case "control characters are not allowed":
      (
        Message(
          zh: "有不可见的控制字符 U+{0}", en: "a control character, U+{0}",
          hexadecimal(fault.character ?? 0)), false
      )
    default:
      (Message(zh: "YAML 写法有误({0})", en: "not valid YAML ({0})", fault.problem), false)
    }
  }

  private static func remedy(
    _ fault: YAMLSyntaxFault, line: Line, atContext: Bool, in file: SourceFile
  ) -> Message {
    let shown = atContext ? Line(at: fault.contextOffset ?? fault.offset, in: file.bytes) : line
    let text = shown.text + line.text
    if text.contains("：") || line.previous(in: file.bytes)?.lacksColon == true {
      return Message(zh: "请把全角冒号“：”改为半角“: ”", en: "write “: ” in place of the full-width “：”")
    }
    if text.contains("{{") || text.contains("{%") {
      return Message(
        zh: "含 {{ }} 或 {% %} 的值请加引号", en: "put a value that holds {{ }} or {% %} in quotes")
    }
    return switch fault.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      Message(zh: "请补上引号", en: "close the quote")
    case "found character that cannot start any token",
      "mapping values are not allowed in this context",
      "did not find expected alphabetic or numeric character":
      Message(
        zh: "如果是正文,请给整个值加引号", en: "if it is text, put the whole value in quotes")
    case "control characters are not allowed":
      Message(zh: "请删去这个字符", en: "remove the character")
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      Message(zh: "请改用单引号,或把“\\”写成“\\\\”", en: "use single quotes, or write “\\\\”")
    default:
      Message(
        zh: "请检查缩进(只用空格,同级对齐)、“: ”和引号",
        en: "check indentation (spaces only, equal for equals), “: ” and quotes")
    }
  }

  private static func range(at offset: Int, in file: SourceFile) -> Range<Int> {
    let start = min(offset, file.bytes.count)
    var end = start
    if end < file.bytes.count, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D {
      end += 1
      while end < file.bytes.count, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return start..<end
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// The line that holds an offset.
private struct Line {
  let text: String
  private let start: Int
  /// The first tab among the blanks the line begins with.
  let indentingTab: Int?

  init(at offset: Int, in bytes: [UInt8]) {
    let offset = min(offset, bytes.count)
    start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    var tab: Int?
    var index = start
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
      if tab == nil, bytes[index] == 0x09 { tab = index }
      index += 1
    }
    indentingTab = index < end && bytes[index] != 0x0D && bytes[index] != 0x23 ? tab : nil
  }

  /// Whether a full-width colon stands where “: ” should.
  var lacksColon: Bool { text.contains("：") && !text.contains(": ") }

  func previous(in bytes: [UInt8]) -> Line? {
    start > 0 ? Line(at: start - 1, in: bytes) : nil
  }
}
