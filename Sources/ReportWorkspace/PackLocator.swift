import SectionTemplates
import SourceText
import YAMLNodes

/// The files of a template pack, wherever it was found.
struct PackFiles: Sendable {
  let manifest: SourceFile
  /// The other files by name.
  let sections: [String: SourceFile]
  /// The manifest as YAML, once it was read.
  var read: YAMLReader.Result?
}

/// Finds a pack: in the report, in the bureau, by path, among those built into the program.
struct PackLocator {
  let report: String
  let bureau: String?

  /// The pack of that name; an empty name means the report's or bureau's own `templates/`.
  ///
  /// `isUserNamed` says that a command line gave the name, not a settings file.
  func locate(_ name: String, isUserNamed: Bool = false) throws(WorkspaceError) -> PackFiles {
    for folder in folders(name) where LocalFiles.kind(of: folder + "/pack.yaml") == .file {
      return try read(folder)
    }
    if let files = BuiltInPacks.files(of: name) {
      return PackFiles(
        manifest: files.manifest, sections: files.sections)
    }
    let nearest = NearestNames.of(name, in: BuiltInPacks.names)
    throw WorkspaceError([
      Diagnostic(
        "pack-not-found",
        at: .file(
          isUserNamed ? name : bureau.map { $0 + "/bureau.yaml" } ?? report + "/report.yaml"),
        name.isEmpty
          ? Message(zh: "没有说明用哪个模板包", en: "no template pack is named")
          : Message(
            zh: "找不到模板包“{0}”(查过:{1})", en: "no template pack “{0}” (looked in: {1})",
            VisibleText.escape(name), folders(name).joined(separator: "、")),
        remedy: Message(
          zh: isUserNamed ? "内置的有:{0}{1}" : "在 bureau.yaml 写上“模板: 名称”;内置的有:{0}{1}",
          en: isUserNamed
            ? "built in: {0}{2}" : "write “pack: NAME” in bureau.yaml; built in: {0}{2}",
          BuiltInPacks.names.joined(separator: "、"),
          nearest.isEmpty ? "" : ";是不是 \(nearest[0])",
          nearest.isEmpty ? "" : "; did you mean \(nearest[0])"))
    ])
  }

  private func folders(_ name: String) -> [String] {
    let own = [report + "/templates"] + (bureau.map { [$0 + "/templates"] } ?? [])
    guard !name.isEmpty else { return own }
    var folders = FolderName.isSafe(name) ? own.map { $0 + "/" + name } : []
    if name.hasPrefix("/") {
      folders.append(name)
    } else {
      folders.append((bureau ?? report) + "/" + name)
    }
    return folders
  }

  private func read(_ folder: String) throws(WorkspaceError) -> PackFiles {
    do throws(FileError) {
      let manifest = SourceFile(
        name: folder + "/pack.yaml", raw: try LocalFiles.read(folder + "/pack.yaml"))
      var sections: [String: SourceFile] = [:]
      for name in try LocalFiles.names(in: folder) where name.hasSuffix(".txt") {
        let path = folder + "/" + name
        sections[name] = SourceFile(name: path, raw: try LocalFiles.read(path))
      }
      return PackFiles(manifest: manifest, sections: sections)
    } catch {
      throw WorkspaceError(error)
    }
  }
}
