import BulletinSyntax
import FigureClaims
import SourceText

extension InspectionClaims {
  /// One object a text, on one line, as `inspect-claims.schema.json` has it.
  static func json(_ inspection: ClaimInspection, language: MessageLanguage) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("claims")
      json.array { json in
        for claim in inspection.claims { write(claim, inspection, language, to: &json) }
      }
      json.key("figures")
      json.array { json in
        for index in inspection.figures.indices {
          json.object { json in
            place(inspection.place(ofFigure: index), to: &json)
            json.key("text")
            json.string(inspection.text(ofFigure: index))
            json.key("status")
            json.string(inspection.coverage.statuses[index].rawValue)
          }
        }
      }
      json.key("coverage")
      json.object { json in
        json.key("figures")
        json.number(inspection.figures.count)
        for status in ClaimCoverage.Status.allCases {
          json.key(status.rawValue)
          json.number(inspection.coverage.count(status))
        }
      }
      json.key("hasData")
      json.boolean(inspection.hasData)
      json.key("file")
      json.string(inspection.tree.source.name)
      json.key("encoding")
      json.string(inspection.tree.source.encoding.rawValue)
    }
    json.newline()
    return json.bytes
  }

  private static func write(
    _ claim: Claim, _ inspection: ClaimInspection, _ language: MessageLanguage,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("kind")
      json.string(claim.kind.rawValue)
      json.key("verdict")
      json.string(claim.verdict.rawValue)
      place(inspection.place(of: claim), to: &json)
      json.key("computed")
      json.string(claim.sides.computed)
      json.key("stated")
      json.string(claim.sides.stated)
      json.key("margin")
      json.string(claim.sides.margin)
      json.key("note")
      json.string(claim.sides.note == .none ? "" : claim.sides.note.rawValue)
      json.key("explanation")
      json.string(claim.explanation.text(in: language))
      json.key("figures")
      json.array { json in
        for term in claim.terms {
          json.object { json in
            json.key("role")
            json.string(term.role.rawValue)
            json.key("index")
            json.number(term.figure)
            place(inspection.place(ofFigure: term.figure), to: &json)
            json.key("text")
            json.string(term.text)
          }
        }
      }
    }
  }

  private static func place(_ position: TextPosition, to json: inout JSONWriter) {
    json.key("line")
    json.number(position.line)
    json.key("column")
    json.number(position.column)
  }
}
