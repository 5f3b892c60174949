import ReportMerge
import ReportModel
import SourceText

/// The JSON that `diff` prints; its schema is `diff.schema.json`.
struct DiffJSON {
  private var json = JSONWriter()

  /// The text, one object on one line.
  var bytes: [UInt8] { json.bytes }

  /// A comparison; linear in what it holds and the texts.
  init(_ outcome: DiffOutcome) {
    var json = JSONWriter()
    json.object { json in
      json.key("old")
      json.string(outcome.old.name)
      json.key("new")
      json.string(outcome.new.name)
      json.key("headings")
      json.array { json in
        for heading in outcome.comparison.headings {
          json.object { json in
            json.key("change")
            json.string(heading.change.rawValue)
            json.key("level")
            json.number(heading.level)
            Self.passage(heading.old, heading.new, heading.headings, &json)
          }
        }
      }
      json.key("sentences")
      json.array { json in
        for sentence in outcome.comparison.sentences {
          json.object { json in
            json.key("change")
            json.string(sentence.change.rawValue)
            Self.passage(sentence.old, sentence.new, sentence.headings, &json)
          }
        }
      }
      json.key("figures")
      json.array { Self.figures(outcome, &$0) }
    }
    json.newline()
    self.json = json
  }

  private static func passage(
    _ old: String, _ new: String, _ headings: [String], _ json: inout JSONWriter
  ) {
    json.key("old")
    json.string(old)
    json.key("new")
    json.string(new)
    json.key("headings")
    json.array { json in for heading in headings { json.string(heading) } }
  }

  private static func figures(_ outcome: DiffOutcome, _ json: inout JSONWriter) {
    let (oldLines, newLines) = (LineTable(outcome.old.bytes), LineTable(outcome.new.bytes))
    for figure in outcome.comparison.figures {
      json.object { json in
        json.key("change")
        json.string(
          figure.isSame
            ? "same" : figure.old == nil ? "added" : figure.new == nil ? "dropped" : "changed")
        json.key("label")
        json.string(figure.label)
        json.key("id")
        json.string(figure.id)
        json.key("headings")
        json.array { json in for heading in figure.headings { json.string(heading) } }
        if let old = figure.old {
          json.key("old")
          printed(old, oldLines, &json)
        }
        if let new = figure.new {
          json.key("new")
          printed(new, newLines, &json)
        }
        if let difference = figure.difference {
          json.key("difference")
          json.string(difference.description)
          json.key("points")
          json.boolean(figure.isInPoints)
        }
        if let percent = figure.percent {
          json.key("percent")
          json.string(percent.description)
        }
      }
    }
  }

  private static func printed(
    _ figure: TextComparison.Printed, _ lines: LineTable, _ json: inout JSONWriter
  ) {
    let place = lines.position(of: figure.range.lowerBound)
    json.object { json in
      json.key("text")
      json.string(figure.text)
      json.key("value")
      json.string(figure.value?.description ?? "")
      json.key("unit")
      json.string(figure.unit.text)
      json.key("line")
      json.number(place.line)
      json.key("column")
      json.number(place.column)
    }
  }
}
