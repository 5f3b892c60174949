import OfficePackages

/// A paragraph's place in a list: the list and the level in it, from 0.
struct ListReference {
  var number: String?
  var level: Int?
}

/// A document's numbered lists (ECMA-376, part 1, clause 17.9).
struct NumberingDefinitions {
  /// A level of a list.
  struct Level {
    var start = 1
    var format = "decimal"
    /// The text around the number, which stands in it as `%1`.
    var text = ""
    /// Whether all numbers in the text are in Arabic digits.
    var isLegal = false
    /// The level after which it begins anew; 0 for never, nil for after any higher one.
    var restart: Int?
    /// What stands between number and text.
    var suffix = "tab"
    /// The style whose paragraphs are at this level.
    var style: String?
  }

  /// A list's looks, which several lists may share with their count.
  struct Abstract {
    var levels: [Int: Level] = [:]
    /// The style that stands for another list's looks.
    var linkedStyle: String?
  }

  /// A list.
  struct List {
    var abstract: String?
    /// Levels that begin at another number in this list.
    var starts: [Int: Int] = [:]
    /// Levels that look otherwise in this list.
    var levels: [Int: Level] = [:]
  }

  var abstracts: [String: Abstract] = [:]
  var lists: [String: List] = [:]
}

/// Collects a document's numbered lists.
final class NumberingHandler: XMLPartHandler {
  private(set) var definitions = NumberingDefinitions()
  private var abstractID: String?
  private var abstract = NumberingDefinitions.Abstract()
  private var listID: String?
  private var list = NumberingDefinitions.List()
  private var levelIndex: Int?
  private var level = NumberingDefinitions.Level()
  private var overridden: Int?

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "abstractNum":
      abstractID = attributes["abstractNumId"]
      abstract = NumberingDefinitions.Abstract()
    case "numStyleLink": abstract.linkedStyle = attributes["val"]
    case "num":
      listID = attributes["numId"]
      list = NumberingDefinitions.List()
    case "abstractNumId": list.abstract = attributes["val"]
    case "lvlOverride": overridden = attributes.integer("ilvl")
    case "startOverride":
      if let overridden, let start = attributes.integer("val") { list.starts[overridden] = start }
    case "lvl":
      levelIndex = attributes.integer("ilvl")
      level = NumberingDefinitions.Level()
    case "start": level.start = attributes.integer("val") ?? level.start
    case "numFmt":
      // A format of the document's own, such as 001, counts in digits.
      level.format = attributes["val"] ?? level.format
    case "lvlText": level.text = attributes["val"] ?? ""
    case "isLgl": level.isLegal = attributes.isOn
    case "lvlRestart": level.restart = attributes.integer("val")
    case "suff": level.suffix = attributes["val"] ?? level.suffix
    case "pStyle": level.style = attributes["val"]
    default: break
    }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "lvl":
      guard let levelIndex else { return }
      if listID != nil {
        list.levels[levelIndex] = level
      } else {
        abstract.levels[levelIndex] = level
      }
      self.levelIndex = nil
    case "lvlOverride": overridden = nil
    case "abstractNum":
      if let abstractID { definitions.abstracts[abstractID] = abstract }
      abstractID = nil
    case "num":
      if let listID { definitions.lists[listID] = list }
      listID = nil
    default: break
    }
  }
}
