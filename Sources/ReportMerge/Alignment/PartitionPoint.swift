extension RandomAccessCollection where Index == Int {
  /// The first index whose element is on the far side, where all elements of the near side come
  /// first; logarithmic.
  func partitionPoint(where isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
