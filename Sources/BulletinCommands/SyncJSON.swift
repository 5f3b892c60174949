import ReportMerge
import ReportModel
import ReportWorkspace
import SourceText

/// The JSON that `sync` prints; its schema is `sync.schema.json`.
struct SyncJSON {
  /// The text, one object on one line.
  let bytes: [UInt8]

  /// The outcome of a merge; linear in its events and the text.
  init(_ outcome: SyncOutcome, language: MessageLanguage) {
    var json = JSONWriter()
    let sync = outcome.sync
    json.object { json in
      json.key("draft")
      json.string(sync.draftPath)
      json.key("written")
      json.boolean(!outcome.isDryRun)
      json.key("changed")
      json.boolean(sync.changesDraft)
      json.key("old")
      json.string(outcome.oldPath ?? "")
      json.key("conflicts")
      json.number(sync.result.conflicts.count)
      json.key("events")
      var cursor = PositionCursor(sync.merged.bytes)
      json.array { json in
        for event in sync.result.events {
          let start = event.result.lowerBound
          let position = cursor.position(of: start)
          Self.write(
            event, at: position, sync.merged.document?.place(of: position, at: start), language,
            &json)
        }
      }
      json.key("taken")
      json.array { json in
        for taken in sync.takeover.taken {
          Self.write(taken.number, ("file", taken.file), &json)
        }
      }
      json.key("refused")
      json.array { json in
        for refused in sync.takeover.refused {
          Self.write(refused.number, ("reason", refused.reason.text(in: language)), &json)
        }
      }
    }
    json.newline()
    bytes = json.bytes
  }

  private static func write(
    _ event: MergeEvent, at place: TextPosition, _ documentPlace: SourceDocument.Place?,
    _ language: MessageLanguage, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("kind")
      json.string(event.kind.rawValue)
      json.key("line")
      json.number(place.line)
      json.key("column")
      json.number(place.column)
      if let documentPlace { json.members(of: documentPlace) }
      json.key("attention")
      json.boolean(SyncOutcome.wantsAttention(event))
      json.key("headings")
      json.array { json in for heading in event.headings { json.string(heading) } }
      json.key("base")
      json.string(event.baseText)
      json.key("draft")
      json.string(event.mineText)
      json.key("data")
      json.string(event.theirsText)
      json.key("numbers")
      json.array { json in for number in event.numbers { write(number, &json) } }
      json.key("message")
      json.string(event.message.text(in: language))
    }
  }

  /// A number typed by hand, and what became of it.
  private static func write(
    _ number: MergeEvent.Number, _ outcome: (name: String, text: String), _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("label")
      json.string(number.label)
      json.key("draft")
      json.string(number.mine?.text ?? "")
      json.key(outcome.name)
      json.string(outcome.text)
    }
  }

  private static func write(_ number: MergeEvent.Number, _ json: inout JSONWriter) {
    json.object { json in
      json.key("label")
      json.string(number.label)
      for (name, text) in [
        ("base", number.base), ("draft", number.mine), ("data", number.theirs),
      ] {
        guard let text else { continue }
        json.key(name)
        json.string(text.text)
      }
      json.key("direct")
      json.boolean(number.isDirect)
      json.key("nearEdit")
      json.boolean(number.isNearEdit)
      json.key("origins")
      json.array { json in
        for origin in number.origins {
          json.object { json in
            json.key("path")
            json.string(origin.path)
            json.key("file")
            json.string(origin.file)
            if let sheet = origin.sheet {
              json.key("sheet")
              json.string(sheet)
            }
            json.key("line")
            json.number(origin.line)
            json.key("column")
            json.number(origin.column)
          }
        }
      }
    }
  }
}
