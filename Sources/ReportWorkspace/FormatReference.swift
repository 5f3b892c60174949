import BulletinSyntax
import SourceText

/// What `格式: …` in the settings stands for.
enum FormatReference {
  /// A format built into the program.
  case builtIn(BulletinFormat)
  /// A YAML file, and whether it stays where formats may lie.
  case file(String, isInside: Bool)
  /// Neither.
  case unknown(String)

  /// Understands a name; an empty one means the usual format.
  init(_ name: String) {
    if name.isEmpty {
      self = .builtIn(.bulletin)
    } else if let format = BulletinFormat.named(name) {
      self = .builtIn(format)
    } else if [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
      let parts = name.split(separator: "/")
      let isSafe = parts.allSatisfy { FolderName.isSafe(String($0)) }
      self = .file(name, isInside: isSafe)
    } else {
      self = .unknown(name)
    }
  }

  /// Says at `place` what is wrong with the name.
  func fault(at place: DiagnosticPlace) -> Diagnostic {
    let names = BulletinFormat.builtIn.map(\.name)
    switch self {
    case .builtIn(let format):
      return Self.unknown(format.name, near: [], names, at: place)
    case .unknown(let name):
      return Self.unknown(name, near: NearestNames.of(name, in: names), names, at: place)
    case .file(let name, _):
      return Diagnostic(
        "format-outside", at: place,
        Message(
          zh: "格式文件“{0}”不在单位的文件夹里", en: "the format file “{0}” would leave the bureau's folder",
          VisibleText.escape(name)),
        remedy: Message(
          zh: "把文件放进单位的文件夹,或写绝对路径;路径里不用“..”",
          en: "put it into the bureau's folder, or write an absolute path, without “..”"))
    }
  }

  private static func unknown(
    _ name: String, near: [String], _ names: [String], at place: DiagnosticPlace
  ) -> Diagnostic {
    let all = names.joined(separator: "、")
    return Diagnostic(
      "format-unknown", at: place,
      Message(zh: "没有叫“{0}”的格式", en: "there is no format “{0}”", VisibleText.escape(name)),
      remedy: near.isEmpty
        ? Message(
          zh: "内置的有:{0};也可写 YAML 文件的路径",
          en: "built in: {0}; or write the path of a YAML file", all)
        : Message(
          zh: "是不是 {1}?内置的有:{0};也可写 YAML 文件的路径",
          en: "did you mean {1}? built in: {0}; or write the path of a YAML file", all,
          near.joined(separator: "、")))
  }
}
