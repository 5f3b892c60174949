import DataFiles
public import ReportMerge
import ReportModel
import SectionTemplates
public import SourceText

/// Numbers typed into a draft by hand, written back to the data they were printed from.
///
/// What is written is proved: the report is drafted again from the changed data, and a number that
/// it then does not print as it was typed is left alone.
public struct DraftTakeover: Sendable {
  /// A value that was taken.
  public struct Taken: Sendable, Hashable {
    /// The number as the draft prints it, with what it counts.
    public let number: MergeEvent.Number
    /// The file, below the report folder, that holds it now.
    public let file: String
  }

  /// A number that stays in the draft only.
  public struct Refused: Sendable, Hashable {
    /// The number.
    public let number: MergeEvent.Number
    /// Why it was not taken.
    public let reason: Message
  }

  /// A data file with its old and new bytes.
  public struct ChangedFile: Sendable, Hashable {
    /// The path below the report folder.
    public let name: String
    /// The bytes before; nil where the file is new.
    public let old: [UInt8]?
    /// The bytes to be written.
    public let new: [UInt8]
  }

  /// The values that were taken.
  public private(set) var taken: [Taken] = []
  /// The numbers that stay in the draft only.
  public private(set) var refused: [Refused] = []
  /// The data files that change.
  public private(set) var files: [ChangedFile] = []

  /// A number and what is to be written for it.
  private struct Wish {
    let number: MergeEvent.Number
    let mine: MergeEvent.NumberText
    var change: ValueChange
  }

  private let report: ReportFolder
  private let allowsMissing: Bool

  /// Nothing taken.
  init(nothingFrom report: ReportFolder, allowsMissing: Bool) {
    self.report = report
    self.allowsMissing = allowsMissing
  }

  /// Takes all numbers of a merge that were typed by hand.
  ///
  /// - Parameters:
  ///   - result: The merge of the draft with the text generated from the data as they are.
  ///   - report: The report.
  ///   - allowsMissing: Whether missing values become placeholders.
  ///   - merge: Merges the draft with another generated text.
  /// - Throws: The faults that the data would have with the values taken.
  init(
    from result: ThreeWayMerge.Result, of report: ReportFolder, allowsMissing: Bool,
    merge: (Draft) -> ThreeWayMerge.Result
  ) throws(WorkspaceError) {
    self.init(nothingFrom: report, allowsMissing: allowsMissing)
    var wishes = wishes(result)
    var failed = try attempt(wishes, merge)
    if !failed.isEmpty {
      // Once more in the very words that were typed, then without those that do not come out.
      for index in wishes.indices where failed.contains(wishes[index].mine.range) {
        wishes[index].change.asWritten = Self.wording(wishes[index].mine)
      }
      failed = (try? attempt(wishes, merge)) ?? failed
      for wish in wishes where failed.contains(wish.mine.range) {
        refuse(wish.number, .notReproduced)
      }
      wishes.removeAll { failed.contains($0.mine.range) }
      if !failed.isEmpty, try !attempt(wishes, merge).isEmpty {
        for wish in wishes { refuse(wish.number, .notReproduced) }
        (wishes, files) = ([], [])
      }
    }
    taken = wishes.map { wish in
      let file = wish.change.origin.file
      return Taken(
        number: wish.number,
        file: DataFileWriter.canEdit(file) ? file : DataCorrections.file)
    }
  }

  // MARK: What is to be taken

  private mutating func wishes(_ result: ThreeWayMerge.Result) -> [Wish] {
    let cells = CellValues(report.data)
    var wishes: [Wish] = []
    for event in result.events
    where event.kind == .numberEditedByHand || event.kind == .numberConflict {
      for number in event.numbers where number.differsFromData {
        switch Self.change(number, cells) {
        case .success(let (mine, change)):
          wishes.append(Wish(number: number, mine: mine, change: change))
        case .failure(let reason): refuse(number, reason)
        }
      }
    }
    let values = Dictionary(grouping: wishes, by: \.change.origin).mapValues {
      Set($0.map(\.change))
    }
    for wish in wishes where values[wish.change.origin]?.count != 1 {
      refuse(wish.number, .twoValues)
    }
    return wishes.filter { values[$0.change.origin]?.count == 1 }
  }

  /// What a number typed by hand makes of the cell that the text prints in its place.
  private static func change(
    _ number: MergeEvent.Number, _ cells: CellValues
  ) -> Result<(MergeEvent.NumberText, ValueChange), Reason> {
    guard let origin = number.origins.first else { return .failure(.notFromData) }
    guard !origin.file.hasPrefix("../") else { return .failure(.earlierPeriod) }
    guard number.isDirect, let theirs = number.theirs, let printed = theirs.value,
      let cell = cells.quantity(at: origin)
    else { return .failure(.workedOut) }
    guard let mine = number.mine, let value = mine.value else { return .failure(.notANumber) }
    guard let scale = scale(from: theirs.unit, printed, to: cell) else {
      return .failure(.workedOut)
    }
    guard mine.unit.isCommensurable(with: theirs.unit),
      let new = value.scaled(byPowerOfTen: scale + mine.unit.powerOfTen - theirs.unit.powerOfTen)
    else { return .failure(.otherUnit) }
    let (words, known) = (mine.knownQualifiers, theirs.knownQualifiers)
    return .success(
      (mine, ValueChange(origin: origin, number: new, qualifiers: words == known ? nil : words)))
  }

  /// The power of ten between a printed number and its cell's; nil where it is no such power.
  private static func scale(
    from unit: MeasureUnit, _ printed: ExactDecimal, to cell: Quantity
  ) -> Int? {
    let difference = unit.powerOfTen - cell.unit.powerOfTen
    if cell.number.isZero { return unit.isCommensurable(with: cell.unit) ? difference : 0 }
    if printed == cell.number { return 0 }
    return printed.scaled(byPowerOfTen: difference) == cell.number ? difference : nil
  }

