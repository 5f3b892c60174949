/// A web page and its pictures in one file: a MIME message of several parts (RFC 2557).
public enum WebArchive {
  /// The page in an archive, decoded from its transfer encoding; nil where there is none.
  ///
  /// A page that does not name its own encoding gets the one its part names. Linear in the file.
  public static func page(in raw: [UInt8]) -> [UInt8]? {
    var fields: [String: String] = [:]
    var start = readHead(of: raw, from: 0, into: &fields)
    // Archives may lie in each other; their boundaries do not matter for the first page.
    for _ in 0..<64 {
      let type = fields["content-type"]?.lowercased() ?? ""
      if type.hasPrefix("text/html") { return page(raw[start...], fields) }
      guard let next = lineAfterBoundary(in: raw, from: start) else { return nil }
      fields = [:]
      start = readHead(of: raw, from: next, into: &fields)
    }
    return nil
  }

  private static func page(_ rest: ArraySlice<UInt8>, _ fields: [String: String]) -> [UInt8] {
    let end = boundary(in: rest) ?? rest.endIndex
    let body = rest[..<end]
    let coding = fields["content-transfer-encoding"]?.lowercased() ?? ""
    let page =
      switch coding {
      case "quoted-printable": quotedPrintable(body)
      case "base64": base64(body)
      default: Array(body)
      }
    guard let charset = parameter("charset", of: fields["content-type"] ?? "") else { return page }
    return Array(
      "<meta http-equiv=\"content-type\" content=\"text/html; charset=\(charset)\">".utf8)
      + page
  }

  /// Reads header fields, folded lines joined, up to the blank line; gives where the body begins.
  private static func readHead(
    of raw: [UInt8], from start: Int, into fields: inout [String: String]
  ) -> Int {
    var name = ""
    var offset = start
    while offset < raw.count {
      let end = raw[offset...].firstIndex(of: 0x0A) ?? raw.count
      let bytes = raw[offset..<end]
      offset = min(end + 1, raw.count)
      let line = String(decoding: bytes.last == 0x0D ? bytes.dropLast() : bytes, as: UTF8.self)
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" {
        fields[name, default: ""] += line
      } else if let colon = line.firstIndex(of: ":") {
        name = line[..<colon].lowercased()
        fields[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
      }
    }
    return offset
  }

  /// The value of a parameter of a header field, in letters that names of encodings have.
  private static func parameter(_ name: String, of field: String) -> String? {
    for part in field.split(separator: ";").dropFirst() {
      let pair = part.drop { $0 == " " || $0 == "\t" }
      guard pair.lowercased().hasPrefix(name + "=") else { continue }
      let value = pair.dropFirst(name.count + 1).filter {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
      }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  /// Where a line begins that parts the archive.
  private static func boundary(in text: ArraySlice<UInt8>) -> Int? {
    var offset = text.startIndex
    while offset < text.endIndex {
      // A page in quoted-printable or base64 has no line of two dashes and more.
      if text[offset...].starts(with: [0x2D, 0x2D]),
        !text[offset...].starts(with: [0x2D, 0x2D, 0x3E])
      {
        return offset
      }
      guard let end = text[offset...].firstIndex(of: 0x0A) else { return nil }
      offset = end + 1
    }
    return nil
  }

  private static func lineAfterBoundary(in raw: [UInt8], from start: Int) -> Int? {
    guard let found = boundary(in: raw[start...]),
      let end = raw[found...].firstIndex(of: 0x0A)
    else { return nil }
    return end + 1
  }

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(body.count)
    var offset = body.startIndex
    while offset < body.endIndex {
      let byte = body[offset]
      offset += 1
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        continue
      }
      let next = body[offset...].prefix(2)
      if next.first == 0x0A {
        offset += 1
      } else if next.elementsEqual([0x0D, 0x0A]) {
        offset += 2
      } else if next.count == 2, let high = hexDigit(next[offset]),
        let low = hexDigit(next[offset + 1])
      {
        output.append(high << 4 | low)
        offset += 2
      } else {
        output.append(byte)
      }
    }
    return output
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return output
  }
}
