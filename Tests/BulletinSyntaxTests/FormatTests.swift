import BulletinSyntax
import SourceText
import Testing
import YAMLNodes

struct FormatTests {
  static func read(_ yaml: String) -> (format: BulletinFormat, ids: [String]) {
    let file = SourceFile(name: "format.yaml", text: yaml)
    let result = YAMLReader.read(file)
    var diagnostics = result.diagnostics
    guard let root = result.root else { return (.bulletin, diagnostics.map(\.id)) }
    let format = BulletinFormat(root, in: file.name, into: &diagnostics)
    return (format, diagnostics.map(\.id))
  }

  @Test func aFormatIsReadFromYAML() {
    let (format, ids) = Self.read(
      """
      名称: 本局
      层级:
        - {编号: （一）, 位置: 独行}
        - {编号: 1、, 位置: 接排}
      标点: 全角
      空行: 2
      缩进: 2
      来源行: "来源："
      """)
    #expect(ids.isEmpty)
    #expect(
      format
        == BulletinFormat(
          name: "本局",
          levels: [.init(.chineseBrackets, .ownLine), .init(.arabicComma, .runIn)],
          width: .full, blankLines: 2, indent: "　　", sourcePrefix: "来源："))
  }

  @Test(arguments: [
    ("层级: [{编号: 甲、}]", "format-number"), ("标点: 大", "format-choice"), ("空行: 99", "format-count"),
    ("层级: [{位置: 独行}]", "yaml-missing-key"), ("颜色: 红", "yaml-unknown-key"),
  ])
  func faultsAreTold(_ yaml: String, _ id: String) {
    #expect(Self.read(yaml).ids == [id])
  }

  @Test func levelsBeyondTheFormatsOwnGoOn() {
    #expect(BulletinFormat.bulletin.level(1).style == .chineseComma)
    #expect(BulletinFormat.bulletin.level(4).style == .chineseBrackets)
    #expect(BulletinFormat.bulletin.level(99).style == .circled)
  }
}
