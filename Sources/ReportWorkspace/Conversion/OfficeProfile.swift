/// The settings LibreOffice converts with.
enum OfficeProfile {
  /// No macros, no active content, no links followed, and every address behind a proxy that is none.
  static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" \
    xmlns:xs="http://www.w3.org/2001/XMLSchema" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    """
    + [
      ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
      ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
      ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
      ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
      ("Office.Writer/Content/Update", "Link", "0"),
      ("Inet/Settings", "ooInetProxyType", "2"),
      ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
      ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
      ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
      ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
      ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
      ("Inet/Settings", "ooInetFTPProxyPort", "9"),
    ].map { path, name, value in
      "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
        + "<value>\(value)</value></prop></item>\n"
    }.joined() + "</oor:items>\n"
}
