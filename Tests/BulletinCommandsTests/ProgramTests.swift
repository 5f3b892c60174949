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
}
