import SourceText

/// Reads pieces as nodes: tags are paired, expressions read, all faults collected.
struct TemplateParser {
  private let source: SourceFile
  private let tokens: [TemplateToken]
  private var index = 0
  private var depth = 0
  private var loopDepth = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// How deep tags may nest.
  static let deepest = 32

  init(_ source: SourceFile, paragraphs: ParagraphBreak) {
    self.source = source
    var scanner = TagScanner(source)
    scanner.scan()
    tokens =
      paragraphs == .blankLine
      ? LineJoiner.join(scanner.tokens, of: source.bytes) : scanner.tokens
    diagnostics = scanner.diagnostics
  }

  /// The nodes of the whole template.
  mutating func parse() -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while index < tokens.count {
      nodes += body()
      guard index < tokens.count else { break }
      // A tag that closes or continues nothing.
      let stray = tokens[index]
      index += 1
      fail(
        "template-stray-tag", stray.range,
        Message(
          zh: "“{0}”没有对应的开始标记", en: "“{0}” has no opening tag",
          source.text(in: stray.range)),
        Message(zh: "删去,或补上 {% if … %} / {% for … %}", en: "remove it, or add the opening tag"))
    }
    return nodes
  }

  /// Nodes up to a tag that ends or continues a block.
  private mutating func body() -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .text:
        nodes.append(.text(token.range))
        index += 1
      case .slot(let inner):
        index += 1
        if let expression = expression(inner, whole: token.range) {
          checkOrdinal(expression)
          nodes.append(.slot(TemplateNode.Slot(expression: expression, range: token.range)))
        }
      case .tag(let inner):
        switch keyword(inner) {
        case "for", "循环": nodes += loop(token, inner)
        case "if", "如果": nodes += choice(token, inner)
        case "join", "连接": nodes += join(token, inner)
        case "elif", "else", "endif", "endfor", "endjoin", "item", "否则", "否则如果", "项", "结束":
          return nodes
        case let other:
          index += 1
          fail(
            "template-unknown-tag", token.range,
            Message(zh: "不认识的标记“{0}”", en: "unknown tag “{0}”", VisibleText.escape(other)),
            other.hasPrefix("-") || other.hasPrefix("+")
              ? Message(
                zh: "去掉“{0}”:标记独占一行时,这一行连同换行自动略去",
                en: "drop the “{0}”: a line that holds only tags vanishes by itself", other)
              : Message(
                zh: "可用的标记:for、endfor、if、elif、else、endif、连接、项、endjoin、raw",
                en: "the tags are for, endfor, if, elif, else, endif, join, item, endjoin, raw"))
        }
      }
    }
    return nodes
  }

  private mutating func loop(_ token: TemplateToken, _ inner: Range<Int>) -> [TemplateNode] {
    index += 1
    var parser = parser(inner, whole: token.range)
    _ = parser.takeName()
    let head = loopHead(&parser)
    if let fault = parser.fault { diagnostics.append(fault) }
    loopDepth += 1
    let body = nested(token)
    loopDepth -= 1
    close("endfor", for: token)
    guard let head else { return [] }
    return [
      .loop(
        TemplateNode.Loop(
          variable: head.variable, subject: head.subject, separator: head.separator,
          lastSeparator: head.last, body: body, range: token.range))
    ]
  }

  private typealias LoopHead = (
    variable: Expression.Segment, subject: Expression, separator: String, last: String?
  )

  private mutating func loopHead(_ parser: inout ExpressionParser) -> LoopHead? {
    let form = Message(
      zh: "写成 {% for 项 in 资助 分隔 \"、\" 末项分隔 \"和\" %},两种分隔都可以不写",
      en: "write {% for item in table sep \", \" last \" and \" %}; sep and last may be left out")
    guard let variable = parser.takeName() else {
      parser.fail(
        Message(zh: "for 后面应是成员的名称", en: "a member's name must follow for"), remedy: form)
      return nil
    }
    guard parser.take("in", "于") else {
      parser.fail(
        Message(zh: "成员名称后面应是 in", en: "“in” must follow the member's name"), remedy: form)
      return nil
    }
    guard let subject = parser.expression() else { return nil }
    var separator = ""
    var last: String?
    while !parser.isAtEnd {
      if parser.take("分隔", "sep") {
        guard let text = parser.takeString() else {
          parser.fail(
            Message(zh: "分隔后面应是引号中的文字", en: "a quoted text must follow sep"), remedy: form)
          return nil
        }
        separator = text
      } else if parser.take("末项分隔", "last") {
        guard let text = parser.takeString() else {
          parser.fail(
            Message(zh: "末项分隔后面应是引号中的文字", en: "a quoted text must follow last"), remedy: form)
          return nil
        }
        last = text
      } else {
        parser.fail(
          Message(zh: "for 标记里有多余的内容", en: "the for tag holds something more"), remedy: form)
        return nil
      }
    }
    return (variable, subject, separator, last)
  }

  private mutating func choice(_ token: TemplateToken, _ inner: Range<Int>) -> [TemplateNode] {
    var branches: [TemplateNode.Branch] = []
    var head = token
    var inside = inner
    var hasElse = false
    while true {
      index += 1
      let condition = hasElse ? nil : condition(inside, whole: head.range)
      let body = nested(head)
      if hasElse || condition != nil {
        branches.append(
          TemplateNode.Branch(condition: condition, body: body, range: head.range))
      }
      guard index < tokens.count, case .tag(let next) = tokens[index].kind else { break }
      let word = keyword(next)
      guard ["elif", "否则如果", "else", "否则"].contains(word) else { break }
      if hasElse {
        fail(
          "template-after-else", tokens[index].range,
          Message(zh: "else 之后不能再有“{0}”", en: "“{0}” cannot follow else", word),
          Message(zh: "把 else 放在最后", en: "put else last"))
      }
      head = tokens[index]
      inside = next
      hasElse = hasElse || word == "else" || word == "否则"
    }
    close("endif", for: token)
    return branches.isEmpty ? [] : [.choice(TemplateNode.Choice(branches: branches))]
  }

  private mutating func join(_ token: TemplateToken, _ inner: Range<Int>) -> [TemplateNode] {
    index += 1
    var parser = parser(inner, whole: token.range)
    _ = parser.takeName()
    let head = joinHead(&parser)
    if let fault = parser.fault { diagnostics.append(fault) }
    // What stands before the first item is an item too, unless it is blank.
    var items: [TemplateNode.Branch] = []
    let first = nested(token)
    if !isBlank(first) {
      items.append(TemplateNode.Branch(condition: nil, body: first, range: token.range))
    }
    while index < tokens.count, case .tag(let next) = tokens[index].kind,
      ["item", "项"].contains(keyword(next))
    {
      let head = tokens[index]
      index += 1
      var parser = self.parser(next, whole: head.range)
      _ = parser.takeName()
      let isConditional = !parser.isAtEnd
      let condition = isConditional ? condition(next, whole: head.range) : nil
      let body = nested(head)
      if !isConditional || condition != nil {
        items.append(TemplateNode.Branch(condition: condition, body: body, range: head.range))
      }
    }
    close("endjoin", for: token)
    guard let head else { return [] }
    return [
      .join(
        TemplateNode.Join(
          separator: head.separator, before: head.before, after: head.after, items: items,
          range: token.range))
    ]
  }

  private mutating func joinHead(
    _ parser: inout ExpressionParser
  ) -> (separator: String, before: String, after: String)? {
    let form = Message(
      zh: "写成 {% 连接 \"、\" 前 \",获\" 后 \"。\" %},前和后可以不写",
      en: "write {% join \", \" before \": \" after \".\" %}; before and after may be left out")
    guard let separator = parser.takeString() else {
      parser.fail(
        Message(zh: "连接后面应是引号中的文字", en: "a quoted text must follow join"), remedy: form)
      return nil
    }
    var head = (separator: separator, before: "", after: "")
    while !parser.isAtEnd {
      if parser.take("前", "before"), let text = parser.takeString() {
        head.before = text
      } else if parser.take("后", "after"), let text = parser.takeString() {
        head.after = text
      } else {
        parser.fail(
          Message(zh: "连接标记里有看不懂的内容", en: "the join tag holds something else"), remedy: form)
        return nil
      }
    }
    return head
  }

  private func isBlank(_ nodes: [TemplateNode]) -> Bool {
    nodes.allSatisfy { node in
      guard case .text(let range) = node else { return false }
      return source.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    }
  }

  private mutating func condition(_ inner: Range<Int>, whole: Range<Int>) -> Expression? {
    var parser = parser(inner, whole: whole)
    _ = parser.takeName()
    let expression = parser.expression()
    if expression != nil, !parser.isAtEnd {
      parser.fail(Message(zh: "条件后面有多余的内容", en: "something follows the condition"))
    }
    if let fault = parser.fault {
      diagnostics.append(fault)
      return nil
    }
    return expression
  }

  /// The body of a block; past the depth limit it is passed over.
  private mutating func nested(_ token: TemplateToken) -> [TemplateNode] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      if depth == Self.deepest + 1 {
        fail(
          "template-too-deep", token.range,
          Message(zh: "标记嵌套超过 32 层", en: "tags nest more than 32 deep"),
          Message(zh: "把内层拆到叙述或另一部分", en: "move the inner ones elsewhere"))
      }
      skipBlock()
      return []
    }
    return body()
  }

  /// Passes over everything up to the tag that ends the block just opened.
  private mutating func skipBlock() {
    var open = 0
    while index < tokens.count {
      if case .tag(let inner) = tokens[index].kind {
        switch keyword(inner) {
        case "for", "循环", "if", "如果", "join", "连接": open += 1
        case "endif", "endfor", "endjoin", "结束":
          if open == 0 { return }
          open -= 1
        default: break
        }
      }
      index += 1
    }
  }

  private mutating func close(_ word: String, for token: TemplateToken) {
    if index < tokens.count, case .tag(let inner) = tokens[index].kind {
      let found = keyword(inner)
      if found == word || found == "结束" {
        index += 1
        return
      }
    }
    fail(
      "template-unclosed-block", token.range,
      Message(
        zh: "“{0}”没有用 {1} 结束", en: "“{0}” is not closed by {1}", source.text(in: token.range),
        "{% \(word) %}"),
      Message(zh: "补上 {0}", en: "add {0}", "{% \(word) %}"))
  }

  private mutating func expression(_ inner: Range<Int>, whole: Range<Int>) -> Expression? {
    var parser = parser(inner, whole: whole)
    let expression = parser.expression()
    if expression != nil, !parser.isAtEnd {
      parser.fail(
        Message(zh: "插槽里有多余的内容", en: "the slot holds something more"),
        remedy: Message(
          zh: "一个插槽只写一个名称,过滤器前用“|”", en: "one name a slot; a filter follows “|”"))
    }
    if let fault = parser.fault {
      diagnostics.append(fault)
      return nil
    }
    return expression
  }

  /// `{{序号}}` is a member's ordinal and means nothing outside a loop.
  private mutating func checkOrdinal(_ expression: Expression) {
    guard loopDepth == 0, TemplateSkeleton.ordinal(of: expression) != nil else { return }
    fail(
      "template-ordinal-outside-loop", expression.range,
      Message(zh: "“序号”只能用在 {% for %} 里", en: "the ordinal means nothing outside {% for %}"),
      Message(zh: "直接写上数字,或放进循环", en: "write the number, or put it into a loop"))
  }

  private func parser(_ inner: Range<Int>, whole: Range<Int>) -> ExpressionParser {
    var lexer = ExpressionLexer(source.bytes, in: inner)
    return ExpressionParser(lexer.tokens(), file: source.name, whole: whole)
  }

  private func keyword(_ inner: Range<Int>) -> String {
    var lexer = ExpressionLexer(source.bytes, in: inner)
    guard case .name(let name)? = lexer.tokens().first?.kind else {
      return source.text(in: inner)
    }
    return name
  }

  private mutating func fail(
    _ id: String, _ range: Range<Int>, _ message: Message, _ remedy: Message
  ) {
    diagnostics.append(
      Diagnostic(id, at: .text(file: source.name, range: range), message, remedy: remedy))
  }
}
