import BulletinCommands
import SourceText

/// Runs a command line as `main` would, without a process.
func run(
  _ arguments: String..., language: MessageLanguage = .zh
) -> (output: String, errors: String, code: Int32) {
  let result = BulletinProgram.run(arguments, in: CommandEnvironment(language: language))
  return (
    String(decoding: result.output, as: UTF8.self), String(decoding: result.errors, as: UTF8.self),
    result.exitCode
  )
}

/// Runs a command line that is put together by the test.
func run(_ arguments: [String]) -> (output: String, errors: String, code: Int32) {
  let result = BulletinProgram.run(arguments, in: CommandEnvironment(language: .zh))
  return (
    String(decoding: result.output, as: UTF8.self), String(decoding: result.errors, as: UTF8.self),
    result.exitCode
  )
}

/// Runs a command line and gives the bytes of its standard output.
func runRaw(_ arguments: String...) -> [UInt8] {
  BulletinProgram.run(arguments).output
}
