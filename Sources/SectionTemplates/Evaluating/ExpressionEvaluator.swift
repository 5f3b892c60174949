import ReportModel
import SourceText

/// Works expressions out against a context and the loops around them.
struct ExpressionEvaluator {
  /// A loop's member that a name stands for.
  struct Binding {
    let name: String
    let value: TemplateValue
    /// The member's ordinal, from 1.
    let ordinal: Int
  }

  let resolver: NameResolver
  var bindings: [Binding] = []
  private var faults = DiagnosticList(
    moreID: "template-more-faults",
    remedy: Message(
      zh: "多半是循环里的一列没有数据,补上数据或用 {% if %} 避开",
      en:
        "most likely a column that a loop prints has no data: fill it in or avoid it with {% if %}")
  )
  /// The paths of cells that were asked for, to tell data nobody uses.
  private var used: Set<String> = []
  /// The columns that were asked for of loops' rows: a path a row would fill the memory.
  private var usedColumns: Set<UsedColumn> = []
  /// What calls without loop variables came to: they are the same in every pass.
  private var constants: [ConstantCall: TemplateValue] = [:]
  /// How many cells functions have looked at, and how many they may.
  private var cellsRead = 0
  private let mostCells: Int

  /// A column of a table.
  private struct UsedColumn: Hashable {
    let table: String
    let column: String
  }

  /// A call by its place.
  private struct ConstantCall: Hashable {
    let file: String
    let start: Int
    let end: Int
    let period: DataPeriod
  }

  init(_ context: TemplateContext, mostCells: Int = SectionFiller.Limits().functionCells) {
    resolver = NameResolver(context: context)
    self.mostCells = mostCells
  }

  /// What was asked for: paths of cells, and of columns as `资助.*.金额`.
  var usedPaths: Set<String> {
    used.union(usedColumns.map { "\($0.table).*.\($0.column)" })
  }

  /// The faults so far.
  var diagnostics: [Diagnostic] { faults.diagnostics }

  /// The faults since they were last taken.
  mutating func takeDiagnostics() -> [Diagnostic] {
    guard !faults.isEmpty else { return [] }
    defer { faults.removeAll() }
    return faults.diagnostics
  }

  /// Adds a fault.
  mutating func report(_ diagnostic: Diagnostic) {
    faults.add(diagnostic)
  }

  /// The value of an expression, or nil after a fault.
  mutating func value(
    of expression: Expression, in file: String, period: DataPeriod = .current
  ) -> TemplateValue? {
    switch expression.kind {
    case .number(let number): return TemplateValue(.quantity(Quantity(number)))
    case .string(let text): return TemplateValue(.text(text))
    case .path(let path): return value(of: path, range: expression.range, in: file, period: period)
    case .call(let name, let arguments):
      guard !bindings.isEmpty, !dependsOnLoop(expression) else {
        return call(name, arguments, range: expression.range, in: file, period: period)
      }
      let key = ConstantCall(
        file: file, start: expression.range.lowerBound, end: expression.range.upperBound,
        period: period)
      if let known = constants[key] { return known }
      let value = call(name, arguments, range: expression.range, in: file, period: period)
      constants[key] = value
      return value
    case .comparison, .not, .and, .or:
      return isTrue(expression, in: file).map { TemplateValue(.boolean($0)) }
    }
  }

  /// Whether a condition holds; a missing value is false, an unknown name a fault.
  mutating func isTrue(_ expression: Expression, in file: String) -> Bool? {
    switch expression.kind {
    case .not(let inner):
      return isTrue(inner, in: file).map { !$0 }
    case .and(let left, let right):
      let (first, second) = (isTrue(left, in: file), isTrue(right, in: file))
      guard let first, let second else { return nil }
      return first && second
    case .or(let left, let right):
      let (first, second) = (isTrue(left, in: file), isTrue(right, in: file))
      guard let first, let second else { return nil }
      return first || second
    case .comparison(let comparison, let left, let right):
      return compare(comparison, left, right, in: file)
    default:
      return value(of: expression, in: file)?.isTrue
    }
  }

  private mutating func value(
    of path: [Expression.Segment], range: Range<Int>, in file: String, period: DataPeriod
  ) -> TemplateValue? {
    let names = path.map(\.name)
    let resolution: Resolution
    if let first = names.first, let binding = bindings.last(where: { $0.name == first }) {
      if names.count == 2, period == .current, case .row(let table, let row) = binding.value.kind,
        let column = table.columns[names[1]],
        let value = TemplateValue(cell: row, column, of: table)
      {
        usedColumns.insert(UsedColumn(table: table.table.name, column: names[1]))
        return value
      }
      resolution = member(Array(names.dropFirst()), of: binding.value, in: period)
    } else if names.count == 1, names[0] == "序号" || names[0] == "index", let last = bindings.last {
      return TemplateValue(.quantity(Quantity(ExactDecimal(last.ordinal))))
    } else {
      resolution = resolver.resolve(names, in: period)
    }
    switch resolution {
    case .value(let value):
      noteUse(value)
      return value
    case .unknown(let looked, let nearest):
      report(unknown(names.joined(separator: "."), looked, nearest, at: range, in: file))
      return nil
    }
  }

