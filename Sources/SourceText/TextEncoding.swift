/// An encoding in which bulletins and data files arrive.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, the superset of GBK and GB 2312 that Chinese Windows writes.
  case gb18030 = "GB18030"

  /// The encoding of that name, in any case and with the usual other names; nil for an unknown one.
  public init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-bom", "utf-8-sig": self = .utf8
    case "utf-16le", "utf16le", "utf-16", "utf16": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "936": self = .gb18030
    default: return nil
    }
  }
}
