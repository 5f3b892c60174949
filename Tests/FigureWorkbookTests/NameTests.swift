import TestSupport
import Testing

@testable import FigureWorkbook

struct NameTests {
  @Test(arguments: [
    ("资助", "资助"), ("A/B:C*D?E[F]G\\H#I", "A／B：C＊D？E［F］G＼H＃I"), ("", "表"), ("'''", "表"),
    (" 'a' ", "a"), ("History", "History(2)"), ("总览", "总览(2)"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    (String(repeating: "𠮷", count: 20), String(repeating: "𠮷", count: 15)), ("a\u{1}b", "a_b"),
  ])
  func sheetNamesAreMadeFit(_ wanted: String, _ name: String) {
    var names = SheetNames()
    _ = names.allocate("总览")
    #expect(names.allocate(wanted) == name)
  }

  @Test func namesThatAreEqualAfterCuttingAreNumbered() {
    var names = SheetNames()
    let long = String(repeating: "长", count: 31)
    #expect(names.allocate(long + "甲") == long)
    #expect(names.allocate(long + "乙") == String(repeating: "长", count: 28) + "(2)")
    #expect(names.allocate("Abc") == "Abc")
    #expect(names.allocate("aBC") == "aBC(2)")
    #expect(names.allocate("abc") == "abc(3)")
  }

  @Test(arguments: [
    ("资助.幼儿园.金额", "资助.幼儿园.金额"), ("政务.“湘易办”次数", "政务._湘易办_次数"),
    ("2023.人数", "_2023.人数"), ("A1", "_A1"), ("R1C1", "_R1C1"), ("true", "_true"),
    ("a.b", "a.b"), ("", "_"),
  ])
  func cellNamesAreMadeFit(_ path: String, _ name: String) {
    var names = CellNames()
    #expect(names.allocate(path) == name)
  }

  @Test func equalCellNamesAreNumberedAndLongOnesCut() {
    var names = CellNames()
    #expect(names.allocate("甲-乙") == "甲_乙")
    #expect(names.allocate("甲+乙") == "甲_乙_2")
    let long = String(repeating: "长", count: 50)
    #expect(names.allocate(long) == String(repeating: "长", count: 42))
    #expect(names.allocate(long) == String(repeating: "长", count: 41) + "_2")
    #expect(names.allocate("指标") == "指标")
    var others = CellNames(tables: ["指标"])
    #expect(others.allocate("指标") == "指标_2")
  }
}
