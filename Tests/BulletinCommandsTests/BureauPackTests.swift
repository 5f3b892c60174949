import TestSupport
import Testing

/// The pack for any bureau, on a made-up one.
@Suite struct BureauPackTests {
  @Test func itemsTasksAndFundsAreNumberedOn() {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    let result = run("draft", folder.path + "/2023H1")
    #expect(result.errors == "")
    #expect(
      result.output == """
        青禾县水利局2023年上半年工作总结

        青禾县人民政府 发布时间: 2023-07-10 09:00

        一、工作开展情况

        1.防汛备汛扎实。组织防汛演练6次,物资储备到位。

        2.供水保障有力。农村供水工程按期推进。

        3.重点任务推进有序。水库除险加固目标20座,完成12座,完成率60%;河道清理目标150公里,完成120公里,完成率80%。

        4.资金使用规范。农村供水安排1200万元,支出860.5万元;防汛物资安排300万元,支出120万元。合计安排1500万元,支出980.5万元。

        二、存在的问题

        1.管护力量不足。基层管护人员偏少。

        三、下一步工作打算

        1.充实管护力量。招录基层管护人员。

        打印 来源:青禾县水利局

        """)
    #expect(run("lint", folder.path + "/2023H1").code == 0)
  }

  @Test func withoutTheTablesTheirItemsAreNotPrinted() {
    let folder = TemporaryFolder()
    Self.write(into: folder, withTables: false)
    let result = run("draft", folder.path + "/2023H1")
    #expect(result.code == 0)
    #expect(result.output.contains("2.供水保障有力。农村供水工程按期推进。\n\n二、存在的问题\n"))
  }

  @Test func aDraftDoesNotWaitForThePublicationTime() {
    let folder = TemporaryFolder()
    Self.write(into: folder)
    folder.write("期间: 2023年上半年\n", to: "2023H1/report.yaml")
    let result = run("draft", folder.path + "/2023H1")
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("青禾县水利局2023年上半年工作总结\n\n一、工作开展情况\n"))
  }

  private static func write(into folder: borrowing TemporaryFolder, withTables: Bool = true) {
    folder.write(
      "单位: 青禾县水利局\n发布机关: 青禾县人民政府\n来源: 青禾县水利局\n模板: bureau-half-year\n", to: "bureau.yaml")
    folder.write("期间: 2023年上半年\n发布: {时间: \"2023-07-10 09:00\"}\n", to: "2023H1/report.yaml")
    folder.write("指标,名称,数值,单位\n防汛.演练,防汛演练,6,次\n", to: "2023H1/data/figures.csv")
    folder.write(
      """
      工作:
        - 标题: 防汛备汛扎实
          内容: 组织防汛演练{{防汛.演练}},物资储备到位。
        - 标题: 供水保障有力
          内容: 农村供水工程按期推进。
      问题:
        - 标题: 管护力量不足
          内容: 基层管护人员偏少。
      打算:
        - 标题: 充实管护力量
          内容: 招录基层管护人员。
      """, to: "2023H1/data/narrative.yaml")
    guard withTables else { return }
    folder.write(
      "任务,计量单位,目标,完成,完成率(%)\n水库除险加固,座,20,12,60\n河道清理,公里,150,120,80\n",
      to: "2023H1/data/重点任务.csv")
    folder.write(
      "项目,预算(万元),支出(万元)\n农村供水,1200,860.5\n防汛物资,300,120\n", to: "2023H1/data/资金.csv")
  }
}
