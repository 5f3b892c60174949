/// Finds the rows of a table by their names, in four to eight bytes a row.
///
/// The names themselves stay where they are: whoever asks says whether a row has the name.
package struct NameIndex: Sendable {
  /// One more than a row, or 0 where there is none.
  private var places: [UInt32]
  private let mask: Int

  /// An index with room for that many rows.
  package init(capacity: Int) {
    var size = 16
    while size < capacity + capacity / 2 { size *= 2 }
    places = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds a row, unless one of that name is there; that one is given back.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - name: Its name.
  ///   - has: Whether a row has that name.
  /// - Returns: The row of that name that was there before.
  package mutating func insert(_ row: Int, name: String, has: (Int) -> Bool) -> Int? {
    var place = name.hashValue & mask
    while places[place] != 0 {
      let other = Int(places[place] - 1)
      if has(other) { return other }
      place = (place + 1) & mask
    }
    if let value = UInt32(exactly: row + 1) { places[place] = value }
    return nil
  }

  /// The row of that name.
  package func row(named name: String, has: (Int) -> Bool) -> Int? {
    var place = name.hashValue & mask
    while places[place] != 0 {
      let row = Int(places[place] - 1)
      if has(row) { return row }
      place = (place + 1) & mask
    }
    return nil
  }
}
