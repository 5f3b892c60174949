import DataFiles
import ReportModel
import SectionTemplates
import SourceText
import YAMLNodes

/// Any bytes must be read as a template, as YAML and as CSV without a crash; a template that compiles
/// must fill into a text whose stretches are the whole of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTemplates(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let raw = bytes.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  let (data, _) = DataFileReader.read([
    DataInput(name: "data/表.csv", raw: raw), DataInput(name: "data/figures.csv", raw: raw),
    DataInput(name: "data/narrative.yaml", raw: raw),
  ])
  let source = SourceFile(name: "fuzz", raw: raw)
  _ = YAMLReader.read(source)
  guard source.decodingFaults.isEmpty else { return 0 }
  for paragraphs in ParagraphBreak.allCases {
    guard let template = try? SectionTemplate(source, paragraphs: paragraphs) else { continue }
    var limits = SectionFiller.Limits()
    limits.outputBytes = 1 << 20
    limits.loopPasses = 1_000
    var filler = SectionFiller(
      TemplateContext(settings: ["单位": "甲局"], data: data, schema: DataSchema()),
      allowsMissing: true, limits: limits)
    let output = filler.fill(template)
    var end = 0
    for segment in output.segments {
      precondition(segment.range.lowerBound == end, "stretches tile the text")
      end = segment.range.upperBound
    }
    precondition(end == output.bytes.count)
  }
  return 0
}
