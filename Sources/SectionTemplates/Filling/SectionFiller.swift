public import ReportModel
public import SourceText

/// Fills section templates with data; the result knows where each stretch came from.
///
/// All faults of all sections are collected. The filler carries on past each of them, so that one
/// run names everything that is missing.
public struct SectionFiller {
  /// Bounds for templates and data that are not to be trusted.
  public struct Limits: Sendable {
    /// The largest text, in bytes.
    public var outputBytes = 64 << 20
    /// The largest number of loop passes in one report.
    public var loopPasses = 1_000_000
    /// The largest number of cells that functions may look at in one report.
    public var functionCells = 20_000_000
    /// How deep narratives may name narratives.
    public var narrativeDepth = 8

    /// The usual bounds.
    public init() {}
  }

  private var engine: FillEngine<ContextValues>

  /// A filler for one report.
  ///
  /// - Parameters:
  ///   - context: All that templates can name.
  ///   - allowsMissing: Whether a missing value is printed as a visible placeholder and noted in
  ///     ``placeholders`` instead of being an error.
  ///   - limits: Bounds on work and output.
  public init(_ context: TemplateContext, allowsMissing: Bool = false, limits: Limits = Limits()) {
    engine = FillEngine(
      ContextValues(context, allowsMissing: allowsMissing, limits: limits), sink: SourcedSink(),
      limits: limits)
  }

  /// The faults of all templates filled so far.
  public var diagnostics: [Diagnostic] { engine.values.evaluator.diagnostics }

  /// The paths of the cells that the templates filled so far asked for.
  public var usedPaths: Set<String> { engine.values.evaluator.usedPaths }

  /// Sources of narratives, for printing faults in them.
  public var narrativeSources: [SourceFile] { engine.values.narrativeSources }

  /// Paths that were missing and stand as placeholders.
  public var placeholders: [String] { engine.values.placeholders }

  /// Fills one template; faults are added to ``diagnostics``.
  public mutating func fill(_ template: SectionTemplate) -> SourcedText {
    engine.sink = SourcedSink()
    engine.fill(template.program)
    return engine.sink.text
  }
}
