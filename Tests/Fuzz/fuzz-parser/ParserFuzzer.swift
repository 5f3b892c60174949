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
  for finding in Linter().lint(tree) {
    guard case .text(_, let range) = finding.place else { continue }
    precondition(range.upperBound <= source.bytes.count)
  }
  return 0
}
