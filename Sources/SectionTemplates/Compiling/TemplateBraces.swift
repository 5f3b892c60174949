/// Braces that look like those of slots and tags.
package enum TemplateBraces {
  /// Whether `｛｛`, `｛%` or `｛％` stands at `index`.
  package static func openWide(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 3 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBD,
      bytes[index + 2] == 0x9B
    else { return false }
    if bytes[index + 3] == 0x25 || bytes[index + 3] == 0x7B { return true }
    guard index + 5 < bytes.count, bytes[index + 3] == 0xEF else { return false }
    return (bytes[index + 4] == 0xBD && bytes[index + 5] == 0x9B)
      || (bytes[index + 4] == 0xBC && bytes[index + 5] == 0x85)
  }
}
