import ReportModel
import SourceText

/// What two periods' texts have in common, in words: `两期对照.txt`.
struct PeriodComparison {
  private let alignment: PeriodAlignment
  private let names: [Int: String]

  /// A comparison; `names` says what the text's figures are called in the folder, by index.
  init(_ alignment: PeriodAlignment, names: [Int: String]) {
    self.alignment = alignment
    self.names = names
  }

  /// The counts that the command shows.
  var summary: LearnedReport.Comparison {
    var summary = LearnedReport.Comparison()
    for standing in alignment.standings {
      switch standing {
      case .stayed: summary.stayed += 1
      case .reworded: summary.reworded += 1
      case .added: summary.added += 1
      }
    }
    summary.gone = alignment.goneSentences.count
    for figure in alignment.text.figures {
      switch isSame(figure) {
      case nil: summary.newFigures += 1
      case true?: summary.sameFigures += 1
      case false?: summary.changedFigures += 1
      }
    }
    summary.goneFigures = alignment.goneFigures.count
    summary.isOneSeries = alignment.isOneSeries
    summary.isLater = alignment.relation == .later
    return summary
  }

  /// The file.
  var text: [UInt8] {
    let summary = summary
    var lines = [
      "本篇:\(period(alignment.text)),对照:\(period(alignment.other))",
      "句子:相同 \(summary.stayed),改写 \(summary.reworded),本篇新有 \(summary.added),对照另有 \(summary.gone)",
      "数字:改变 \(summary.changedFigures),不变 \(summary.sameFigures),本篇新有 \(summary.newFigures),对照另有 \(summary.goneFigures)",
    ]
    if !summary.isOneSeries { lines.append("两篇没有成句相同的文字,没有分出叙述。") }
    if summary.isLater { lines.append("对照的一期比本篇晚,没有填作上期。") }
    lines += figureLines + sentenceLines
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func period(_ text: LearnedText) -> String {
    text.front.period?.title ?? text.front.title
  }

  private func isSame(_ figure: LearnedFigure) -> Bool? {
    guard let partner = alignment.figurePartners[figure.index] else { return nil }
    return words(figure) == words(alignment.other.figures[partner], in: alignment.other)
  }

  private func words(_ figure: LearnedFigure, in text: LearnedText? = nil) -> String {
    (text ?? alignment.text).source.text(in: figure.range)
  }

  private var figureLines: [String] {
    var lines = ["", "数字:名称 本篇 ← 对照"]
    for figure in alignment.text.figures {
      let name = names[figure.index] ?? figure.label
      guard let partner = alignment.figurePartners[figure.index] else {
        lines.append("  \(name) \(words(figure)) ← 没有")
        continue
      }
      lines.append(
        "  \(name) \(words(figure)) ← \(words(alignment.other.figures[partner], in: alignment.other))"
      )
    }
    for index in alignment.goneFigures {
      let figure = alignment.other.figures[index]
      lines.append("  \(figure.label) 没有 ← \(words(figure, in: alignment.other))")
    }
    return lines
  }

  private var sentenceLines: [String] {
    var lines = ["", "句子:改写的(本篇在上),本篇新有的(+),对照另有的(-)"]
    for (index, standing) in alignment.standings.enumerated() {
      let own = alignment.text.source.text(in: alignment.clauses.sentences[index].range)
      switch standing {
      case .stayed: break
      case .reworded(let partner):
        let other = alignment.other.source.text(in: alignment.otherClauses.sentences[partner].range)
        lines.append("  = \(own.trimmedBlanks)")
        lines.append("  ~ \(other.trimmedBlanks)")
      case .added: lines.append("  + \(own.trimmedBlanks)")
      }
    }
    for index in alignment.goneSentences {
      let other = alignment.other.source.text(in: alignment.otherClauses.sentences[index].range)
      lines.append("  - \(other.trimmedBlanks)")
    }
    return lines
  }
}
