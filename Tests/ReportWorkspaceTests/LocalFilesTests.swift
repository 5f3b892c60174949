import ReportWorkspace
import TestSupport
import Testing

@Suite struct LocalFilesTests {
  @Test func writesWholeFilesAndKeepsTheirMode() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/甲.txt"
    try LocalFiles.write(Array("一".utf8), to: path)
    try LocalFiles.write(Array("二".utf8), to: path)
    #expect(try LocalFiles.read(path) == Array("二".utf8))
    #expect(TestFile.names(in: folder.path) == ["甲.txt"])
  }

  @Test func tellsWhatIsWrong() throws {
    let folder = TemporaryFolder()
    #expect(throws: FileError(path: folder.path, reason: .isFolder)) {
      try LocalFiles.read(folder.path)
    }
    let none = folder.path + "/没有"
    #expect(throws: FileError(path: none, reason: .notFound)) { try LocalFiles.read(none) }
    #expect(throws: FileError(path: none, reason: .notFound)) { try LocalFiles.names(in: none) }
    #expect(throws: FileError(path: folder.path, reason: .isFolder)) {
      try LocalFiles.write([], to: folder.path)
    }
  }

  @Test func readsLargeFilesWhole() throws {
    let folder = TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    folder.write(bytes, to: "大.bin")
    #expect(try LocalFiles.read(folder.path + "/大.bin") == bytes)
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func hashesBySHA256(text: String, hash: String) {
    #expect(ContentHash.sha256(Array(text.utf8)) == hash)
  }
}
