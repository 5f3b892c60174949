#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// C strings for the option structures of the library, freed when the value is dropped.
struct CStrings: ~Copyable {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  init() {}

  deinit {
    for pointer in pointers { free(pointer) }
  }

  /// Copies `text`, which must hold no NUL; nil stays nil.
  mutating func add(_ text: String?) -> UnsafeMutablePointer<CChar>? {
    guard let text, let copy = strdup(text) else { return nil }
    pointers.append(copy)
    return copy
  }

  /// Runs `body` with strings that live until it returns.
  static func with<Result>(_ body: (inout CStrings) -> Result) -> Result {
    var strings = CStrings()
    return body(&strings)
  }
}
