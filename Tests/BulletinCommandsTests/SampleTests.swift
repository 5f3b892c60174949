import BulletinSyntax
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText
import TestSupport
import Testing

@Suite struct SampleTests {
  @Test(arguments: SampleFolder.reports) func draftsAsRecorded(report: String) {
    let result = run("draft", SampleFolder.path(report))
    #expect(result.code == 0)
    #expect(result.errors == "")
    let name = report.split(separator: "/").joined(separator: "-") + ".txt"
    GoldenFile.expect(result.output, at: GoldenFile.path(name))
  }

  @Test(arguments: SampleFolder.reports) func lintsClean(report: String) {
    let result = run("lint", SampleFolder.path(report), "--format", "json")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("{\"findings\":[]"))
  }

  @Test func zhijiangHasThePublishedOutline() throws {
    let tree = try zhijiang().tree
    let chain = ["一是", "二是", "三是"].map { (3, $0) }
    let items = (1...3).flatMap { [(2, "\($0).")] + chain }
    let rest = (1...3).map { (2, "\($0).") }
    let expected = [(1, "一、")] + items + [(1, "二、")] + rest + [(1, "三、")] + rest
    #expect(tree.headings.map(\.level) == expected.map(\.0))
    #expect(tree.headings.map { tree.source.text(in: $0.number) } == expected.map(\.1))
    #expect(tree.headings.filter { $0.level == 1 }.map(\.role) == [.done, .problems, .plans])
  }

  @Test func zhijiangPrintsAllPublishedFiguresFromData() throws {
    let (folder, _) = try zhijiang()
    let figures = folder.snapshot(of: folder.draft()).figures
    #expect(figures.count == 61)
    #expect(figures.filter(\.origins.isEmpty).map(\.text) == [])
    #expect(figures.filter { !$0.isDirect }.map(\.text) == [])
    #expect(Set(figures.flatMap { $0.origins.map(\.path) }).count == 61)
  }

  /// The figures that the bureau published, one `value unit qualifier` each, sorted.
  @Test func zhijiangPrintsThePublishedValues() throws {
    let (folder, _) = try zhijiang()
    let figures = folder.snapshot(of: folder.draft()).figures.map { figure in
      [figure.value?.description ?? "", figure.unit.text, figure.qualifiers.joined(separator: ";")]
        .joined(separator: " ")
    }
    GoldenFile.expect(
      figures.sorted().joined(separator: "\n") + "\n",
      at: GoldenFile.path("zhijiang-figures.txt"))
  }

  private func zhijiang() throws -> (folder: ReportFolder, tree: SyntaxTree) {
    let folder = try ReportFolder(at: SampleFolder.path("zhijiang-education/2023H1"))
    let source = SourceFile(name: "draft.txt", text: folder.draft().text.text)
    return (folder, SyntaxTree.parse(source))
  }
}
