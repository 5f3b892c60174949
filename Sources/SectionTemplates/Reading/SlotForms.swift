import ReportModel

/// How slots print: the pattern of each, and how its print becomes a value again.
struct SlotForms {
  /// A piece of a pattern.
  enum Print: Sendable {
    case number
    case ordinal
    case numeral
    case words(String)
    /// Qualifiers of a placement, by its index in ``QualifierWords/placements``.
    case qualifiers(Int)
    case free(ReadingProgram.CharacterClass, atLeastOne: Bool)
  }

  /// A slot's form: the ways it may print, and what is read from them.
  struct Form {
    var prints: [[Print]]
    var value: ReadingSlot.Form
    var readability: SlotReadability
  }

  /// Marks between clauses: a name or term in a slot holds none of them.
  static let clauseMarks = Set(",，;；。！？!?".unicodeScalars.map(\.value))
  /// Marks that part members of lists; as separators of a loop they part its slots' values too.
  static let marks = clauseMarks.union("、:：/|·—".unicodeScalars.map(\.value))

  /// The marks that part free texts where the slot stands.
  let excluded: Set<UInt32>

  /// The form of a slot's expression.
  func form(of expression: Expression, names: ReadingNames) -> Form {
    guard case .path(let path) = expression.kind else {
      if case .call(let name, let arguments) = expression.kind,
        let form = filtered(name.name, arguments, names: names)
      {
        return allowingMissing(form)
      }
      return Form(prints: [[derivedWord]], value: .none, readability: .derived)
    }
    let form: Form
    switch names.subject(of: path).0 {
    case .quantity(let unit, let written): form = quantity(unit: unit, written)
    case .words(let texts):
      form = Form(prints: texts.map { [.words($0)] }, value: .none, readability: .setting)
    case .ordinal: form = Form(prints: [[.ordinal]], value: .none, readability: .ordinal)
    case .narrative: form = prose
    case .list: form = list(separators: ["、"])
    case .text, .table, .column: form = text
    }
    return allowingMissing(form)
  }

  private var text: Form {
    Form(
      prints: [[.free(named, atLeastOne: true)]], value: .text,
      readability: .readable(without: visible(excluded)))
  }

  private var prose: Form {
    Form(
      prints: [[.free(ReadingProgram.CharacterClass(excluded: []), atLeastOne: false)]],
      value: .text, readability: .readable)
  }

  private func quantity(unit: String?, _ written: [ReadingSlot.Written]) -> Form {
    var prints = [Self.quantityPrint(unit: unit, free: unitCharacters)]
    prints += written.map { [.words($0.text)] }
    return Form(
      prints: prints, value: .quantity(unit: unit, asWritten: written), readability: .readable)
  }

  private static func quantityPrint(
    unit: String?, free: ReadingProgram.CharacterClass
  ) -> [Print] {
    [
      .qualifiers(0), .number, .qualifiers(1),
      unit.map { .words($0) } ?? .free(free, atLeastOne: false), .qualifiers(2),
    ]
  }

  private func list(separators: [String]) -> Form {
    var characters = named
    characters.excluded.subtract(separators.flatMap { $0.unicodeScalars.map(\.value) })
    return Form(
      prints: [[.free(characters, atLeastOne: true)]], value: .list(separators: separators),
      readability: .readable(
        without: visible(
          characters.excluded.union(separators.flatMap { $0.unicodeScalars.map(\.value) }))))
  }

  private var named: ReadingProgram.CharacterClass {
    ReadingProgram.CharacterClass(excluded: excluded)
  }

  /// Words that functions make: 同比增长12.3%, 居第一位.
  private var derivedWord: Print {
    .free(
      ReadingProgram.CharacterClass(
        excluded: excluded.union("、".unicodeScalars.map(\.value))), atLeastOne: true)
  }

  private var unitCharacters: ReadingProgram.CharacterClass {
    ReadingProgram.CharacterClass(
      excluded: excluded.union(Self.marks).union("0123456789".unicodeScalars.map(\.value)))
  }

  private func visible(_ marks: Set<UInt32>) -> String {
    String(
      String.UnicodeScalarView(marks.sorted().compactMap(Unicode.Scalar.init)))
  }

