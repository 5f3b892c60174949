public import SourceText

/// A file operation that failed, and why.
public struct FileError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Reason: Sendable, Equatable {
    /// There is nothing of that name.
    case notFound
    /// A folder stands where a file is wanted.
    case isFolder
    /// A file stands where a folder is wanted.
    case notFolder
    /// A folder that should be new holds something already.
    case notEmpty
    /// Another file of that name is there and must stay.
    case exists
    /// The user may not.
    case noPermission
    /// The disk, or the share of it, is full.
    case noSpace
    /// The file's contents are not those that were written.
    case damaged
    /// The file was changed by another program in the meantime.
    case changed
    /// The file is too large to take in.
    case tooLarge
    /// What the system says of any other failure.
    case system(String)
  }

  /// The file or folder.
  public let path: String
  /// What went wrong.
  public let reason: Reason

  /// An error from its parts.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error as people are told of it.
  public var diagnostic: Diagnostic {
    let (id, message, remedy): (String, Message, Message?) =
      switch reason {
      case .notFound:
        (
          "file-not-found", Message(zh: "没有“{0}”", en: "there is no “{0}”", path),
          Message(zh: "检查路径和文件名", en: "check the path and the name")
        )
      case .isFolder:
        (
          "file-is-folder",
          Message(zh: "“{0}”是文件夹,不是文件", en: "“{0}” is a folder, not a file", path),
          Message(zh: "给出文件名", en: "name a file")
        )
      case .notFolder:
        (
          "file-not-folder", Message(zh: "“{0}”不是文件夹", en: "“{0}” is not a folder", path),
          Message(zh: "给出文件夹", en: "name a folder")
        )
      case .notEmpty:
        (
          "file-not-empty", Message(zh: "“{0}”里已有文件", en: "“{0}” is not empty", path),
          Message(zh: "给一个新文件夹的名字", en: "name a new folder")
        )
      case .exists:
        (
          "file-exists",
          Message(zh: "“{0}”已经有了,内容不同", en: "“{0}” is there with other contents", path),
          Message(zh: "先把旧的改名,再做一次", en: "rename the old one, then try again")
        )
      case .noPermission:
        (
          "file-no-permission", Message(zh: "没有权限读写“{0}”", en: "no permission for “{0}”", path),
          Message(zh: "检查文件或文件夹的权限,或换一个位置", en: "check its permissions, or choose another place")
        )
      case .noSpace:
        (
          "file-no-space",
          Message(zh: "磁盘已满,“{0}”没有写入", en: "the disk is full; “{0}” was not written", path),
          Message(
            zh: "腾出空间或换一个位置;原来的文件没有动",
            en: "make room or choose another place; the old file is untouched")
        )
      case .damaged:
        (
          "file-damaged",
          Message(zh: "“{0}”被改动过,不是当初生成的样子", en: "“{0}” is not what was once written", path),
          Message(
            zh: "从备份恢复它,或用 --base 给出当初生成的文本",
            en: "restore it, or name the text once generated with --base")
        )
      case .changed:
        (
          "file-changed",
          Message(
            zh: "“{0}”刚刚被别的程序改过,没有写入",
            en: "“{0}” was changed by another program just now; nothing was written",
            path),
          Message(zh: "再运行一次", en: "run the command again")
        )
      case .tooLarge:
        ("file-too-large", Message(zh: "“{0}”太大", en: "“{0}” is too large", path), nil)
      case .system(let text):
        (
          "file-failed", Message(zh: "“{0}”读写失败:{1}", en: "“{0}” failed: {1}", path, text), nil
        )
      }
    return Diagnostic(id, at: .file(path), message, remedy: remedy)
  }
}
