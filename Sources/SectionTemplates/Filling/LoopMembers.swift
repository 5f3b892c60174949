import ReportModel

/// What a `for` goes through.
enum LoopMembers {
  /// The members of a value, or nil where it has none to go through.
  static func of(_ value: TemplateValue) -> [TemplateValue]? {
    switch value.kind {
    case .table(let indexed):
      indexed.table.rows.indices.map { TemplateValue(.row(indexed, $0)) }
    case .list(let members):
      members.map { TemplateValue(.text($0), from: value.origins) }
    case .column(let indexed, let column):
      indexed.table.rows.indices.compactMap { TemplateValue(cell: $0, column, of: indexed) }
    case .narrative(.sequence(let members), let path):
      members.enumerated().map { index, member in
        TemplateValue(.narrative(member, path: "\(path)[\(index + 1)]"))
      }
    default:
      nil
    }
  }
}
