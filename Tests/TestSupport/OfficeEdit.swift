#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens a file in LibreOffice as a person does, changes it there, and saves it in its own format.
public enum OfficeEdit {
  /// Whether LibreOffice and a Python that can talk to it are there.
  public static let isPossible: Bool = TestProcess.soffice != nil && python != nil

  /// Whether LibreOffice has its word processor.
  public static let hasWriter: Bool = {
    guard let soffice = TestProcess.soffice, let real = realpath(soffice, nil) else { return false }
    defer { free(real) }
    let folder = String(cString: real).split(separator: "/").dropLast().joined(separator: "/")
    return access("/\(folder)/libswlo.so", R_OK) == 0
  }()

  /// The system's Python, for which packages of LibreOffice's are made.
  private static let python: String? = {
    for python in ["/usr/bin/python3", TestProcess.find("python3")] {
      guard let python, let result = TestProcess.run(python, ["-c", "import uno"]) else { continue }
      if result.status == 0 { return python }
    }
    return nil
  }()

  /// Runs a Python script on the open file `document`, then saves it at its path.
  ///
  /// - Parameters:
  ///   - script: The statements, at the outermost indent.
  ///   - path: The file, a `.docx` or an `.xlsx`.
  /// - Returns: What went wrong; nil where nothing did.
  public static func apply(_ script: String, to path: String) -> String? {
    guard let soffice = TestProcess.soffice, let python else { return "no LibreOffice" }
    let home = TemporaryFolder()
    let filter =
      path.hasSuffix(".docx") ? "MS Word 2007 XML" : "Calc MS Excel 2007 XML"
    home.write(opening + script + "\n" + closing, to: "edit.py")
    guard
      let result = TestProcess.run(
        python, ["-X", "utf8", home.path + "/edit.py", soffice, home.path, path, filter])
    else { return "no Python" }
    return result.status == 0 ? nil : result.error
  }

  private static let opening = """
    import os, subprocess, sys, time, uno
    from com.sun.star.beans import PropertyValue
    soffice, home, path, form = sys.argv[1:]
    pipe = "bulletin" + str(os.getpid())
    office = subprocess.Popen(
        [soffice, "-env:UserInstallation=file://" + home + "/profile", "--headless", "--norestore",
         "--nologo", "--accept=pipe,name=" + pipe + ";urp;"])
    try:
        resolver = uno.getComponentContext().ServiceManager.createInstance(
            "com.sun.star.bridge.UnoUrlResolver")
        for attempt in range(600):
            try:
                context = resolver.resolve("uno:pipe,name=" + pipe + ";urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        def option(name, value):
            return PropertyValue(Name=name, Value=value)
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, (option("Hidden", True),))
    except BaseException:
        office.kill()
        raise

    """

  private static let closing = """
    document.storeToURL(
        uno.systemPathToFileUrl(path), (option("FilterName", form), option("Overwrite", True)))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(60)
    """
}
