/// Going back from the text's end: which readings there are, and which is preferred.
extension TextMatcher {
  /// Which states can reach the end.
  func viable(to accepted: Int) -> [Bool] {
    var starts = [Int32](repeating: 0, count: steps.count + 1)
    forEachEdge { _, target in starts[target + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var fill = starts
    var sources = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    forEachEdge { source, target in
      sources[Int(fill[target])] = Int32(source)
      fill[target] += 1
    }
    var isViable = [Bool](repeating: false, count: steps.count)
    isViable[accepted] = true
    var open = [accepted]
    while let node = open.popLast() {
      for index in starts[node]..<starts[node + 1] {
        let source = Int(sources[Int(index)])
        if !isViable[source] {
          isViable[source] = true
          open.append(source)
        }
      }
    }
    return isViable
  }

  private func forEachEdge(_ body: (_ source: Int, _ target: Int) -> Void) {
    for node in steps.indices {
      for target in successors(of: node) { body(node, Int(target)) }
    }
  }

  private func successors(of node: Int) -> ArraySlice<Int32> {
    let first = Int(firstEdge[node])
    guard first >= 0 else { return [] }
    return edges[first + 1..<first + 1 + Int(edges[first])]
  }

  func preferred(viable: [Bool]) -> Match? {
    guard viable.first == true else { return nil }
    var path = [0]
    var place = [Int32](repeating: -1, count: steps.count)
    place[0] = 0
    while let node = path.last,
      let next = successors(of: node).first(where: { viable[Int($0)] && place[Int($0)] < 0 })
    {
      place[Int(next)] = Int32(path.count)
      path.append(Int(next))
    }
    return Match(
      path: path.map { (Int(steps[$0]), Int(offsets[$0])) },
      isUncertain: uncertain(path, place: place, viable: viable))
  }

  /// Follows every other viable way out of the path to where it meets the path again.
  private func uncertain(_ path: [Int], place: [Int32], viable: [Bool]) -> [Bool] {
    var isUncertain = [Bool](repeating: false, count: path.count)
    var seen = [Bool](repeating: false, count: steps.count)
    var reach = 0
    for (index, node) in path.enumerated() {
      var open: [Int] = []
      var countsMembers = false
      for next in successors(of: node) where viable[Int(next)] {
        if place[Int(next)] >= 0 {
          // A way that only skips what the path passes through in between.
          if place[Int(next)] != index + 1 { reach = max(reach, Int(place[Int(next)])) }
        } else if !seen[Int(next)] {
          seen[Int(next)] = true
          open.append(Int(next))
        }
      }
      while let other = open.popLast() {
        if case .member = program.steps[Int(steps[other])] { countsMembers = true }
        for next in successors(of: other) where viable[Int(next)] {
          if place[Int(next)] >= 0 {
            reach = max(reach, Int(place[Int(next)]))
          } else if !seen[Int(next)] {
            seen[Int(next)] = true
            open.append(Int(next))
          }
        }
      }
      if index < reach {
        if case .member = program.steps[Int(steps[node])] { countsMembers = true }
        // Where members are counted differently, all later members of the loop are uncertain.
        if countsMembers { reach = max(reach, loopEnd(path, from: index)) }
      }
      isUncertain[index] = index < reach
    }
    return isUncertain
  }

  /// Where the outermost loop that the path is in leaves it, on the path.
  private func loopEnd(_ path: [Int], from index: Int) -> Int {
    var depth = 0
    var end = index
    for place in index..<path.count {
      switch program.steps[Int(steps[path[place]])] {
      case .enter: depth += 1
      case .leave:
        depth -= 1
        if depth < 0 {
          end = place
          depth = 0
        }
      default: break
      }
    }
    return end
  }
}
