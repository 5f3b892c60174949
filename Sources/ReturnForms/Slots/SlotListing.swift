import ReportModel
import SectionTemplates
public import SourceText

/// What `form` prints of a report's slots: for people, as CSV, as JSON.
public struct SlotListing: Sendable {
  private let slots: [FormSlot]
  private let language: MessageLanguage

  /// A listing in a language.
  public init(_ slots: [FormSlot], language: MessageLanguage) {
    self.slots = slots
    self.language = language
  }

  /// A block a kind and table, a line a slot, its uses below.
  public var text: [UInt8] {
    var output: [UInt8] = []
    func line(_ text: String) {
      var end = text[...]
      while end.last == " " { end.removeLast() }
      output.append(contentsOf: end.utf8)
      output.append(0x0A)
    }
    let rows = slots.map { cells($0) }
    let widths = (rows.first?.indices ?? 0..<0).map { column in
      min(rows.map { DisplayWidth.of($0[column]) }.max() ?? 0, 40)
    }
    var heading = ""
    for (slot, row) in zip(slots, rows) {
      let title = title(of: slot)
      if title != heading {
        if !heading.isEmpty { line("") }
        line(title)
        heading = title
      }
      line(
        "  "
          + zip(row, widths).map { cell, width in
            cell + String(repeating: " ", count: max(0, width - DisplayWidth.of(cell)) + 2)
          }.joined())
    }
    return output
  }

  /// A row a slot, under English heads.
  public var csv: [UInt8] {
    var csv = CSVWriter(columns: [
      "name", "kind", "label", "type", "unit", "table", "key", "required", "conditions", "filled",
      "total", "last_period", "last_year", "owners", "reading_back", "used_at",
    ])
    for slot in slots {
      csv.row([
        slot.name, slot.kind.rawValue, slot.label, slot.type?.rawValue ?? "", slot.unit,
        slot.table ?? "", slot.key ?? "", slot.demand.rawValue,
        slot.conditions.joined(separator: ";"), "\(slot.filled.count)", "\(slot.filled.total)",
        Self.joined(slot.last), Self.joined(slot.lastYear), slot.owners.joined(separator: ";"),
        slot.readability?.level.rawValue ?? "", slot.uses.joined(separator: ";"),
      ])
    }
    return csv.bytes
  }

  /// `{"slots": […]}` and a line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("slots")
      json.array { json in
        for slot in slots { write(slot, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ slot: FormSlot, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", slot.name)
      json.member("kind", slot.kind.rawValue)
      json.member("label", slot.label)
      json.member("type", slot.type?.rawValue)
      json.member("unit", slot.unit)
      json.member("table", slot.table)
      json.member("key", slot.key)
      json.member("required", slot.demand.rawValue)
      json.member("conditions", slot.conditions)
      json.key("filled")
      json.number(slot.filled.count)
      json.key("total")
      json.number(slot.filled.total)
      for (name, values) in [("lastPeriod", slot.last), ("lastYear", slot.lastYear)] {
        json.key(name)
        json.array { json in
          for (key, value) in values {
            json.object { json in
              if !key.isEmpty { json.member("row", key) }
              json.member("value", value)
            }
          }
        }
      }
      json.member("owners", slot.owners)
      json.member("readingBack", slot.readability?.level.rawValue)
      if let reason = slot.readability?.reason {
        json.member("readingBackReason", reason.text(in: language))
      }
      json.member("usedAt", slot.uses)
    }
  }

  private func title(of slot: FormSlot) -> String {
    switch slot.kind {
    case .figure: word("单项指标", "Single figures")
    case .column, .cell, .table:
      word("表:\(slot.table ?? "")", "Table \(slot.table ?? "")")
    case .narrative: word("叙述", "Narratives")
    case .setting: word("报告设置", "Settings of the report")
    }
  }

  /// Name, type, unit, demand, filled, earlier value, owner, reading back, first use.
  private func cells(_ slot: FormSlot) -> [String] {
    let name =
      slot.kind == .column ? String(slot.name.dropFirst((slot.table ?? "").count + 1)) : slot.name
    let last = Self.short(slot.last)
    let year = Self.short(slot.lastYear)
    return [
      VisibleText.escape(name), type(slot), slot.unit, demand(slot), filled(slot),
      last.isEmpty ? "" : word("上期 ", "last period ") + last,
      year.isEmpty ? "" : word("上年同期 ", "last year ") + year,
      slot.owners.joined(separator: "、"), reading(slot), uses(slot),
    ]
  }

  private func type(_ slot: FormSlot) -> String {
    switch slot.type {
    case .text: word("文本", "text")
    case .number: word("数值", "number")
    case .integer: word("整数", "integer")
    case .list: word("列表", "list")
    case .date: word("日期", "date")
    case nil: ""
    }
  }

  private func demand(_ slot: FormSlot) -> String {
    switch slot.demand {
    case .always: word("必填", "required")
    case .conditional: word("有“\(slot.conditions[0])”时", "if \(slot.conditions[0])")
    case .never: word("可空", "optional")
    }
  }

  private func filled(_ slot: FormSlot) -> String {
    let (count, total) = slot.filled
    if total == 1 { return count == 1 ? word("已填", "filled") : word("未填", "open") }
    return word("已填 \(count)/\(total)", "\(count)/\(total) filled")
  }

  private func reading(_ slot: FormSlot) -> String {
    switch slot.readability?.level {
    case .readable: word("可读回", "reads back")
    case .checkOnly: word("只可核对", "check only")
    case .unread: word("不可读回", "not read back")
    case nil: ""
    }
  }

  private func uses(_ slot: FormSlot) -> String {
    guard let first = slot.uses.first else { return word("正文没有用到", "not used in the text") }
    let more = slot.uses.count - 1
    return more == 0 ? first : first + word(" 等 \(more + 1) 处", " and \(more) more")
  }

  private func word(_ chinese: String, _ english: String) -> String {
    language == .zh ? chinese : english
  }

  /// The value, or for rows how many there are.
  private static func short(_ values: [(key: String, value: String)]) -> String {
    guard let first = values.first else { return "" }
    let text = String(first.value.unicodeScalars.prefix(12).map(Character.init))
    let cut = text.unicodeScalars.count < first.value.unicodeScalars.count ? text + "…" : text
    return values.count == 1 && first.key.isEmpty
      ? cut : "\(first.key) \(cut)" + (values.count > 1 ? "…" : "")
  }

  private static func joined(_ values: [(key: String, value: String)]) -> String {
    values.map { $0.key.isEmpty ? $0.value : "\($0.key) \($0.value)" }.joined(separator: ";")
  }
}

extension JSONWriter {
  /// A member with a text, null for none.
  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A member with a list of texts.
  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { json in
      for value in values { json.string(value) }
    }
  }
}
