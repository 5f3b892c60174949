import FigureWorkbook
import ReportWorkspace
import SectionTemplates
import TestSupport
import Testing

/// Formulas that every spreadsheet program of the last ten years calculates.
@Suite struct FormulaFunctionTests {
  private static let known: Set<String> = [
    "ABS", "AND", "COUNT", "COUNTA", "COUNTIF", "EXACT", "IF", "INT", "ISNUMBER", "ISTEXT", "MOD",
    "N",
    "NOT", "OR", "ROUND", "ROW", "SUBSTITUTE", "SUM", "SUMPRODUCT", "TEXT",
  ]

  @Test(arguments: SampleFolder.reports)
  func formulasCallOnlyWhatExcel2016WPSAndLibreOfficeHave(_ sample: String) throws {
    let report = try ReportFolder(at: SampleFolder.path(sample))
    let layout = try FigureWorkbook.layout(report.snapshot(of: report.draft()))
    var called: Set<String> = []
    for sheet in layout.sheets {
      for look in sheet.conditionalLooks { called.formUnion(Self.functions(of: look.formula)) }
      for cell in sheet.rows.lazy.flatMap(\.cells) {
        if case .formula(let formula, _) = cell.content {
          called.formUnion(Self.functions(of: formula))
        }
      }
    }
    #expect(called.contains("SUM"))
    #expect(called.subtracting(Self.known).isEmpty)
  }

  /// The names before opening brackets, outside of texts and sheets' names.
  private static func functions(of formula: String) -> Set<String> {
    var found: Set<String> = []
    var name = ""
    var quote: UInt8?
    for byte in formula.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        name = ""
      } else if byte == UInt8(ascii: "(") {
        if !name.isEmpty { found.insert(name) }
        name = ""
      } else if (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2E {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name = ""
      }
    }
    return found
  }
}

/// The workbook of every sample, calculated anew by LibreOffice: each cell comes to what it was
/// written with.
@Suite(.enabled(if: OfficeCheck.isPossible)) struct RecalculationTests {
  @Test(arguments: SampleFolder.reports)
  func everyCellOfASampleComesToItsValue(_ sample: String) throws {
    let report = try ReportFolder(at: SampleFolder.path(sample))
    let layout = try FigureWorkbook.layout(report.snapshot(of: report.draft()))
    let folder = TemporaryFolder()
    let path = folder.path + "/book.xlsx"
    try FigureWorkbook.write(layout, to: path)
    let other = TemporaryFolder()
    let saved = try #require(OfficeCheck.recalculated(path, into: other.path) as String?)
    let lines = OfficeCheck.lines(
      """
      books = [openpyxl.load_workbook(path, data_only=True) for path in sys.argv[1:3]]
      def same(one, two):
          if one in (None, '') and two in (None, ''): return True
          if isinstance(one, (int, float)) and isinstance(two, (int, float)):
              return abs(one - two) <= abs(one) * 2e-15
          return one == two
      count = 0
      for sheet in books[0].worksheets:
          for row in sheet.iter_rows():
              for cell in row:
                  other = books[1][sheet.title][cell.coordinate].value
                  count += 1
                  if not same(cell.value, other):
                      print(sheet.title, cell.coordinate, cell.value, other)
      print(count > 1000)
      """, path, saved)
    #expect(lines == ["True"])
  }
}
