import BulletinSyntax
import ReportLint
import ReportModel
import SourceText

/// Any bytes must give a tree whose text is the decoded input, with every range inside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzParser(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let raw = bytes.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  let source = SourceFile(name: "fuzz", raw: raw)
  let tree = SyntaxTree.parse(source)
  precondition(tree.bytes == source.bytes)
  var end = 0
  for leaf in tree.leaves {
    precondition(leaf.start == end, "leaves tile the text")
    end = leaf.range.upperBound
  }
  precondition(end == source.bytes.count)
  for heading in tree.headings {
    precondition(heading.number.upperBound <= heading.title.lowerBound)
    precondition(heading.title.upperBound <= source.bytes.count)
    precondition(heading.level >= 1)
  }
  for figure in FigureScanner.figures(in: tree) {
    precondition(figure.range.upperBound <= source.bytes.count)
    precondition(figure.numerals.lowerBound >= figure.range.lowerBound)
  }
  if source.decodingFaults.isEmpty {
    precondition((try? source.encoded()) == raw)
  }
  for findings in [Linter().lint(tree), Linter().lint(tree, evidence: evidence(for: tree))] {
    for finding in findings {
      guard case .text(_, let range) = finding.place else { continue }
      precondition(range.upperBound <= source.bytes.count)
    }
  }
  return 0
}

/// Data that hold every other figure of a text, and the text itself as that of the last period.
private func evidence(for tree: SyntaxTree) -> ReportEvidence {
  var values: [PrintedValue] = []
  var rows: [SingleFigure] = []
  for (index, figure) in FigureScanner.figures(in: tree).enumerated() where index % 2 == 0 {
    guard let quantity = figure.quantity(in: tree.source) else { continue }
    let origin = ValueOrigin(file: "data/figures.csv", line: index, column: 3, path: "a.\(index)")
    rows.append(SingleFigure(id: origin.path, label: "", quantity: quantity, origin: origin))
    values.append(
      PrintedValue(
        range: figure.range, path: origin.path, printed: quantity, expected: rows.first?.quantity,
        origins: [origin], isCertain: index % 3 == 0))
  }
  let earlier = Period("2023H1").map {
    ReportEvidence.Earlier(period: $0, data: DataSet(figures: rows.reversed()), text: tree)
  }
  return ReportEvidence(
    values: values, draft: tree, data: DataSet(figures: rows), period: Period("2023H2"),
    previous: earlier, lastYear: earlier,
    links: [ReportEvidence.Link(problem: tree.titleText ?? "", plan: "")])
}
