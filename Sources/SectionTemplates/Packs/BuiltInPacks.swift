public import SourceText

/// The template packs that are part of the program.
public enum BuiltInPacks {
  /// Their names, sorted.
  public static var names: [String] {
    var names: [String] = []
    for file in embeddedTemplates {
      guard let slash = file.path.firstIndex(of: "/") else { continue }
      let name = String(file.path[..<slash])
      if names.last != name { names.append(name) }
    }
    return names
  }

  /// A pack's `pack.yaml` and its other files by name; nil for an unknown pack.
  public static func files(
    of pack: String
  ) -> (manifest: SourceFile, sections: [String: SourceFile])? {
    var manifest: SourceFile?
    var sections: [String: SourceFile] = [:]
    for file in embeddedTemplates where file.path.hasPrefix(pack + "/") {
      let name = String(file.path.dropFirst(pack.count + 1))
      let source = SourceFile(name: file.path, text: file.content)
      if name == "pack.yaml" { manifest = source } else { sections[name] = source }
    }
    return manifest.map { ($0, sections) }
  }
}
