#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens workbooks in LibreOffice and saves them again, every formula calculated anew.
///
/// By itself LibreOffice shows the values a file was written with; a profile of its own whose
/// setting `OOXMLRecalcMode` is 0 makes it calculate.
public enum OfficeCheck {
  /// Whether LibreOffice and a Python with openpyxl are there.
  public static var isPossible: Bool {
    TestProcess.soffice != nil && TestProcess.pythonWithOpenpyxl != nil
  }

  /// The workbook at `path`, calculated anew and saved into `folder`; nil where that fails.
  ///
  /// - Parameters:
  ///   - path: The workbook.
  ///   - folder: A folder that holds neither the workbook nor one of its name.
  ///   - format: What it is saved as: `xlsx` or `pdf`.
  /// - Returns: The path of the saved file.
  public static func recalculated(
    _ path: String, into folder: String, as format: String = "xlsx"
  ) -> String? {
    recalculated([path], into: folder, as: format).first
  }

  /// The workbooks at `paths`, calculated anew by one LibreOffice and saved into `folder`.
  ///
  /// - Returns: The paths of the saved files, in order; empty where one fails.
  public static func recalculated(
    _ paths: [String], into folder: String, as format: String = "xlsx"
  ) -> [String] {
    guard let soffice = TestProcess.soffice else { return [] }
    let home = TemporaryFolder()
    home.write(profile, to: "profile/user/registrymodifications.xcu")
    let result = TestProcess.run(
      soffice,
      [
        "-env:UserInstallation=file://\(home.path)/profile", "--headless", "--convert-to",
        format, "--outdir", folder,
      ] + paths)
    guard result?.status == 0 else { return [] }
    let saved = paths.map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      let stem = name.split(separator: ".").dropLast().joined(separator: ".")
      return "\(folder)/\(stem).\(format)"
    }
    return saved.allSatisfy { access($0, R_OK) == 0 } ? saved : []
  }

  /// What a Python script prints about workbooks, line by line.
  ///
  /// The script finds the paths in `sys.argv[1:]`, and `openpyxl` imported.
  public static func lines(_ script: String, _ paths: String...) -> [String] {
    let folder = TemporaryFolder()
    folder.write("import openpyxl, sys\n" + script, to: "script.py")
    guard let python = TestProcess.pythonWithOpenpyxl,
      let result = TestProcess.run(python, ["-X", "utf8", folder.path + "/script.py"] + paths)
    else { return ["no Python"] }
    guard result.status == 0 else { return [result.error] }
    return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Every setting is LibreOffice's own but the one that makes it calculate what it loads.
  private static let profile = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
    xmlns:xs="http://www.w3.org/2001/XMLSchema" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
