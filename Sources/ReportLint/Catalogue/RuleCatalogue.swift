/// All rules there are, in the order of their ids within each group.
public enum RuleCatalogue {
  /// The rules.
  static let rules: [any Rule.Type] = structure + figures + punctuation + numbers + others

  /// What each rule is, in the same order.
  public static var descriptions: [RuleDescription] { rules.map { $0.description } }

  /// The rule of an id (in any case) or a name; nil for an unknown one.
  public static func description(of idOrName: String) -> RuleDescription? {
    let wanted = idOrName.uppercased()
    return descriptions.first { $0.id == wanted || $0.name == idOrName }
  }

  private static let structure: [any Rule.Type] = [
    TitleStop.self, MissingPart.self, MisorderedParts.self, InvertedOrdinal.self,
    SkippedLevel.self, NumberingBreak.self, WrongOrdinalMark.self, MixedOrdinalMarks.self,
    HalfWidthOrdinalBrackets.self, BrokenChain.self, MarkAfterMeasure.self, EmptyHeading.self,
    RepeatedSentence.self,
  ]

  private static let figures: [any Rule.Type] = [
    ShareMismatch.self, SumMismatch.self, PerHeadMismatch.self, GrowthMismatch.self,
    RateDifference.self, MultipleOfDecrease.self, RateOverWhole.self, ImpossiblePercentage.self,
    ClosedOverOpened.self, TwoValues.self, CountWithoutUnit.self, DoubledApproximation.self,
    SharesOverWhole.self, ListOverCount.self,
  ]

  private static let punctuation: [any Rule.Type] = [
    HalfWidthMark.self, HalfWidthBrackets.self, StraightQuotes.self, HalfWidthStop.self,
    UnpairedMark.self, CommaBeforeAndOthers.self, DoubledMark.self, EllipsisForm.self,
    FullWidthDigits.self, InvisibleCharacter.self, HalfWidthText.self, CornerQuotes.self,
  ]

  private static let numbers: [any Rule.Type] = [
    ShortYear.self, PaddedDate.self, MixedDateNumerals.self, BarePercentRange.self,
    DigitsWithHundreds.self, MissingLeadingZero.self, FullWidthGrouping.self,
    ImpossibleDate.self, HashForNumber.self, DocumentNumberForm.self, InvertedRange.self,
  ]

  private static let others: [any Rule.Type] = [
    DoubledWord.self, BrokenFrame.self, WrongCharacter.self, Placeholder.self, IdentityNumber.self,
    MobileNumber.self,
    UndecodedBytes.self, Mojibake.self,
  ]
}
