/// An element's or attribute's name, borrowed from the parser.
public struct XMLName {
  @usableFromInline let start: UnsafePointer<CChar>

  @inlinable
  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    self.start = start
  }

  /// Whether the name is one ASCII letter.
  @inlinable
  public func isLetter(_ letter: Unicode.Scalar) -> Bool {
    UInt32(UInt8(bitPattern: start[0])) == letter.value && start[1] == 0
  }

  /// Whether the name is that text.
  @inlinable
  public static func ~= (text: StaticString, name: XMLName) -> Bool {
    let bytes = text.utf8Start
    for index in 0..<text.utf8CodeUnitCount
    where UInt8(bitPattern: name.start[index]) != bytes[index] {
      // The name's own end differs from every letter, so the walk stops there.
      return false
    }
    return name.start[text.utf8CodeUnitCount] == 0
  }
}
