import Testing

@testable import WordDocuments

/// The page of a web archive, however it is wrapped.
struct WebArchiveTests {
  private func page(_ coding: String, _ body: String) -> String? {
    let archive = """
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \tboundary="----=_Next"\r
      \r
      A message for programs that know no archives.\r
      ------=_Next\r
      Content-Location: file:///C:/a.png\r
      Content-Type: image/png\r
      \r
      AAAA\r
      ------=_Next\r
      Content-Transfer-Encoding: \(coding)\r
      Content-Type: text/html; charset="gb2312"\r
      \r
      \(body)
      ------=_Next--\r

      """
    return WebArchive.page(in: Array(archive.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private let head =
    "<meta http-equiv=\"content-type\" content=\"text/html; charset=gb2312\">"

  @Test func codingsAreUndone() {
    #expect(page("quoted-printable", "<p a=3D1>=\r\n=E7=94=B2=</p>") == head + "<p a=1>甲=</p>\n")
    #expect(page("base64", "PHA+\r\n55Sy\r\nPC9wPg==") == head + "<p>甲</p>")
    #expect(page("8bit", "<p>甲</p>") == head + "<p>甲</p>\n")
  }

  @Test(arguments: [
    "", "MIME-Version: 1.0", "MIME-Version: 1.0\n\n--a\n--a\n--a--", "\n\n\n", "--",
  ])
  func whatHoldsNoPageIsNone(archive: String) {
    #expect(WebArchive.page(in: Array(archive.utf8)) == nil)
  }
}
