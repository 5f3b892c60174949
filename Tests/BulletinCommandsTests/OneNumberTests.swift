import FigureWorkbook
import ReportModel
import ReportWorkspace
import SectionTemplates
import SourceText
import TestSupport
import Testing

/// One number, everywhere: a figure changed in a data file changes wherever it is shown, and nothing
/// else does.
@Suite struct OneNumberTests {
  struct Shown: Sendable {
    let text: String
    /// Cell contents by `sheet!A1`.
    let cells: [String: String]
  }

  @Test func aChangedFigureChangesWhereItIsShownAndNothingElse() throws {
    let before = try show { _ in }
    let after = try show { folder in
      let path = folder + "/data/资助.csv"
      let old = TestFile.read(path) ?? ""
      #expect(old.contains(",78.55,"))
      TestFile.write(old.replacing(",78.55,", with: ",80.05,"), to: path)
    }
    #expect(after.text == before.text.replacing("78.55万元", with: "80.05万元"))
    let changed = Set(before.cells.keys).union(after.cells.keys).filter {
      before.cells[$0] != after.cells[$0] && !$0.hasPrefix("出处!")
    }
    // The cell, the column's total, the row's amount per head, shares of the total, and in 指标 the figure as printed and its value; the other cells
    // that change there are those of the sentence, which is quoted beside each of its figures.
    let figures = changed.filter { $0.hasPrefix("指标!") }
    // 核对 sets the printed number beside the cell and works the amount per head out anew; 正文 quotes
    // the sentence as it is and as it was exported.
    let proofs = changed.filter { $0.hasPrefix("核对!") }
    let sentences = changed.filter { $0.hasPrefix("正文!") }
    #expect(
      changed.subtracting(figures).subtracting(proofs).subtracting(sentences).sorted()
        == ["资助!D10", "资助!D4", "资助!F4", "资助!G4", "资助!G7", "资助!G8"])
    #expect(
      proofs.compactMap { after.cells[$0] }.sorted()
        == ["509.55", "80.05", "80.05", "正文:幼儿园补助80.05万元"])
    #expect(sentences.count == 2)
    #expect(sentences.allSatisfy { after.cells[$0]?.contains("80.05万元") == true })
    #expect(after.cells["资助!D4"] == "80.05")
    #expect(after.cells["资助!D10"] == "1679.14")
    let own = figures.filter { after.cells[$0]?.contains("80.05") == true }
    #expect(own.count == figures.count)
    #expect(figures.contains { after.cells[$0] == "80.05万元" })
    #expect(figures.contains { after.cells[$0] == "80.05" })
    // 出处 lists the value and the data file's new hash.
    let sources = Set(before.cells.keys).union(after.cells.keys).filter {
      before.cells[$0] != after.cells[$0] && $0.hasPrefix("出处!")
    }
    #expect(sources.count == 2)
  }

  private func show(_ change: (String) -> Void) throws -> Shown {
    let folder = TemporaryFolder()
    SampleFolder.copy("zhijiang-education", into: folder)
    change(folder.path + "/2023H1")
    let report = try ReportFolder(at: folder.path + "/2023H1")
    let draft = report.draft()
    #expect(draft.diagnostics.isEmpty)
    let layout = try FigureWorkbook.layout(report.snapshot(of: draft))
    var cells: [String: String] = [:]
    for sheet in layout.sheets {
      for (row, line) in sheet.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() {
          let name = "\(sheet.name)!\(ValueOrigin.letters(column + 1))\(row + 1)"
          cells[name] = Self.content(cell)
        }
      }
    }
    return Shown(text: draft.text.text, cells: cells)
  }

  private static func content(_ cell: CellLayout) -> String {
    switch cell.content {
    case .blank: ""
    case .text(let text), .link(let text, _), .formula(_, .text(let text)): text
    case .number(let number), .formula(_, .number(let number)): number.description
    }
  }
}