  /// A loop's row in another period is the row of the same key there.
  private func member(
    _ names: [String], of value: TemplateValue, in period: DataPeriod
  ) -> Resolution {
    if period != .current, case .row(let table, let row) = value.kind,
      let key = table.table.key(ofRow: row)
    {
      return resolver.resolve([table.table.name, key] + names, in: period)
    }
    return resolver.member(names, of: value)
  }

  /// Whether an expression names a loop's variable or ordinal.
  private func dependsOnLoop(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number, .string: false
    case .path(let path):
      path.first.map { first in
        first.name == "序号" || first.name == "index" || bindings.contains { $0.name == first.name }
      } ?? false
    case .call(_, let arguments): arguments.contains { dependsOnLoop($0) }
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      dependsOnLoop(left) || dependsOnLoop(right)
    case .not(let inner): dependsOnLoop(inner)
    }
  }

  /// Counts the cells a function is going to look at; false, said once, where they are too many.
  private mutating func allows(
    _ values: [TemplateValue], at range: Range<Int>, in file: String
  ) -> Bool {
    guard cellsRead <= mostCells else { return false }
    for value in values {
      switch value.kind {
      case .column(let table, _), .table(let table): cellsRead += table.table.rows.count
      default: continue
      }
    }
    guard cellsRead > mostCells else { return true }
    report(
      Diagnostic(
        "template-limit", at: .text(file: file, range: range),
        Message(
          zh: "函数读过的单元格超过上限 {0}", en: "functions have read more than {0} cells", "\(mostCells)"),
        remedy: Message(
          zh: "不要在循环里对大表逐行求合计、名次", en: "do not add up or rank a large table in every pass of a loop"
        )))
    return false
  }

  private mutating func noteUse(_ value: TemplateValue) {
    for origin in value.origins { used.insert(origin.path) }
    switch value.kind {
    case .column(let table, let column):
      used.insert("\(table.table.name).*.\(table.table.columns[column].name)")
    case .table(let table):
      used.insert("\(table.table.name).*")
    default: break
    }
  }

  private mutating func call(
    _ name: Expression.Segment, _ arguments: [Expression], range: Range<Int>, in file: String,
    period: DataPeriod
  ) -> TemplateValue? {
    guard let function = TemplateFunction.byName[name.name] else {
      let nearest = NearestNames.of(name.name, in: TemplateFunction.byName.keys)
      report(
        Diagnostic(
          "template-unknown-function", at: .text(file: file, range: name.range),
          Message(zh: "没有名为“{0}”的过滤器或函数", en: "there is no filter or function “{0}”", name.name),
          remedy: Self.didYouMean(nearest)
            ?? Message(
              zh: "bulletin explain functions 列出全部", en: "bulletin explain functions lists them all"
            )))
      return nil
    }
    guard function.arity.contains(arguments.count) else {
      report(
        Diagnostic(
          "template-argument-count", at: .text(file: file, range: range),
          Message(
            zh: "“{0}”需要 {1} 个参数,给了 {2} 个", en: "“{0}” takes {1} arguments, {2} were given",
            name.name,
            function.arity.count == 1
              ? "\(function.arity.lowerBound)"
              : "\(function.arity.lowerBound)–\(function.arity.upperBound)",
            "\(arguments.count)"), remedy: Self.howToWrite(function)))
      return nil
    }
    var values: [TemplateValue] = []
    for argument in arguments {
      guard let value = value(of: argument, in: file, period: period) else { return nil }
      values.append(value)
    }
    if arguments.count == 1, let first = arguments.first {
      for base in function.bases {
        guard let value = value(of: first, in: file, period: base) else { return nil }
        values.append(value)
      }
    }
    // What is worked out from a missing value is missing too.
    let present = values.filter { !$0.isMissing }
    if let missing = values.first(where: \.isMissing) {
      guard function.passesOverMissing, !present.isEmpty else { return missing }
    }
    let kinds = function.kindRule == .kept ? nil : oneKind(of: present, at: range, in: file)
    if case .failed? = kinds { return nil }
    guard allows(present, at: range, in: file) else { return nil }
    switch function.apply(present) {
    case .value(let kind):
      let covered: FigureKind? =
        switch function.kindRule {
        case .kept: present.first?.figureKind
        case .one: if case .one(let kind)? = kinds { kind } else { nil }
        case .compared: nil
        }
      return TemplateValue(
        kind, from: present.flatMap(\.origins) + columnOrigins(present), figureKind: covered)
    case .chosen(let value):
      noteUse(value)
      return value
    case .fault(let message, let remedy):
      report(
        Diagnostic(
          "template-wrong-kind", at: .text(file: file, range: range), message,
          remedy: remedy ?? Self.howToWrite(function)))
      return nil
    }
  }

  private static func howToWrite(_ function: TemplateFunction) -> Message {
    Message(
      zh: "写法:{{{0}}};bulletin explain {1} 有例子", en: "write {{{0}}}; see bulletin explain {2}",
      function.description.usage, function.description.chineseName,
      function.description.englishName)
  }

  private enum CommonKind {
    case one(FigureKind?)
    case failed
  }

  /// The stretch of time that all figures cover; a fault where two cover different ones, because
  /// setting them against each other would say nothing true.
  private mutating func oneKind(
    of values: [TemplateValue], at range: Range<Int>, in file: String
  ) -> CommonKind {
    var found: (kind: FigureKind, path: String)?
    for value in values {
      for (kind, path) in value.kinds {
        guard let first = found else {
          found = (kind, path)
          continue
        }
        guard first.kind != kind else { continue }
        report(
          Diagnostic(
            "template-different-kinds", at: .text(file: file, range: range),
            Message(
              zh: "口径不同,不能放在一起比:“{0}”是{1},“{2}”是{3}",
              en: "figures of different kinds (口径) cannot be compared: “{0}” is {4}, “{2}” is {5}",
              first.path, first.kind.chineseName, path, kind.chineseName, first.kind.rawValue,
              kind.rawValue),
            remedy: Message(
              zh: "换成同一口径的数,或不作比较", en: "use figures of one kind, or do not compare them")))
        return .failed
      }
    }
    return .one(found?.kind)
  }

  /// Beyond that many cells a column is named by its first and last.
  private static let mostOrigins = 10_000

  /// The cells of the columns a value was worked out from.
  private func columnOrigins(_ values: [TemplateValue]) -> [ValueOrigin] {
    values.flatMap { value -> [ValueOrigin] in
      guard case .column(let table, let column) = value.kind else { return [] }
      let rows = table.table.rows
      let filled = rows.indices.filter { !rows.isBlank($0, column) }
      guard filled.count > Self.mostOrigins else {
        return filled.compactMap { table.table.origin(row: $0, column: column) }
      }
      return [filled.first, filled.last].compactMap { row in
        guard var origin = row.flatMap({ table.table.origin(row: $0, column: column) }) else {
          return nil
        }
        origin.path = "\(table.table.name).*.\(table.columnName(column))"
        return origin
      }
    }
  }

  private mutating func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression, in file: String
  ) -> Bool? {
    guard let first = value(of: left, in: file), let second = value(of: right, in: file) else {
      return nil
    }
    if case .failed = oneKind(
      of: [first, second], at: left.range.lowerBound..<right.range.upperBound, in: file)
    {
      return nil
    }
    switch (first.kind, second.kind) {
    case (.missing, _), (_, .missing):
      return comparison == .notEqual
    case (.text(let one), .text(let two)):
      return Self.holds(comparison, one, two)
    case (.quantity(let one), .quantity(let two)):
      // A bare number in a template is meant in the other side's unit.
      if one.unit.text.isEmpty || two.unit.text.isEmpty {
        return Self.holds(comparison, one.number, two.number)
      }
      if one.unit.isCommensurable(with: two.unit), let a = one.baseValue, let b = two.baseValue {
        return Self.holds(comparison, a, b)
      }
      report(
        Diagnostic(
          "template-wrong-kind",
          at: .text(file: file, range: left.range.lowerBound..<right.range.upperBound),
          Message(
            zh: "不能比较:“{0}”和“{1}”的单位不同", en: "cannot compare: “{0}” and “{1}” differ in unit",
            one.printed, two.printed),
          remedy: Message(
            zh: "检查是不是写错了名称,或数据里的单位", en: "check the names, and the units in the data")))
      return nil
    default: break
    }
    report(
      Diagnostic(
        "template-wrong-kind",
        at: .text(file: file, range: left.range.lowerBound..<right.range.upperBound),
        Message(
          zh: "不能比较:左边是{0},右边是{1}", en: "cannot compare {2} with {3}", first.kindName.zh,
          second.kindName.zh, first.kindName.en, second.kindName.en),
        remedy: Message(
          zh: "两边都用数值(单位可换算)或都用文字", en: "compare numbers of one unit, or texts")))
    return nil
  }

  private static func holds<T: Comparable>(
    _ comparison: Expression.Comparison, _ left: T, _ right: T
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private func unknown(
    _ path: String, _ looked: String, _ nearest: [String], at range: Range<Int>, in file: String
  ) -> Diagnostic {
    Diagnostic(
      "template-unknown-name", at: .text(file: file, range: range),
      Message(
        zh: "不认识的名称“{0}”(查过:{1})", en: "unknown name “{0}” (looked in: {1})", path, looked),
      remedy: Self.didYouMean(nearest)
        ?? Message(
          zh: "检查名称,或在数据里加上这一项", en: "check the name, or add it to the data"))
  }

  static func didYouMean(_ names: [String]) -> Message? {
    guard !names.isEmpty else { return nil }
    return Message(
      zh: "是不是:{0}", en: "did you mean: {0}", names.joined(separator: "、"))
  }
}
