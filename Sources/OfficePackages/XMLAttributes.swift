/// An element's attributes, borrowed from the parser.
public struct XMLAttributes {
  @usableFromInline let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    self.pairs = pairs
  }

  /// The value of the attribute of that name, with or without a prefix.
  public subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same as bytes.
  @inlinable
  public func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if name ~= XMLName(key) {
        var length = 0
        while value[length] != 0 { length += 1 }
        return value.withMemoryRebound(to: UInt8.self, capacity: length) {
          UnsafeBufferPointer(start: $0, count: length)
        }
      }
      index += 2
    }
    return nil
  }

  /// Gives `body` each attribute whose name is one letter, with its value.
  @inlinable
  public func forEach(_ body: (UInt8, UnsafeBufferPointer<UInt8>) -> Void) {
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if key[0] != 0, key[1] == 0 {
        var length = 0
        while value[length] != 0 { length += 1 }
        value.withMemoryRebound(to: UInt8.self, capacity: length) {
          body(UInt8(bitPattern: key[0]), UnsafeBufferPointer(start: $0, count: length))
        }
      }
      index += 2
    }
  }

  /// The value as a whole number.
  public func integer(_ name: StaticString) -> Int? {
    bytes(name).flatMap { wholeNumber($0) }
  }

  /// Whether the value is true: `1` or `true`.
  public func flag(_ name: StaticString) -> Bool {
    guard let bytes = bytes(name) else { return false }
    return bytes.elementsEqual([0x31]) || bytes.elementsEqual("true".utf8)
  }
}

/// Up to nine ASCII digits as a number.
public func wholeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