  /// Number and unit in the words that were typed, without those that qualify them.
  private static func wording(_ number: MergeEvent.NumberText) -> String {
    var text = number.text[...]
    for word in number.knownQualifiers {
      if text.hasPrefix(word) { text = text.dropFirst(word.count) }
      if text.hasSuffix(word) { text = text.dropLast(word.count) }
    }
    return String(text)
  }

  // MARK: Trying

  /// Changes the data, drafts, merges; gives the places of the numbers that did not come out.
  private mutating func attempt(
    _ wishes: [Wish], _ merge: (Draft) -> ThreeWayMerge.Result
  ) throws(WorkspaceError) -> Set<Range<Int>> {
    files = []
    guard !wishes.isEmpty else { return [] }
    let missed = changeFiles(wishes.map(\.change))
    let unwritten = Set(wishes.filter { missed.contains($0.change) }.map(\.mine.range))
    let changed = try ReportFolder(
      at: report.path, allowsMissing: allowsMissing,
      replacing: Dictionary(files.map { ($0.name, $0.new) }, uniquingKeysWith: { $1 }))
    let draft = changed.draft(allowsMissing: allowsMissing)
    guard !draft.diagnostics.contains(where: { $0.severity == .error }) else {
      throw WorkspaceError(draft.diagnostics, sources: changed.sources)
    }
    let open = Set(
      merge(draft).events.filter { event in
        switch event.kind {
        case .numberEditedByHand, .numberConflict, .wordsConflict: true
        default: false
        }
      }.flatMap { event in
        event.numbers.compactMap(\.mine?.range)
      })
    return unwritten.union(wishes.map(\.mine.range).filter(open.contains))
  }

  /// Makes ``files``; gives the changes that could not be made.
  private mutating func changeFiles(_ changes: [ValueChange]) -> Set<ValueChange> {
    var failed: Set<ValueChange> = []
    var corrections: [ValueChange] = []
    for (name, changes) in Dictionary(grouping: Set(changes), by: \.origin.file).sorted(by: {
      $0.key < $1.key
    }) {
      let changes = changes.sorted {
        ($0.origin.line, $0.origin.column) < ($1.origin.line, $1.origin.column)
      }
      guard DataFileWriter.canEdit(name) else {
        corrections += changes
        continue
      }
      guard let source = report.sources.first(where: { $0.name == name }) else {
        failed.formUnion(changes)
        continue
      }
      let result = DataFileWriter.apply(changes, to: source)
      failed.formUnion(result.failed)
      guard let new = result.bytes else {
        failed.formUnion(changes)
        continue
      }
      files.append(ChangedFile(name: name, old: report.bytes(ofFile: name), new: new))
    }
    guard !corrections.isEmpty else { return failed }
    let name = DataCorrections.file
    // A correction that is corrected again was changed in place above.
    let old = files.first { $0.name == name }?.new ?? report.bytes(ofFile: name)
    let file = old.map { SourceFile(name: name, raw: $0) }
    let targets = CorrectionTargets(report.data)
    guard
      let new = DataCorrections.adding(
        corrections.map { change in
          DataCorrection(
            change, among: targets, source: "取自草稿；原处 \(change.origin.place)")
        }, to: file)
    else { return failed.union(corrections) }
    files.removeAll { $0.name == name }
    files.append(ChangedFile(name: name, old: report.bytes(ofFile: name), new: new))
    return failed
  }

  // MARK: Reasons

  /// Why a number is not taken.
  private enum Reason: Error {
    case notFromData, workedOut, earlierPeriod, notANumber, otherUnit, twoValues, notReproduced

    var message: Message {
      switch self {
      case .notFromData:
        Message(
          zh: "正文里这个数字不来自数据,是模板里的文字", en: "it does not come from the data: the template's own words"
        )
      case .workedOut:
        Message(
          zh: "正文里这个数字由数据算出或取整,请改数据",
          en: "it is worked out or rounded from the data: change the data")
      case .earlierPeriod:
        Message(zh: "它来自以前一期的数据,请到那一期改", en: "it comes from an earlier period: change it there")
      case .notANumber: Message(zh: "草稿里写的不是数字", en: "what the draft has is no number")
      case .otherUnit: Message(zh: "草稿用了另一种单位", en: "the draft has another unit")
      case .twoValues:
        Message(
          zh: "同一个数据在草稿里改成了不同的值", en: "one cell was given different values in the draft")
      case .notReproduced:
        Message(
          zh: "写进数据后正文印不出草稿的样子,请改数据或模板",
          en: "the data could not print it as the draft has it: change data or template by hand")
      }
    }
  }

  private mutating func refuse(_ number: MergeEvent.Number, _ reason: Reason) {
    refused.append(Refused(number: number, reason: reason.message))
  }
}

extension MergeEvent.NumberText {
  /// The qualifying words that data files can hold.
  fileprivate var knownQualifiers: [String] { qualifiers.filter { Qualifier($0) != nil } }
}

/// The quantities of a data set by their cells.
private struct CellValues {
  private var values: [ValueOrigin: Quantity] = [:]

  init(_ data: DataSet) {
    for figure in data.figures { values[figure.origin] = figure.quantity }
    for table in data.tables {
      for row in table.rows.indices {
        for column in table.columns.indices {
          guard case .quantity(let quantity) = table.rows[row][column].value,
            let origin = table.origin(row: row, column: column)
          else { continue }
          values[origin] = quantity
        }
      }
    }
  }

  func quantity(at origin: ValueOrigin) -> Quantity? { values[origin] }
}
