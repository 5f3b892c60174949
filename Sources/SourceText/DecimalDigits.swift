/// Prints whole numbers into bytes without making a string of them.
public enum DecimalDigits {
  /// Appends a number's decimal digits, a minus before those of a negative one.
  public static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(UInt64(value.magnitude), to: &bytes)
  }

  /// Appends a number's decimal digits, with zeros before them up to `width` digits.
  public static func append(_ value: UInt64, width: Int = 1, to bytes: inout [UInt8]) {
    var count = 1
    var rest = value / 10
    while rest > 0 {
      count += 1
      rest /= 10
    }
    count = max(count, width)
    bytes.append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { buffer, filled in
        var place = filled + count
        var rest = value
        while place > filled {
          place -= 1
          buffer.initializeElement(at: place, to: 0x30 + UInt8(truncatingIfNeeded: rest % 10))
          rest /= 10
        }
        filled += count
      }
    }
  }
}
