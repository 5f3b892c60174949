import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs independent pieces of work on several threads.
enum WorkerPool {
  /// How many cores the process may use.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The results of `work` for 0..<`count`, in order, worked out by up to `jobs` threads.
  ///
  /// With one job, or one piece of work, everything runs on the calling thread.
  static func map<Value: Sendable>(
    _ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let threads = min(jobs, count)
    guard threads > 1 else { return (0..<count).map(work) }
    let shared = Shared<Value>(count: count, work: work)
    var handles: [pthread_t] = []
    for _ in 1..<threads {
      var handle = pthread_t()
      let context = Unmanaged.passRetained(shared as AnyObject)
      let status = pthread_create(&handle, nil, startWorker, context.toOpaque())
      if status == 0 { handles.append(handle) } else { context.release() }
    }
    shared.work()
    for handle in handles { pthread_join(handle, nil) }
    return shared.results()
  }

  private static let startWorker:
    @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      context in
      guard let context else { return nil }
      let object = Unmanaged<AnyObject>.fromOpaque(context).takeRetainedValue()
      (object as? any Worker)?.work()
      return nil
    }
}

private protocol Worker: AnyObject, Sendable {
  func work()
}

private final class Shared<Value: Sendable>: Worker {
  private let next = Atomic<Int>(0)
  private let slots: Mutex<[Value?]>
  private let count: Int
  private let piece: @Sendable (Int) -> Value

  init(count: Int, work: @escaping @Sendable (Int) -> Value) {
    self.count = count
    piece = work
    slots = Mutex(Array(repeating: nil, count: count))
  }

  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let value = piece(index)
      slots.withLock { $0[index] = value }
    }
  }

  func results() -> [Value] {
    slots.withLock { $0.compactMap { $0 } }
  }
}
