import SectionTemplates
import SourceText
import TestSupport
import Testing

@Suite struct BuiltInPackTests {
  static let names = BuiltInPacks.names

  @Test func packsAreNamed() {
    #expect(Self.names.contains("education-half-year"))
  }

  @Test(arguments: names) func isWhatTheFolderHolds(pack: String) throws {
    let folder = TestFile.repository + "/Templates/" + pack
    let files = try #require(BuiltInPacks.files(of: pack))
    let onDisk = TestFile.names(in: folder).filter { $0.hasSuffix(".txt") }
    #expect(files.sections.keys.sorted() == onDisk, "stale: run Scripts/embed")
    #expect(
      TestFile.read(folder + "/pack.yaml") == files.manifest.text, "stale: run Scripts/embed")
    for (name, source) in files.sections {
      #expect(TestFile.read(folder + "/" + name) == source.text, "stale: run Scripts/embed")
    }
  }

  @Test(arguments: names) func compiles(pack: String) throws {
    let files = try #require(BuiltInPacks.files(of: pack))
    let compiled = try TemplatePack(files.manifest, sections: files.sections)
    #expect(!compiled.parts.isEmpty)
    #expect(compiled.title != nil)
  }

  @Test func unknownPacksAreNone() {
    #expect(BuiltInPacks.files(of: "no-such-pack") == nil)
    #expect(BuiltInPacks.files(of: "") == nil)
  }
}
