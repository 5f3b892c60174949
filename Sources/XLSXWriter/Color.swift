import CXLSXWriter

/// A colour by its red, green and blue parts.
public struct Color: Hashable, Sendable {
  /// The parts as 0xRRGGBB.
  public let rgb: UInt32

  /// Makes a colour from 0xRRGGBB; higher bits are ignored.
  public init(rgb: UInt32) {
    self.rgb = rgb & 0xFFFFFF
  }

  /// Black.
  public static let black = Color(rgb: 0)
  /// White.
  public static let white = Color(rgb: 0xFFFFFF)

  /// The colour for the library, where plain 0 would mean that none was chosen.
  var libraryValue: lxw_color_t { rgb == 0 ? 0x100_0000 : rgb }
}
