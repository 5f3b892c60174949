#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

let usage = """
  usage: bulletin-bench tmpl DATADIR RECORDS
    fills DATADIR/bulletin.j2 with each line of RECORDS, a JSON object, and prints the texts

  """

let arguments = CommandLine.arguments.dropFirst()
let outcome: BenchOutcome =
  switch (arguments.first, arguments.count) {
  case ("tmpl", 3): TemplateBench.run(folder: arguments[2], records: arguments[3])
  default: .wrong(usage)
  }
if case .wrong(let message) = outcome {
  var text = message
  text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  exit(2)
}
