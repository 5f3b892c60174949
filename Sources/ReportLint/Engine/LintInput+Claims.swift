import FigureClaims

extension LintInput {
  /// The claims that `isWanted` picks by what they are and how they stand; the others are not copied.
  func claims(where isWanted: (ClaimKind, ClaimVerdict) -> Bool) -> [Claim] {
    var found: [Claim] = []
    for index in claims.indices where isWanted(claims[index].kind, claims[index].verdict) {
      found.append(claims[index])
    }
    return found
  }
}