  /// The form of a filtered path; nil for what is only derived.
  private func filtered(
    _ name: String, _ arguments: [Expression], names: ReadingNames
  ) -> Form? {
    guard let function = TemplateFunction.byName[name]?.description, let first = arguments.first
    else { return nil }
    let subject: ReadingNames.Subject? =
      if case .path(let path) = first.kind { names.subject(of: path).0 } else { nil }
    switch function.chineseName {
    case "数值":
      guard case .quantity(let unit, _)? = subject else { return derived(.number) }
      return Form(
        prints: [[.number]], value: unit.map { .bareNumber(unit: $0) } ?? .none,
        readability: unit == nil ? .wording : .readable)
    case "单位名":
      guard case .quantity(let unit?, _)? = subject else { return nil }
      return Form(prints: [[.words(unit)]], value: .none, readability: .wording)
    case "不带限定":
      guard case .quantity(let unit, _)? = subject else { return nil }
      return Form(
        prints: [[.number, unit.map { .words($0) } ?? .free(unitCharacters, atLeastOne: false)]],
        value: .quantity(unit: unit, asWritten: []), readability: .readable)
    case "中文数字":
      if case .ordinal? = subject {
        return Form(prints: [[.numeral]], value: .none, readability: .ordinal)
      }
      guard case .quantity(let unit?, _)? = subject else { return derived(.numeral) }
      return Form(
        prints: [[.numeral]], value: .bareNumber(unit: unit), readability: .readable)
    case "万元", "亿元", "元":
      return quantity(function.chineseName, isRounded: arguments.count > 1, subject)
    case "换算":
      guard case .string(let unit)? = arguments.dropFirst().first?.kind else { return nil }
      return quantity(unit, isRounded: arguments.count > 2, subject)
    case "约":
      guard case .quantity(let unit, _)? = subject else { return nil }
      return quantity(unit, isRounded: arguments.count > 1, subject)
    case "保留":
      guard case .quantity(let unit, _)? = subject else { return nil }
      return quantity(unit, isRounded: true, subject)
    case "列举": return enumerated(arguments, subject)
    case "列举等":
      return Form(
        prints: [[.free(named, atLeastOne: true)]], value: .none, readability: .cut)
    case "合计", "最大", "最小", "平均":
      guard case .column(let column)? = subject, let unit = column.unit else { return nil }
      return derivedQuantity(unit)
    case "占比": return derivedQuantity("%")
    case "倍数": return derivedQuantity("倍")
    case "计数", "名次": return derived(.number)
    default: return wording(function.chineseName)
    }
  }

  /// The forms of words that functions make; nil where they have none of their own.
  private func wording(_ name: String) -> Form? {
    let prints: [[Print]]? =
      switch name {
      case "同比": change("同比", against: "上年同期")
      case "环比": change("环比", against: "上期")
      case "增减", "翻番", "增减量", "百分点":
        change("", against: "")
          + [[.words("翻"), .numeral, .words("番")], [.words("翻"), .numeral, .words("番多")]]
      case "走势": TemplateFunction.trends.map { [.words($0)] }
      case "位次": [[.words("居第"), .numeral, .words("位")]]
      case "日期":
        [[.ordinal, .words("年"), .ordinal, .words("月"), .ordinal, .words("日")]]
      case "年月": [[.ordinal, .words("年"), .ordinal, .words("月")]]
      case "月日": [[.ordinal, .words("月"), .ordinal, .words("日")]]
      default: nil
      }
    return prints.map { Form(prints: $0, value: .none, readability: .derived) }
  }

  /// The words for a change, as ``ChangeWording`` makes them.
  private func change(_ prefix: String, against base: String) -> [[Print]] {
    let level = base.isEmpty ? "" : "与" + base
    let verbs = ["增长", "下降", "提高", "增加", "减少"].map { verb -> [Print] in
      [
        .words(prefix + verb), .qualifiers(0), .number,
        .free(unitCharacters, atLeastOne: false),
      ]
    }
    return verbs + [
      [.words(level + "持平")], [.words(level + "基本持平")],
      [.words(base + "为"), .number, .free(unitCharacters, atLeastOne: false)],
    ]
  }

  private func derived(_ print: Print) -> Form {
    Form(prints: [[print]], value: .none, readability: .derived)
  }

  private func derivedQuantity(_ unit: String) -> Form {
    Form(
      prints: [[.number, .words(unit)]], value: .quantity(unit: unit, asWritten: []),
      readability: .derived)
  }

  private func quantity(
    _ unit: String?, isRounded: Bool, _ subject: ReadingNames.Subject?
  ) -> Form? {
    guard case .quantity? = subject else {
      return unit.map { unit in
        Form(
          prints: [Self.quantityPrint(unit: unit, free: unitCharacters)],
          value: .quantity(unit: unit, asWritten: []), readability: .derived)
      }
    }
    return Form(
      prints: [Self.quantityPrint(unit: unit, free: unitCharacters)],
      value: .quantity(unit: unit, asWritten: []),
      readability: isRounded ? .rounded : .readable)
  }

  private func enumerated(
    _ arguments: [Expression], _ subject: ReadingNames.Subject?
  ) -> Form? {
    var separators: [String] = []
    for argument in arguments.dropFirst() {
      switch argument.kind {
      case .string(let text): separators.append(text)
      default:
        return Form(
          prints: [[.free(named, atLeastOne: true)]], value: .none, readability: .cut)
      }
    }
    var form = list(separators: separators.isEmpty ? ["、"] : separators)
    guard case .list? = subject else {
      form.readability = .derived
      return form
    }
    // A word such as 和 may also stand inside a member.
    if separators.contains(where: { word in
      word.isEmpty || !word.unicodeScalars.allSatisfy { Self.marks.contains($0.value) }
    }) {
      form.readability = SlotReadability.ambiguousSeparator
    }
    return form
  }

  /// A visible placeholder may stand in place of any value.
  private func allowingMissing(_ form: Form) -> Form {
    var form = form
    let path = ReadingProgram.CharacterClass(excluded: Set("〕".unicodeScalars.map(\.value)))
    form.prints.insert(
      [.words(Self.placeholderStart), .free(path, atLeastOne: true), .words("〕")], at: 0)
    return form
  }

  /// How a visible placeholder begins.
  static let placeholderStart = "〔待填："
}
