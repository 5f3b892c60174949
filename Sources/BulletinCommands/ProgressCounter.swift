import Synchronization

/// Draws how far long work has come; called with what is done and how much there is, from any thread.
public typealias CommandProgress = @Sendable (_ done: Int, _ all: Int) -> Void

/// Counts pieces of work that several threads finish, and has each hundredth part of them drawn.
final class ProgressCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let all: Int
  private let step: Int
  private let draw: CommandProgress

  /// A counter of `all` pieces; fewer than 50 are drawn not at all.
  init(of all: Int, _ draw: @escaping CommandProgress) {
    self.all = all
    step = max(1, all / 100)
    self.draw = draw
  }

  /// Counts a piece.
  func advance() {
    let now = done.add(1, ordering: .relaxed).newValue
    if all >= 50, now % step == 0 || now == all { draw(now, all) }
  }
}
