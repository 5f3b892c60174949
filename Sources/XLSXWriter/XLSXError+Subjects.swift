extension XLSXError.Subject {
  /// The subject's name in both languages.
  var words: (english: String, chinese: String) { cellWords ?? sheetWords ?? otherWords }

  private var cellWords: (english: String, chinese: String)? {
    switch self {
    case .number: ("the number", "数值")
    case .text: ("the text", "文字")
    case .formula: ("the formula", "公式")
    case .formulaResult: ("the formula's result", "公式结果")
    case .richText: ("the rich text", "多格式文字")
    case .comment: ("the comment", "批注")
    case .link: ("the link", "链接")
    case .date: ("the date", "日期")
    default: nil
    }
  }

  private var sheetWords: (english: String, chinese: String)? {
    switch self {
    case .sheetName: ("the worksheet name", "工作表名称")
    case .columnWidth: ("the column width", "列宽")
    case .rowHeight: ("the row height", "行高")
    case .columns: ("the columns", "列设置")
    case .merge: ("the merged cells", "合并单元格")
    case .table: ("the table", "表格")
    case .tableName: ("the table name", "表格名称")
    case .tableHeader: ("the table header", "表格标题")
    case .autofilter: ("the filter", "筛选")
    case .validation: ("the data validation", "数据验证")
    case .validationText: ("the validation message", "数据验证提示")
    case .validationList: ("the validation list", "数据验证序列")
    case .conditionalFormat: ("the conditional format", "条件格式")
    case .protection: ("the password", "保护密码")
    case .pageText: ("the header or footer", "页眉页脚")
    case .margin: ("the margin", "页边距")
    case .pageCount: ("the number of pages", "页数")
    case .printRange: ("the print range", "打印区域")
    case .zoom: ("the zoom", "显示比例")
    case .frozenPanes: ("the frozen panes", "冻结窗格")
    default: nil
    }
  }

  private var otherWords: (english: String, chinese: String) {
    switch self {
    case .chart: ("the chart", "图表")
    case .chartText: ("the chart text", "图表文字")
    case .chartRange: ("the chart range", "图表数据区域")
    case .chartSize: ("the chart size", "图表大小")
    case .chartStyle: ("the chart style", "图表样式")
    case .chartSeries: ("the chart series", "图表系列")
    case .axis: ("the axis", "坐标轴")
    case .format: ("the formats", "格式")
    case .fontName: ("the font name", "字体名称")
    case .fontSize: ("the font size", "字号")
    case .numberFormat: ("the number format", "数字格式")
    case .indent: ("the indent", "缩进")
    case .rotation: ("the rotation", "文字方向")
    case .sheets: ("the worksheets", "工作表")
    case .definedName: ("the defined name", "定义的名称")
    case .property: ("the document property", "文档属性")
    case .propertyName: ("the property name", "文档属性名称")
    case .creationTime: ("the creation time", "创建时间")
    default: ("this", "此项")
    }
  }
}
