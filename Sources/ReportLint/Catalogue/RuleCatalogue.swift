/// All rules there are, in the order of their ids within each group.
public enum RuleCatalogue {
  /// The rules.
  static let rules: [any Rule.Type] =
    structure + figures + punctuation + numbers + wording + names + correspondence + publication
    + source

  /// What each rule is, in the same order.
  public static var descriptions: [RuleDescription] { rules.map { $0.description } }

  /// The rule of an id (in any case) or a name; nil for an unknown one.
  public static func description(of idOrName: String) -> RuleDescription? {
    index[idOrName.uppercased()] ?? index[idOrName]
  }

  /// The rules by id and by name.
  private static let index: [String: RuleDescription] = {
    var index: [String: RuleDescription] = [:]
    for description in descriptions {
      index[description.id] = description
      index[description.name] = description
    }
    return index
  }()

  private static let structure: [any Rule.Type] = [
    IncompleteTitle.self, TitleStop.self, MissingPart.self, MisorderedParts.self,
    InvertedOrdinal.self, SkippedLevel.self, NumberingBreak.self, WrongOrdinalMark.self,
    MixedOrdinalMarks.self, HalfWidthOrdinalBrackets.self, BrokenChain.self,
    MarkAfterMeasure.self, MixedChainEnds.self, EmptyHeading.self, HeadingStop.self,
    RepeatedSentence.self, PartShare.self, LongParagraph.self, AbsentAttachment.self,
    WebFurniture.self, MissingItem.self,
  ]

  private static let figures: [any Rule.Type] = [
    ShareMismatch.self, SumMismatch.self, PerHeadMismatch.self, UnpairedLists.self,
    GrowthMismatch.self, RateDifference.self, MultipleOfDecrease.self, DoubledComparison.self,
    RateOverWhole.self, ImpossiblePercentage.self, ClosedOverOpened.self, TwoValues.self,
    CountWithoutUnit.self, MixedMoneyUnits.self, TenfoldSlip.self, TextDataMismatch.self,
    StaleFigure.self, LastYearLabel.self, DoubledApproximation.self, ApproximateExactFigure.self,
    VagueSum.self, MixedDecimals.self, SharesOverWhole.self, UnfitMeasureWord.self,
    PeopleAndVisits.self, GrowthWithoutBase.self, FigureWithoutRow.self, ListOverCount.self,
  ]

  private static let punctuation: [any Rule.Type] = [
    HalfWidthMark.self, HalfWidthBrackets.self, StraightQuotes.self, HalfWidthStop.self,
    UnpairedMark.self, CommaBetweenQuotes.self, CommaBeforeAndOthers.self, DoubledMark.self,
    EllipsisForm.self, DashForm.self, RangeMark.self, TitleMarksOnName.self, StopInChain.self,
    TwoColons.self, StraySpace.self, FullWidthDigits.self, LookAlike.self,
    InvisibleCharacter.self, HalfWidthText.self, MixedListMarks.self, CornerQuotes.self,
  ]

  private static let numbers: [any Rule.Type] = [
    ShortYear.self, PaddedDate.self, MixedDateNumerals.self, DayWord.self, BarePercentRange.self,
    RangeMultiplier.self, DigitsWithHundreds.self, NeighbourNumerals.self, SpelledPercent.self,
    DigitsInPhrase.self, MissingLeadingZero.self, FullWidthGrouping.self, ImpossibleDate.self,
    OutsidePeriod.self, RelativeTime.self, HashForNumber.self, DocumentNumberForm.self,
    NamedDate.self, InvertedRange.self,
  ]

  private static let wording: [any Rule.Type] = [
    DoubledWord.self, BrokenFrame.self, MissingSubject.self, WrongCharacter.self, UnsureWord.self,
    AdverbParticle.self, RedundantWord.self, StockPhrases.self, MixedPersons.self,
    SpokenWord.self, ChainedConjunctions.self, LongSentence.self, Superlative.self,
    FixedPhrase.self, DemeaningWord.self,
  ]

  private static let names: [any Rule.Type] = [
    UnexplainedAbbreviation.self, OwnNameVariant.self, FormerOrgan.self, CutAutonomousName.self,
    MixedVariants.self, ShortLawTitle.self, LeaderPost.self, Placeholder.self,
    UnregisteredOrgan.self,
  ]

  private static let correspondence: [any Rule.Type] = [
    UnansweredProblem.self, UnreportedPlan.self, CopiedProblem.self, VaguePlan.self,
    MisplacedTense.self,
  ]

  private static let publication: [any Rule.Type] = [
    MissingSignature.self, MissingSigningDate.self, SignatureMismatch.self,
    EarlyPublication.self, MissingMetadata.self, PeriodMismatch.self, SecretMark.self,
    IdentityNumber.self, MobileNumber.self, CardNumber.self, HomeAddress.self, PersonalName.self,
    DocumentTraces.self,
  ]

  private static let source: [any Rule.Type] = [UndecodedBytes.self, Mojibake.self]
}
