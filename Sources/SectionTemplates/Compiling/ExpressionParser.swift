import SourceText

/// Reads tokens as an expression; the first fault found is a diagnostic.
///
/// From loosest to tightest: 或/or, 且/and, 非/not, comparison, `|` filter, path or call.
struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private let file: String
  private let whole: Range<Int>
  private var index = 0
  private var depth = 0
  private(set) var fault: Diagnostic?

  /// How deep an expression may nest; beyond it no person can read one.
  static let deepest = 32

  init(_ tokens: [ExpressionToken], file: String, whole: Range<Int>) {
    self.tokens = tokens
    self.file = file
    self.whole = whole
  }

  /// Whether all tokens were read.
  var isAtEnd: Bool { index >= tokens.count }

  /// The next token, if any.
  var peek: ExpressionToken? { index < tokens.count ? tokens[index] : nil }

  /// Takes the next token where it is the name `word` or its twin.
  mutating func take(_ words: String...) -> Bool {
    guard case .name(let name)? = peek?.kind, words.contains(name) else { return false }
    index += 1
    return true
  }

  /// Takes the next token where it is that sign.
  mutating func take(_ sign: ExpressionToken.Sign) -> Bool {
    guard peek?.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  /// Takes a name.
  mutating func takeName() -> Expression.Segment? {
    guard case .name(let name)? = peek?.kind, let range = peek?.range else { return nil }
    index += 1
    return Expression.Segment(name: name, range: range)
  }

  /// Takes a string.
  mutating func takeString() -> String? {
    guard case .string(let text)? = peek?.kind else { return nil }
    index += 1
    return text
  }

  /// Records a fault at the next token, or at the whole tag where none is left.
  mutating func fail(_ message: Message, remedy: Message? = nil) {
    guard fault == nil else { return }
    fault = Diagnostic(
      "template-expression", at: .text(file: file, range: peek?.range ?? whole), message,
      remedy: remedy
        ?? Message(
          zh: "例如 {{资助.幼儿园.金额|万元}}、{{合计(资助.金额)}}、{% if 立案 > 0 %}",
          en: "for example {{资助.幼儿园.金额|万元}}, {{合计(资助.金额)}}, {% if 立案 > 0 %}"))
  }

  /// A whole expression; nil after a fault.
  mutating func expression() -> Expression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      fail(Message(zh: "表达式嵌套超过 32 层", en: "the expression nests more than 32 deep"))
      return nil
    }
    guard var left = conjunction() else { return nil }
    while take("或", "or") {
      guard let right = conjunction() else { return nil }
      left = Expression(kind: .or(left, right), range: span(left, right))
    }
    return left
  }

  private mutating func conjunction() -> Expression? {
    guard var left = negation() else { return nil }
    while take("且", "and") {
      guard let right = negation() else { return nil }
      left = Expression(kind: .and(left, right), range: span(left, right))
    }
    return left
  }

  private mutating func negation() -> Expression? {
    let start = peek?.range.lowerBound ?? whole.lowerBound
    var isNegated = false
    var count = 0
    while take("非", "not") {
      isNegated.toggle()
      count += 1
    }
    guard let inner = comparison() else { return nil }
    guard count > 0 else { return inner }
    let range = start..<inner.range.upperBound
    let negated = Expression(kind: .not(inner), range: range)
    return isNegated ? negated : Expression(kind: .not(negated), range: range)
  }

  private mutating func comparison() -> Expression? {
    guard let left = filtered() else { return nil }
    guard case .sign(let sign)? = peek?.kind, let comparison = Self.comparisons[sign] else {
      return left
    }
    index += 1
    guard let right = filtered() else { return nil }
    return Expression(kind: .comparison(comparison, left, right), range: span(left, right))
  }

  private static let comparisons: [ExpressionToken.Sign: Expression.Comparison] = [
    .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual,
    .greater: .greater, .greaterOrEqual: .greaterOrEqual,
  ]

  private mutating func filtered() -> Expression? {
    guard var subject = operand() else { return nil }
    while take(.pipe) {
      guard let name = takeName() else {
        fail(Message(zh: "“|”后面应是过滤器的名称", en: "a filter's name must follow “|”"))
        return nil
      }
      var arguments = [subject]
      var end = name.range.upperBound
      if peek?.kind == .sign(.openParenthesis) {
        guard let (more, close) = argumentList() else { return nil }
        arguments += more
        end = close
      }
      subject = Expression(
        kind: .call(name, arguments: arguments), range: subject.range.lowerBound..<end)
    }
    return subject
  }

  private mutating func operand() -> Expression? {
    guard let token = peek else {
      fail(
        Message(zh: "这里缺少名称或数值", en: "a name or a number is missing here"),
        remedy: Message(
          zh: "写上数据的名称,如 {{资助.幼儿园.金额}}", en: "name the data, as in {{table.row.column}}"))
      return nil
    }
    switch token.kind {
    case .number(let number):
      index += 1
      return Expression(kind: .number(number), range: token.range)
    case .string(let text):
      index += 1
      return Expression(kind: .string(text), range: token.range)
    case .sign(.openParenthesis):
      index += 1
      guard let inner = expression() else { return nil }
      guard take(.closeParenthesis) else {
        fail(Message(zh: "缺少右括号“)”", en: "a closing “)” is missing"))
        return nil
      }
      return inner
    case .name:
      return pathOrCall()
    case .openString:
      fail(Message(zh: "引号没有成对", en: "a quotation mark is not closed"))
    case .unknown(let text):
      fail(
        Message(
          zh: "“{0}”在这里没有意义", en: "“{0}” has no meaning here", VisibleText.escape(text)),
        remedy: Message(
          zh: "名称含特殊字符时写成 表[\"名称\"]", en: "write a name with special characters as table[\"name\"]")
      )
    case .sign:
      fail(Message(zh: "这里应是名称或数值", en: "a name or a number is expected here"))
    }
    return nil
  }

  private mutating func pathOrCall() -> Expression? {
    guard let first = takeName() else { return nil }
    if peek?.kind == .sign(.openParenthesis) {
      guard let (arguments, end) = argumentList() else { return nil }
      return Expression(
        kind: .call(first, arguments: arguments), range: first.range.lowerBound..<end)
    }
    var path = [first]
    var end = first.range.upperBound
    while true {
      if take(.dot) {
        guard let name = takeName() else {
          fail(Message(zh: "“.”后面应是名称", en: "a name must follow “.”"))
          return nil
        }
        path.append(name)
        end = name.range.upperBound
      } else if take(.openBracket) {
        let range = peek?.range ?? whole
        guard let text = takeString(), take(.closeBracket) else {
          fail(Message(zh: "方括号里应是引号中的名称", en: "brackets must hold a quoted name"))
          return nil
        }
        path.append(Expression.Segment(name: text, range: range))
        end = range.upperBound + 1
      } else {
        return Expression(kind: .path(path), range: first.range.lowerBound..<end)
      }
    }
  }

  private mutating func argumentList() -> ([Expression], end: Int)? {
    guard take(.openParenthesis) else { return nil }
    var arguments: [Expression] = []
    while true {
      if let close = peek, close.kind == .sign(.closeParenthesis) {
        index += 1
        return (arguments, close.range.upperBound)
      }
      if !arguments.isEmpty, !take(.comma) {
        fail(Message(zh: "参数之间应有逗号,最后应有右括号", en: "arguments need a comma between and “)” after"))
        return nil
      }
      guard let argument = expression() else { return nil }
      arguments.append(argument)
    }
  }

  private func span(_ left: Expression, _ right: Expression) -> Range<Int> {
    left.range.lowerBound..<max(left.range.upperBound, right.range.upperBound)
  }
}
