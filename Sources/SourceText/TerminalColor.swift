/// The few ways in which a message's parts are set apart on a terminal (ECMA-48 SGR).
package enum TerminalColor: String {
  case red = "31"
  case yellow = "33"
  case cyan = "36"
  case green = "32"
  case blue = "34"
  case plain = ""

  /// `text` in this colour and bold, reset after it.
  package func bold(_ text: String) -> String {
    let code = rawValue.isEmpty ? "1" : "1;" + rawValue
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Severity {
  /// The severity's name in a language.
  public func name(in language: MessageLanguage) -> String {
    switch (self, language) {
    case (.info, .zh): "提示"
    case (.warning, .zh): "警告"
    case (.error, .zh): "错误"
    case (_, .en): rawValue
    }
  }

  var color: TerminalColor {
    switch self {
    case .info: .cyan
    case .warning: .yellow
    case .error: .red
    }
  }
}
