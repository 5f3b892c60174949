import ArgumentParser
import SourceText

/// The program as a function: arguments in, printed bytes and an exit code out.
public enum BulletinProgram {
  /// The version that `--version` prints.
  public static let version = "0.1.0"

  /// Runs one command line.
  ///
  /// - Parameters:
  ///   - arguments: The arguments without the program's name.
  ///   - environment: The language and terminal outside.
  /// - Returns: What to print, and the exit code: 0, 1 for findings, 2 for failure or misuse.
  public static func run(
    _ arguments: [String], in environment: CommandEnvironment = CommandEnvironment()
  ) -> CommandResult {
    if arguments == ["--version"] {
      // Scripts ask for it before anything else; no parser is needed to answer.
      return CommandResult(output: Array((version + "\n").utf8), errors: [], exitCode: 0)
    }
    do {
      if let command = directly(arguments) {
        var session = CommandSession(environment, language: command.language)
        command.execute(&session)
        return session.result
      }
      var parsed = try RootCommand.parseAsRoot(arguments)
      guard let command = parsed as? any BulletinCommand else {
        // A request for help is a command of the library's own; it throws the text to print.
        try parsed.run()
        return CommandResult()
      }
      var session = CommandSession(environment, language: command.language)
      command.execute(&session)
      return session.result
    } catch {
      let text = Array((RootCommand.fullMessage(for: error) + "\n").utf8)
      let isAnswer = RootCommand.exitCode(for: error) == .success
      return isAnswer
        ? CommandResult(output: text, errors: [], exitCode: 0)
        : CommandResult(output: [], errors: text, exitCode: 2)
    }
  }
}

extension BulletinProgram {
  /// The command that the first argument names, understood without the others around it.
  ///
  /// Going through the root costs a cold start a good part of its time. Whatever is not a sound
  /// command line is left to the root, which knows how to help.
  private static func directly(_ arguments: [String]) -> (any BulletinCommand)? {
    guard let name = arguments.first else { return nil }
    let commands = RootCommand.configuration.subcommands
    guard let type = commands.first(where: { $0.configuration.commandName == name }) else {
      return nil
    }
    return (try? type.parseAsRoot(Array(arguments.dropFirst()))) as? any BulletinCommand
  }
}

extension CommandConfiguration {
  /// The configuration of a command under the program's own.
  ///
  /// A command that says what stands above it is not looked through for a request for completion
  /// scripts, which are the root's to give; the look would take a tenth of a cold start.
  static func of(
    commandName: String, abstract: String, discussion: String = ""
  ) -> CommandConfiguration {
    CommandConfiguration(
      commandName: commandName, _superCommandName: "bulletin", abstract: abstract,
      discussion: discussion)
  }
}

/// A command that prints into a session.
protocol BulletinCommand: ParsableCommand {
  /// The language that `--lang` chose, if it did.
  var language: MessageLanguage? { get }

  /// Does the work.
  func execute(_ session: inout CommandSession)
}

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: "Language of messages: zh or en. 消息的语言。",
    transform: { name in
      guard let language = MessageLanguage(rawValue: name) else {
        throw ValidationError("--lang takes zh or en, not \(name)")
      }
      return language
    })
  var language: MessageLanguage?
}

struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "Draft, check and publish half-year work summaries. 起草、校对、发布半年工作总结。",
    version: BulletinProgram.version,
    subcommands: [
      DraftCommand.self, ExportCommand.self, LintCommand.self, InspectCommand.self,
      ExplainCommand.self, LearnCommand.self, NextCommand.self, PublishCommand.self,
      StatusCommand.self, FormCommand.self, ImportCommand.self, NewCommand.self, SyncCommand.self,
      DiffCommand.self,
    ])
}
