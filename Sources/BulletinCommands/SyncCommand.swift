import ArgumentParser
import ReportMerge
import ReportWorkspace
import SectionTemplates
import SourceText

struct SyncCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "sync",
    abstract: "Bring new data into a draft that people have edited. 把新数据并进人改过的草稿。",
    discussion: """
      What people changed is kept: words, order, numbering, sentences added or dropped. A number \
      that only the data changed is updated in place; one changed by hand and in the data is a \
      conflict, in which the draft is kept. The old draft stays beside the new one as \
      draft.old.txt. Exit status: 0 done, 1 conflicts or things to look at, 2 failure.
      人改的文字、顺序、编号、增删都保留;只在数据里改了的数字就地更新;人和数据都改了的是冲突,暂留草稿。\
      旧草稿另存为 draft.old.txt。
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  enum Side: String, CaseIterable, ExpressibleByArgument {
    case draft
  }

  @Argument(help: "The report folder. 报告文件夹。")
  var folder: String

  @Argument(help: "The edited draft; by default draft.txt in the folder. 人改过的草稿。")
  var draft: String?

  @Option(help: "The text the draft was generated as, where it was not kept. 草稿当初生成的文本。")
  var base: String?

  @Option(help: "Write numbers typed by hand back to the data: draft. 把人改的数字写回数据。")
  var take: Side?

  @Flag(help: "Put both sides of a conflict into the text. 在正文里标出冲突的两边。")
  var mark = false

  @Flag(help: "Show what would change, and write nothing. 只显示将作的改动。")
  var dryRun = false

  @Flag(
    help: "Print 〔待填：…〕 for missing values. 缺的值印成〔待填：…〕。")
  var allowMissing = false

  @Option(help: "How the outcome is printed: text or json. 输出格式。")
  var format = Format.text

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let report = try ReportFolder(at: folder, allowsMissing: allowMissing)
      let generated = report.draft(allowsMissing: allowMissing)
      session.report(
        report.findings(of: generated) + report.unusedWarnings(generated),
        sources: report.sources + generated.narrativeSources)
      guard session.result.exitCode == 0 else { return }
      let sync = try DraftSync(report, generated, request)
      let old = dryRun ? nil : try sync.write()
      if sync.isDocument, let old {
        session.note(
          Message(
            zh: "文稿已重新排版,手工格式和批注留在 {0}",
            en: "the document is set anew; formatting by hand and comments stay in {0}", old))
      }
      let outcome = SyncOutcome(
        sync, sources: report.sources, oldPath: old, isDryRun: dryRun)
      switch format {
      case .text: outcome.print(in: &session)
      case .json: session.print(SyncJSON(outcome, language: session.language).bytes)
      }
      if outcome.wantsAttention { session.fail(1) }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private var request: DraftSync.Request {
    var request = DraftSync.Request()
    request.draftPath = draft
    request.basePath = base
    request.encoding = reading.textEncoding
    request.changes = reading.documentChanges
    request.allowsMissing = allowMissing
    request.takesDraft = take == .draft
    request.marksConflicts = mark
    return request
  }
}
