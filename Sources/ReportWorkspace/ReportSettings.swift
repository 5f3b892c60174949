public import ReportModel
public import SourceText
import YAMLNodes

/// What `report.yaml` says: the period, the publication, the data files.
public struct ReportSettings: Sendable, Equatable {
  /// A problem and the plan that answers it, by the titles of their items.
  public struct Link: Sendable, Equatable {
    /// The problem.
    public var problem: String
    /// The plan.
    public var plan: String
  }

  /// The period covered; nil where the report names none.
  public var period: Period?
  /// The title, where it is not the pack's.
  public var title = ""
  /// The organ that publishes, where it is not the bureau's.
  public var publicationOrgan = ""
  /// When it was published, as written.
  public var publicationTime = ""
  /// The day the figures hold for, as written.
  public var asOf = ""
  /// The data files below `data/`; empty for all that are there.
  public var dataFiles: [String] = []
  /// Which plan answers which problem.
  public var links: [Link] = []
  /// The encoding the text is written in; nil for UTF-8.
  public var encoding: TextEncoding?
  /// Whether the text begins with a byte order mark.
  public var hasByteOrderMark = false
  /// The bureau's settings that the report gives itself.
  public var bureau = BureauSettings()

  /// Settings that say nothing.
  public init() {}

  /// Reads `report.yaml`.
  init(_ fields: inout YAMLFields) {
    period = Self.period(&fields)
    title = fields.text("标题", "title") ?? ""
    let publication: (String, String)? = fields.mapping("发布", "publication") { inner in
      (inner.text("机关", "organ") ?? "", inner.text("时间", "time") ?? "")
    }
    if let publication { (publicationOrgan, publicationTime) = publication }
    asOf = fields.text("截至", "as_of") ?? ""
    fields.ignore("说明", "note")
    dataFiles = Self.dataFiles(&fields)
    (encoding, hasByteOrderMark) = Self.textForm(&fields)
    links = fields.mappings("对应", "links") { inner in
      Link(
        problem: inner.text("问题", "problem", required: true) ?? "",
        plan: inner.text("打算", "plan", required: true) ?? "")
    }
    bureau = BureauSettings(&fields)
  }

  private static func period(_ fields: inout YAMLFields) -> Period? {
    guard let member = fields.member("期间", "period"),
      let text = fields.text(member.node, path: member.path)
    else { return nil }
    if let period = Period(text) { return period }
    fields.report(
      "report-period", at: member.node.range,
      Message(zh: "期间“{0}”不认识", en: "unknown period “{0}”", VisibleText.escape(text)),
      remedy: Message(
        zh: "写成 2023年上半年、2023年度 或 2023年第一季度", en: "write 2023年上半年, 2023H1, 2023 or 2023Q1"))
    return nil
  }

  /// What `文本: {编码: GB18030, 字节序标记: true}` says of the bytes.
  private static func textForm(_ fields: inout YAMLFields) -> (TextEncoding?, Bool) {
    let form: (TextEncoding?, Bool)? = fields.mapping("文本", "text") { inner in
      var encoding: TextEncoding?
      if let member = inner.member("编码", "encoding"),
        let name = inner.text(member.node, path: member.path)
      {
        encoding = TextEncoding(name: name)
        if encoding == nil {
          inner.report(
            "report-encoding", at: member.node.range,
            Message(zh: "编码“{0}”不认识", en: "unknown encoding “{0}”", VisibleText.escape(name)),
            remedy: Message(
              zh: "可用:{0}", en: "one of {0}",
              TextEncoding.allCases.map(\.rawValue).joined(separator: "、")))
        }
      }
      return (encoding, inner.boolean("字节序标记", "byte_order_mark") ?? false)
    }
    return form ?? (nil, false)
  }

  /// A data file's name stays inside the folder `data`.
  private static func dataFiles(_ fields: inout YAMLFields) -> [String] {
    fields.list("数据", "data").enumerated().compactMap { index, node in
      guard let name = fields.text(node, path: "数据[\(index + 1)]") else { return nil }
      guard FolderName.isSafe(name) else {
        fields.report(
          "report-file-outside", at: node.range,
          Message(
            zh: "数据文件“{0}”不在 data 文件夹里", en: "the data file “{0}” would leave the folder data",
            VisibleText.escape(name)),
          remedy: Message(zh: "只写文件名,不写路径", en: "write the file's name without a path"))
        return nil
      }
      return name
    }
  }
}

/// Names of files that must stay inside their folder.
enum FolderName {
  /// Whether a name is one path component that is neither empty, `.`, `..` nor holds a separator.
  static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".."
      && !name.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 == 0 }
  }
}
