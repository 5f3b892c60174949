/// Patterns of paths in settings: `*` stands for any characters but `/`, `**` for any, `?` for one.
enum PathPattern {
  /// Whether a pattern matches a path, or its end after a `/`; linear but for `**`.
  static func matches(_ pattern: String, _ path: String) -> Bool {
    let pattern = Array(pattern.utf8)
    let path = Array(path.utf8)
    if matches(pattern[...], path[...]) { return true }
    for (index, byte) in path.enumerated() where byte == 0x2F {
      if matches(pattern[...], path[(index + 1)...]) { return true }
    }
    return false
  }

  /// Matches by going back to the last star only, so that no pattern takes long.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var inPattern = pattern.startIndex
    var inPath = path.startIndex
    var star: (pattern: Int, path: Int, isDeep: Bool)?
    while inPath < path.endIndex {
      if inPattern < pattern.endIndex, pattern[inPattern] == 0x2A {
        let isDeep = inPattern + 1 < pattern.endIndex && pattern[inPattern + 1] == 0x2A
        inPattern += isDeep ? 2 : 1
        // a/**/b also stands for a/b.
        if isDeep, inPattern < pattern.endIndex, pattern[inPattern] == 0x2F,
          inPath == path.startIndex || path[inPath - 1] == 0x2F
        {
          inPattern += 1
        }
        star = (inPattern, inPath, isDeep)
      } else if inPattern < pattern.endIndex,
        pattern[inPattern] == path[inPath] || pattern[inPattern] == 0x3F && path[inPath] != 0x2F
      {
        inPattern += 1
        inPath += 1
      } else if let last = star, last.isDeep || path[last.path] != 0x2F {
        star = (last.pattern, last.path + 1, last.isDeep)
        inPattern = last.pattern
        inPath = last.path + 1
      } else {
        return false
      }
    }
    while inPattern < pattern.endIndex, pattern[inPattern] == 0x2A { inPattern += 1 }
    return inPattern == pattern.endIndex
  }
}
