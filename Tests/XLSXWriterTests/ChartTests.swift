import Testing
import XLSXWriter

struct ChartTests {
  private static func cells(_ column: Int, rows: ClosedRange<Int> = 0...2) -> SheetRange {
    SheetRange(
      sheet: "表",
      range: CellRange(
        firstRow: rows.lowerBound, firstColumn: column, lastRow: rows.upperBound,
        lastColumn: column))
  }

  @Test(.enabled(if: hasOpenpyxl), arguments: Chart.Kind.allCases)
  func everyKindReadsBack(_ kind: Chart.Kind) throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      for row in 0..<3 {
        try sheet.write("项\(row)", row: row, column: 0)
        try sheet.writeFormula(
          "\(row)*2", result: .number(Double(row * 2) + 0.5), row: row, column: 1)
        try sheet.writeFormula("\"类\(row)\"", result: .text("类\(row)"), row: row, column: 2)
      }
      var chart = Chart(
        kind,
        series: [
          Chart.Series(
            name: .text("投资"), categories: Self.cells(2), values: Self.cells(1),
            color: .black, labels: Chart.Labels(numberFormat: "0.0"))
        ],
        title: .cell(Self.cells(0, rows: 0...0)))
      if kind.hasAxes {
        chart.categoryAxis.name = .text("项目")
        chart.valueAxis = Chart.Axis(
          name: .text("万元"), numberFormat: "#,##0", minimum: 0, maximum: 10)
        chart.categoryAxis.isReversed = true
      }
      chart.legend = .bottom
      chart.width = 960
      chart.alternativeText = "各项投资"
      try sheet.insert(chart, row: 4, column: 0)
    }
    #expect(book.lines("print(len(sheet._charts))") == ["1"])
    let xml = book.part("xl/charts/chart1.xml")
    #expect(xml.contains("<c:f>'表'!$B$1:$B$3</c:f>"))
    #expect(xml.contains("<c:v>投资</c:v>"))
    // Formulas count with the values they were written with.
    for value in ["0.5", "2.5", "4.5", "类1", "项0"] {
      #expect(xml.contains("<c:v>\(value)</c:v>"), "\(value)")
    }
    #expect(xml.contains("<c:legendPos val=\"b\"/>"))
    #expect(xml.contains("<a:srgbClr val=\"000000\"/>"))
    #expect(xml.contains("<a:t>万元</a:t>") == kind.hasAxes)
    // Each axis has its own settings, whichever way the bars lie.
    for (axis, name, order) in [("catAx", "项目", "maxMin"), ("valAx", "万元", "minMax")] {
      let part = xml.split(separator: "<c:\(axis)>").dropFirst().first?
        .split(separator: "</c:\(axis)>").first
      #expect(part.map { $0.contains("<a:t>\(name)</a:t>") } ?? false == kind.hasAxes)
      #expect(part.map { $0.contains("orientation val=\"\(order)\"") } ?? false == kind.hasAxes)
    }
    #expect(book.part("xl/drawings/drawing1.xml").contains("descr=\"各项投资\""))
  }

  @Test func lyingBarsMayBearTheirSeriesName() throws {
    let book = try WrittenWorkbook { sheet throws(XLSXError) in
      var chart = Chart(
        .bar,
        series: [
          Chart.Series(
            name: .text("投资"), values: Self.cells(1),
            labels: Chart.Labels(showsSeries: true, standOutside: true))
        ])
      chart.valueAxis.isShown = false
      try sheet.insert(chart, row: 4, column: 0)
    }
    let xml = book.part("xl/charts/chart1.xml")
    for piece in [
      "<c:showSerName val=\"1\"/>", "<c:separator> </c:separator>",
      "<c:delete val=\"1\"/>",
    ] {
      #expect(xml.contains(piece), "\(piece)")
    }
    #expect(!xml.contains("majorGridlines"))
    let pie = try WrittenWorkbook { sheet throws(XLSXError) in
      let labels = Chart.Labels(
        showsValue: false, showsCategory: true, showsPercentage: true, standOutside: true,
        numberFormat: "0.0")
      try sheet.insert(
        Chart(.pie, series: [Chart.Series(values: Self.cells(1), labels: labels)]), row: 4,
        column: 0)
    }
    let pieXML = pie.part("xl/charts/chart1.xml")
    #expect(pieXML.contains("<c:dLblPos val=\"outEnd\"/>"))
    #expect(pieXML.contains("<c:showCatName val=\"1\"/><c:showPercent val=\"1\"/>"))
    #expect(!pieXML.contains("<c:showVal val=\"1\"/>"))
  }

  private func kind(_ change: (inout Chart) -> Void) -> XLSXError.Kind? {
    failure { sheet throws(XLSXError) in
      var chart = Chart(.column, series: [Chart.Series(values: Self.cells(1))])
      change(&chart)
      try sheet.insert(chart, row: 0, column: 0)
    }
  }

  @Test func chartsAreChecked() {
    #expect(kind { _ in } == nil)
    #expect(kind { $0.series = [] } == .empty(.chartSeries))
    #expect(kind { $0.title = .text("=A1") } == .misread(.chartText, "=A1"))
    #expect(kind { $0.title = .text("") } == .empty(.chartText))
    #expect(
      kind { $0.series[0].name = .cell(Self.cells(0)) }
        == .badRange(.chartText, Self.cells(0).range))
    let block = CellRange(firstRow: 0, firstColumn: 0, lastRow: 1, lastColumn: 1)
    #expect(kind { $0.series[0].values.range = block } == .badRange(.chartRange, block))
    #expect(
      kind { $0.series[0].values = Self.cells(0, rows: 0...32_000) }
        == .tooMany(.chartRange, limit: 32_000))
    #expect(
      kind { $0.style = 49 }
        == .outsideLimits(.chartStyle, value: 49, lowest: 1, highest: 48))
    #expect(
      kind { $0.width = 0 }
        == .outsideLimits(.chartSize, value: 0, lowest: 10, highest: 10_000))
    #expect(kind { $0.valueAxis.minimum = .nan } == .notFinite(.axis))
    #expect(
      kind {
        $0.kind = .pie; $0.valueAxis.name = .text("元")
      } == .notForThisChart(.axis))
    #expect(
      kind { $0.series[0].labels = Chart.Labels(showsPercentage: true) }
        == .notForThisChart(.chartText))
    #expect(
      kind {
        $0.kind = .doughnut; $0.series[0].labels = Chart.Labels(standOutside: true)
      } == .notForThisChart(.chartText))
    #expect(kind { $0.series[0].values.sheet = "没有" } == .noSuchSheet("没有"))
  }
}
