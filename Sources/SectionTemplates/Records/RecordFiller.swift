public import ReportModel
public import SourceText

/// Fills one template with many records, into one buffer, without noting where each word came from.
///
/// The template is bound once to the shape of the records: a plain slot is a copy of bytes then. The
/// text is the same as ``SectionFiller`` gives for the same values, and so are the faults.
public struct RecordFiller {
  private let program: FillProgram
  private let reader: JSONRecordReader
  private var engine: FillEngine<RecordValues>

  /// Binds a template.
  ///
  /// - Parameters:
  ///   - template: What each record is printed by.
  ///   - schema: Gives units, printed behind numbers; a record's numbers carry none.
  ///   - limits: Bounds on the work and output for each record.
  /// - Throws: Loops over what is not a list at a record's top, and names of earlier periods, which
  ///   records do not have.
  public init(
    _ template: SectionTemplate, schema: DataSchema = DataSchema(),
    limits: SectionFiller.Limits = SectionFiller.Limits()
  ) throws(DiagnosticError) {
    program = template.program
    var binder = RecordBinder(schema: schema, file: template.source.name)
    binder.bind(all: template.nodes)
    guard binder.diagnostics.isEmpty else { throw DiagnosticError(binder.diagnostics) }
    reader = JSONRecordReader(binder.binding.shape)
    engine = FillEngine(
      RecordValues(binder.binding, schema: schema, limits: limits), sink: ByteSink(),
      limits: limits)
  }

  /// Fills the template with the record that is a stretch of `bytes`, and appends the text.
  ///
  /// - Parameters:
  ///   - range: A JSON object; at most 2 GB from the beginning of `bytes`.
  ///   - bytes: One or many records.
  ///   - name: What `bytes` is called in faults.
  ///   - output: What the text is appended to; nothing is appended where a fault was found.
  /// - Returns: The faults of the record and of its values in the template.
  public mutating func fill(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, named name: String,
    into output: inout [UInt8]
  ) -> [Diagnostic] {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    engine.values.reset()
    engine.reset()
    guard range.upperBound <= Int(Int32.max) else { return [Self.tooLarge(name)] }
    do throws(JSONRecordReader.Fault) {
      try reader.read(bytes, in: range, into: &engine.values.record)
    } catch {
      return [
        Diagnostic(
          "record-syntax", at: .text(file: name, range: error.offset..<error.offset), error.message)
      ]
    }
    engine.values.bytes = bytes
    // The buffer is moved in and out, not copied.
    swap(&engine.sink.bytes, &output)
    engine.sink.start = engine.sink.bytes.count
    engine.fill(program)
    if !engine.values.diagnostics.isEmpty {
      engine.sink.bytes.removeLast(engine.sink.count)
    }
    swap(&engine.sink.bytes, &output)
    engine.values.bytes = UnsafeBufferPointer(start: nil, count: 0)
    return engine.values.diagnostics
  }

  private static func tooLarge(_ name: String) -> Diagnostic {
    Diagnostic(
      "record-syntax", at: .file(name),
      Message(zh: "超过 2 GB,请分开", en: "more than 2 GB: split it"))
  }
}
