extension XLSXError {
  /// The error in Chinese, with its place.
  public var chinese: String {
    switch (sheet, cell) {
    case (let sheet?, let cell?): "\(SheetRange.quoted(sheet))!\(cell.a1):\(kind.chinese)"
    case (let sheet?, nil): "\(SheetRange.quoted(sheet)):\(kind.chinese)"
    case (nil, let cell?): "\(cell.a1):\(kind.chinese)"
    case (nil, nil): kind.chinese
    }
  }
}

extension XLSXError.Kind {
  fileprivate var chinese: String {
    switch self {
    case .badPath(let path, let fault): "\(path):\(fault.chinese)"
    case .system(let path, let code): "\(path):系统报错“\(XLSXError.systemText(code))”"
    case .incompleteFile(let part): "文件中的 \(part) 不完整,可能是磁盘已满"
    case .decimalMark: "进程的小数点不是“.”(LC_NUMERIC)"
    case .library(let words): "写表程序库报错“\(words)”"
    case .badName(let subject, let name, let fault):
      "\(subject.words.chinese)“\(name)”\(fault.chinese)"
    case .noSuchSheet(let name): "没有名为“\(name)”的工作表"
    case .unknownFormat: "格式不属于这个工作簿"
    case .outsideSheet: "工作表没有这个单元格(最多 1048576 行、16384 列)"
    case .rowOutOfOrder: "省内存方式须自上而下逐行写入"
    case .notWithConstantMemory(let subject): "省内存方式不能这样使用\(subject.words.chinese)"
    case .notFinite(let subject): "\(subject.words.chinese)是无穷大或不是数"
    default: chineseOfContent
    }
  }

  private var chineseOfContent: String {
    switch self {
    case .outsideLimits(let subject, let value, let lowest, let highest):
      "\(subject.words.chinese)为 \(XLSXError.numberText(value)),应在 "
        + "\(XLSXError.numberText(lowest)) 至 \(XLSXError.numberText(highest)) 之间"
    case .badCharacter(let subject, let scalar, let offset):
      "\(subject.words.chinese)第 \(offset) 字节处有工作簿容不下的字符 "
        + XLSXError.scalarText(scalar)
    case .tooLong(let subject, let length, let limit, let unit):
      "\(subject.words.chinese)过长:\(length) \(unit.chinese),最多 \(limit)"
    case .empty(let subject): "\(subject.words.chinese)为空"
    case .misread(let subject, let text): "\(subject.words.chinese)会被读作别的意思:“\(text)”"
    case .overlap(let subject, let range, let other):
      "\(subject.words.chinese) \(range.a1) 与 \(other.a1) 重叠"
    case .mergeHidesContent(let range): "合并 \(range.a1) 会遮住已有内容"
    case .badRange(let subject, let range): "\(subject.words.chinese)不能是 \(range.a1)"
    case .tooMany(let subject, let limit): "\(subject.words.chinese)超过 \(limit) 个"
    case .noVisibleSheet: "打开时显示的工作表被隐藏"
    case .notForThisChart(let subject): "这种图表没有\(subject.words.chinese)"
    default: "未知错误"
    }
  }
}

extension XLSXError.PathFault {
  fileprivate var chinese: String {
    switch self {
    case .malformed: "不是路径"
    case .isFolder: "是文件夹"
    case .notARegularFile: "不是普通文件"
    case .noFolder: "文件夹不存在"
    case .folderNotWritable: "文件夹不能写入"
    }
  }
}

extension XLSXError.NameFault {
  fileprivate var chinese: String {
    switch self {
    case .empty: "为空"
    case .tooLong(let limit, let unit): "超过 \(limit) \(unit.chinese)"
    case .badCharacter(let scalar): "不能含有 \(XLSXError.scalarText(scalar))"
    case .apostropheAtEnd: "首尾不能是单引号"
    case .reserved: "在电子表格中另有含义"
    case .duplicate: "已被使用"
    }
  }
}

extension XLSXError.LengthUnit {
  fileprivate var chinese: String {
    switch self {
    case .utf16: "个字符(UTF-16)"
    case .utf8: "字节(UTF-8)"
    case .items: "项"
    }
  }
}
