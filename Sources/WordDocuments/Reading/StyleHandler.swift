import OfficePackages

/// What of a document's styles bears on its text.
struct StyleSheet {
  struct Style {
    var basedOn: String?
    var list: ListReference?
    var isHidden: Bool?
  }

  var styles: [String: Style] = [:]
  /// The style of paragraphs that name none.
  var defaultParagraph: String?

  /// The first value that a style, or one it is based on, gives.
  func resolve<Value>(_ style: String?, _ value: (Style) -> Value?) -> Value? {
    var name = style
    // Styles based on each other in a circle come to an end too.
    for _ in 0..<64 {
      guard let current = name.flatMap({ styles[$0] }) else { return nil }
      if let found = value(current) { return found }
      name = current.basedOn
    }
    return nil
  }
}

/// Collects a document's styles.
final class StyleHandler: XMLPartHandler {
  private(set) var sheet = StyleSheet()
  private var id: String?
  private var style = StyleSheet.Style()
  private var list = ListReference()

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "style":
      id = attributes["styleId"]
      style = StyleSheet.Style()
      if attributes["type"] == "paragraph", attributes.flag("default") {
        sheet.defaultParagraph = id
      }
    case "basedOn": style.basedOn = attributes["val"]
    case "numPr": list = ListReference()
    case "ilvl": list.level = attributes.integer("val")
    case "numId": list.number = attributes["val"]
    case "vanish": style.isHidden = attributes.isOn
    default: break
    }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "numPr": style.list = list
    case "style":
      if let id { sheet.styles[id] = style }
      id = nil
    default: break
    }
  }
}

extension XMLAttributes {
  /// Whether a switch is on: it is where it stands without a value (ECMA-376, part 1, clause
  /// 17.17.4).
  var isOn: Bool {
    guard let value = self["val"] else { return true }
    return !["0", "false", "off"].contains(value)
  }
}
