#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

let usage = """
  usage: bulletin-bench tmpl DATADIR RECORDS
    fills DATADIR/bulletin.j2 with each line of RECORDS, a JSON object, and prints the texts
  usage: [BATCH=K] bulletin-bench xlsx gen:N OUT
    writes a workbook of N rows and ten columns, or K of them as OUT.0.xlsx to OUT.15.xlsx
  usage: bulletin-bench csv FILE
    reads FILE into typed cells with their places; prints its rows and column 6 added up
  usage: bulletin-bench xlsxread FILE
    the same for the sheet of a workbook

  """

let arguments = CommandLine.arguments.dropFirst()
let outcome: BenchOutcome =
  switch (arguments.first, arguments.count) {
  case ("xlsx", 3):
    WorkbookBench.run(
      spec: arguments[2], path: arguments[3],
      batch: getenv("BATCH").flatMap { Int(String(cString: $0)) })
  case ("tmpl", 3): TemplateBench.run(folder: arguments[2], records: arguments[3])
  case ("csv", 2): CSVBench.run(arguments[2])
  case ("xlsxread", 2): SheetBench.run(arguments[2])
  default: .wrong(usage)
  }
if case .wrong(let message) = outcome {
  var text = message
  text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  exit(2)
}
