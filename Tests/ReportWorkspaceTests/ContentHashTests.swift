import Testing

@testable import ReportWorkspace

@Suite struct ContentHashTests {
  /// `abc` is the example of FIPS 180-2, appendix B.1.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func hashesAsTheStandardSays(text: String, hash: String) {
    #expect(ContentHash.sha256(Array(text.utf8)) == hash)
  }
}
