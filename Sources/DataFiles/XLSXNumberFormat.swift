/// What a number format makes of a cell's number.
enum XLSXNumberFormat: Equatable {
  case plain
  case percent
  case date
  case dateTime
  case time

  /// A format by its number; those below 164 are built in (ECMA-376 part 1, 18.8.30, with the East
  /// Asian ones).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 22: self = .dateTime
    default: self = .plain
    }
  }

  /// A format by its code, `yyyy"年"m"月"d"日"`: its first section decides.
  init(code: String) {
    var isDate = false
    var isTime = false
    var hasMonth = false
    var hasPercent = false
    var scalars = code.lowercased().unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": scalars = scalars.dropFirst()
      case "[":
        // [h], [mm] and [ss] count hours, minutes and seconds; other brackets hold colours.
        if let first = scalars.first, "hms".unicodeScalars.contains(first) { isTime = true }
        scalars = scalars.drop { $0 != "]" }.dropFirst()
      case "y", "d": isDate = true
      case "h", "s": isTime = true
      case "m": hasMonth = true
      case "%": hasPercent = true
      case ";": scalars = scalars.dropFirst(scalars.count)
      default: break
      }
    }
    switch (isDate || (hasMonth && !isTime), isTime) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = .time
    case (false, false): self = hasPercent ? .percent : .plain
    }
  }
}
