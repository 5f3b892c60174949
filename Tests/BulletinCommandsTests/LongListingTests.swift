import BulletinCommands
import Synchronization
import TestSupport
import Testing

/// A listing that is handed on piece by piece is the one that would be held whole.
@Suite struct LongListingTests {
  private final class Pieces: Sendable {
    private let pieces = Mutex<[[UInt8]]>([])

    func take(_ bytes: [UInt8]) { pieces.withLock { $0.append(bytes) } }

    var all: [[UInt8]] { pieces.withLock { $0 } }
  }

  @Test(arguments: [
    ["--format", "json"], ["--view", "outline"], ["--view", "outline", "--format", "csv"],
    ["--view", "figures"], ["--view", "figures", "--format", "csv"], ["--view", "tree"],
  ])
  func isHandedOnPieceByPiece(_ options: [String]) {
    let folder = TemporaryFolder()
    let part = (1...99).map { "\($0).修好道路。投资\($0)00余万元,受益\($0)万人。\n" }.joined()
    let text = String(repeating: "一、主要工作\n" + part, count: 60)
    folder.write(text, to: "长.txt")
    let arguments = ["inspect", folder.path + "/长.txt"] + options
    let whole = BulletinProgram.run(arguments)

    let pieces = Pieces()
    let rest = BulletinProgram.run(
      arguments, in: CommandEnvironment(writesOutput: { pieces.take($0) }))
    #expect(!pieces.all.isEmpty)
    #expect(pieces.all.allSatisfy { $0.count < 1 << 18 })
    #expect(Array(pieces.all.joined()) + rest.output == whole.output)
    #expect(rest.output.count < 1 << 18)
  }
}
