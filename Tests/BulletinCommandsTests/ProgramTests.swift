import BulletinCommands
import Testing

@Suite struct ProgramTests {
  @Test func printsItsVersion() {
    let result = BulletinProgram.run(["--version"])
    #expect(String(decoding: result.output, as: UTF8.self) == BulletinProgram.version + "\n")
    #expect(result.errors.isEmpty)
    #expect(result.exitCode == 0)
  }

  @Test(arguments: [["no-such-command"], ["lint", "--no-such-option"], ["draft"]])
  func refusesWhatItDoesNotKnow(arguments: [String]) {
    let result = BulletinProgram.run(arguments)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
    #expect(result.exitCode == 2)
  }

  @Test(arguments: [
    ([], "USAGE: bulletin <subcommand>"),
    (["--help"], "USAGE: bulletin <subcommand>"),
    (["draft", "--help"], "USAGE: bulletin draft "),
    (["help", "lint"], "USAGE: bulletin lint "),
  ])
  func helpsWithWhatIsAskedFor(arguments: [String], usage: String) {
    let result = BulletinProgram.run(arguments)
    #expect(String(decoding: result.output, as: UTF8.self).contains(usage))
    #expect(result.errors.isEmpty)
    #expect(result.exitCode == 0)
  }
}
