import ReportModel

/// What a `for` goes through; a member is made when it is asked for.
struct LoopMembers {
  private enum Source {
    case rows(IndexedTable)
    case values([TemplateValue])
  }

  private let source: Source

  /// The members of a value, or nil where it has none to go through.
  init?(of value: TemplateValue) {
    switch value.kind {
    case .table(let indexed):
      source = .rows(indexed)
    case .list(let members):
      source = .values(members.map { TemplateValue(.text($0), from: value.origins) })
    case .column(let indexed, let column):
      source = .values(
        indexed.table.rows.indices.compactMap { TemplateValue(cell: $0, column, of: indexed) })
    case .narrative(.sequence(let members), let path):
      source = .values(
        members.enumerated().map { index, member in
          TemplateValue(.narrative(member, path: "\(path)[\(index + 1)]"))
        })
    default:
      return nil
    }
  }

  var count: Int {
    switch source {
    case .rows(let indexed): indexed.table.rows.count
    case .values(let values): values.count
    }
  }

  subscript(member: Int) -> TemplateValue {
    switch source {
    case .rows(let indexed): TemplateValue(.row(indexed, member))
    case .values(let values): values[member]
    }
  }
}
