public import SourceText
public import YAMLNodes

extension BulletinFormat {
  /// Reads a format from YAML.
  ///
  /// ```yaml
  /// 名称: 本局
  /// 层级:            # levels: a sample number, and 独行 (ownLine) or 接排 (runIn)
  ///   - {编号: 一、, 位置: 独行}
  ///   - {编号: 1., 位置: 接排}
  /// 标点: 半角        # width: 半角 (half) or 全角 (full)
  /// 空行: 1          # blank_lines
  /// 缩进: 0          # indent, in characters
  /// 来源行: "打印 来源:"
  /// ```
  ///
  /// What is left out is taken from ``bulletin``. Faults go to `diagnostics`.
  public init(
    _ node: YAMLNode, in file: String, into diagnostics: inout [Diagnostic]
  ) {
    self = YAMLFields.read(node, in: file, into: &diagnostics) { fields in
      var format = BulletinFormat.bulletin
      format.name = fields.text("名称", "name") ?? "custom"
      let levels = fields.mappings("层级", "levels") { Self.level(&$0) }
      if !levels.isEmpty { format.levels = levels.compactMap { $0 } }
      let width: MarkWidth? = Self.choice(
        &fields, "标点", "width", ["半角": .half, "half": .half, "全角": .full, "full": .full])
      format.width = width ?? format.width
      format.blankLines = Self.count(&fields, "空行", "blank_lines") ?? format.blankLines
      let indent = Self.count(&fields, "缩进", "indent") ?? 0
      format.indent = String(repeating: "　", count: indent)
      format.sourcePrefix = fields.text("来源行", "source_line") ?? format.sourcePrefix
      return format
    }
  }

  private static func level(_ fields: inout YAMLFields) -> Level? {
    let placement: Placement? = choice(
      &fields, "位置", "placement",
      ["独行": .ownLine, "ownLine": .ownLine, "接排": .runIn, "runIn": .runIn])
    guard let member = fields.member("编号", "number", required: true),
      let sample = fields.text(member.node, path: member.path)
    else { return nil }
    let bytes = Array(sample.utf8)
    let reading = bytes.withUnsafeBufferPointer { OrdinalReader.read(TextBytes($0), at: 0) }
    guard let reading, reading.end == bytes.count else {
      fields.report(
        "format-number", at: member.node.range,
        Message(zh: "“{0}”不是认得的编号", en: "“{0}” is no known number", sample),
        remedy: Message(
          zh: "写一个示例编号,如 一、 （一） 1. （1） ①",
          en: "write a sample number, such as 一、 （一） 1. （1） ①"))
      return nil
    }
    return Level(reading.mark.style, placement ?? .ownLine)
  }

  private static func choice<Value>(
    _ fields: inout YAMLFields, _ chinese: String, _ english: String, _ values: [String: Value]
  ) -> Value? {
    guard let member = fields.member(chinese, english),
      let text = fields.text(member.node, path: member.path)
    else { return nil }
    if let value = values[text] { return value }
    let names = values.keys.sorted().joined(separator: " ")
    fields.report(
      "format-choice", at: member.node.range,
      Message(zh: "{0}不能是“{1}”", en: "{0} cannot be “{1}”", chinese, text),
      remedy: Message(zh: "可用:{0}", en: "use one of: {0}", names))
    return nil
  }

  private static func count(
    _ fields: inout YAMLFields, _ chinese: String, _ english: String
  ) -> Int? {
    guard let member = fields.member(chinese, english) else { return nil }
    guard let text = fields.text(member.node, path: member.path) else { return nil }
    if let value = Int(text), (0...10).contains(value) { return value }
    fields.report(
      "format-count", at: member.node.range,
      Message(zh: "{0}应为 0 到 10 的整数", en: "{0} is a whole number from 0 to 10", chinese))
    return nil
  }
}
