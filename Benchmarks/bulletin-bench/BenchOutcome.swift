/// How a run ended.
enum BenchOutcome {
  case done
  /// With what is to be said about it.
  case wrong(String)
}
