import ReportMerge
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText

/// What a merge did, as people are told of it.
struct SyncOutcome {
  let sync: DraftSync
  /// The path of the old draft; nil where nothing was written.
  let oldPath: String?
  let isDryRun: Bool
  private let sources: [SourceFile]

  /// An outcome; `sources` are the texts that values came from.
  init(_ sync: DraftSync, sources: [SourceFile], oldPath: String?, isDryRun: Bool) {
    self.sync = sync
    self.sources = sources
    self.oldPath = oldPath
    self.isDryRun = isDryRun
  }

  var events: [MergeEvent] { sync.result.events }

  /// Whether a person has to decide or should look.
  var wantsAttention: Bool {
    !sync.takeover.refused.isEmpty || events.contains { Self.wantsAttention($0) }
  }

  /// Whether a person should look at an event: undecided, doubtful, or a number that now differs
  /// from the cell it is bound to.
  static func wantsAttention(_ event: MergeEvent) -> Bool {
    event.kind.isConflict || event.kind.wantsReview
      || (event.kind == .numberEditedByHand
        && event.numbers.contains { !$0.origins.isEmpty && $0.differsFromData })
  }

  // MARK: Text

  /// Prints the outcome: what wants attention with its place, the rest a line each, the sums.
  func print(in session: inout CommandSession) {
    if isDryRun { session.print(sync.patch) }
    let printer = DiagnosticPrinter(
      style: .text, language: session.language, color: session.environment.usesColor,
      width: session.environment.width)
    let attention = events.filter(Self.wantsAttention)
    session.print(
      printer.print(attention.map { diagnostic($0) }, sources: [sync.merged] + sources))
    var cursor = PositionCursor(sync.merged.bytes)
    for event in events where !Self.wantsAttention(event) {
      let start = event.result.lowerBound
      let position = cursor.position(of: start)
      let place = sync.merged.document?.place(of: position, at: start)
      session.print(
        Message(
          zh: "{0}:{1}:{2}: {3}", en: "{0}:{1}:{2}: {3}", VisibleText.escape(sync.draftPath),
          "\(place?.paragraph ?? position.line)", "\(place?.character ?? position.column)",
          event.message.text(in: session.language)))
    }
    printTakeover(in: &session)
    printSums(in: &session)
  }

  private func printTakeover(in session: inout CommandSession) {
    for taken in sync.takeover.taken {
      session.print(
        Message(
          zh: "取自草稿:{0} {1} 写入 {2}", en: "taken from the draft: {0} {1} written to {2}",
          VisibleText.escape(taken.number.label),
          VisibleText.escape(taken.number.mine?.text ?? ""), taken.file))
    }
    for refused in sync.takeover.refused {
      session.print(
        Message(
          zh: "没有写回:{0} {1}:{2}", en: "not written back: {0} {1}: {2}",
          VisibleText.escape(refused.number.label),
          VisibleText.escape(refused.number.mine?.text ?? ""),
          refused.reason.text(in: session.language)))
    }
  }

  private func printSums(in session: inout CommandSession) {
    func count(_ kinds: MergeEvent.Kind...) -> String {
      "\(events.count { kinds.contains($0.kind) })"
    }
    let isByHand: Set<MergeEvent.Kind> = [
      .numberEditedByHand, .wordsEditedByHand, .addedByHand, .droppedByHand, .movedByHand,
      .movedByBoth,
    ]
    session.print(
      Message(
        zh: "更新数字 {0} 处,保留人工改动 {1} 处,冲突 {2} 处,请核对 {3} 处。",
        en: "{0} numbers updated, {1} hand edits kept, {2} conflicts, {3} to look at",
        count(.numberUpdated), "\(events.count { isByHand.contains($0.kind) })",
        count(.numberConflict, .wordsConflict),
        "\(events.count { Self.wantsAttention($0) && !$0.kind.isConflict })"))
    if isDryRun {
      session.note(Message(zh: "没有写入任何文件", en: "nothing was written"))
    } else if let oldPath {
      session.note(
        Message(
          zh: "已写入 {0},旧草稿在 {1}", en: "wrote {0}; the old draft is {1}", sync.draftPath, oldPath))
    } else {
      session.note(Message(zh: "{0} 不用改", en: "{0} needs no change", sync.draftPath))
    }
  }

  // MARK: Attention

  private func diagnostic(_ event: MergeEvent) -> Diagnostic {
    Diagnostic(
      "sync-" + event.kind.diagnosticName, event.kind.isConflict ? .warning : .info,
      at: .text(file: sync.draftPath, range: event.result), event.message,
      remedy: remedy(event), notes: notes(event))
  }

  private func remedy(_ event: MergeEvent) -> Message? {
    switch event.kind {
    case .numberEditedByHand, .numberConflict:
      guard event.numbers.contains(where: \.isDirect) else {
        return event.kind == .numberConflict
          ? Message(zh: "定一个值,改数据或草稿", en: "decide on one; change the data or the draft") : nil
      }
      return Message(
        zh: "以草稿为准就运行 --take draft 写回数据;以数据为准就改草稿",
        en:
          "where the draft is right, write it to the data with --take draft; else change the draft")
    case .wordsConflict:
      return Message(zh: "看过两边后改草稿", en: "look at both and settle it in the draft")
    default: return nil
    }
  }

  /// Where the values, or else the words, of the data's side come from.
  private func notes(_ event: MergeEvent) -> [Diagnostic.Note] {
    var places: [DiagnosticPlace] = []
    for origin in event.numbers.flatMap(\.origins) {
      let place = place(of: origin)
      if !places.contains(place) { places.append(place) }
    }
    if places.isEmpty, let theirs = event.theirs, let place = template(at: theirs) {
      places.append(place)
    }
    return places.prefix(3).map { place in
      Diagnostic.Note(Message(zh: "数据一边出自这里", en: "the data's side comes from here"), at: place)
    }
  }

  private func place(of origin: ValueOrigin) -> DiagnosticPlace {
    if let sheet = origin.sheet {
      return .cell(
        file: origin.file, sheet: sheet,
        reference: ValueOrigin.letters(origin.column) + String(origin.line))
    }
    guard let source = sources.first(where: { $0.name == origin.file }),
      let offset = LineTable(source.bytes).offset(
        of: TextPosition(line: origin.line, column: origin.column))
    else { return .file(origin.file) }
    let length = source.bytes[offset...].prefix { $0 != 0x2C && $0 != 0x09 && $0 > 0x20 }.count
    return .text(file: origin.file, range: offset..<offset + length)
  }

  private func template(at range: Range<Int>) -> DiagnosticPlace? {
    let text = sync.generated.text
    guard let index = text.segmentIndex(at: range.lowerBound),
      case .words(let file, let offset) = text.segments[index].origin
    else { return nil }
    let segment = text.segments[index].range
    let start = offset + range.lowerBound - segment.lowerBound
    let length = min(range.upperBound, segment.upperBound) - range.lowerBound
    return .text(file: file, range: start..<start + length)
  }
}

extension MergeEvent.Kind {
  /// The kind's name in the form of diagnostic ids: `number-conflict`.
  fileprivate var diagnosticName: String {
    rawValue.reduce(into: "") { name, letter in
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
  }
}
