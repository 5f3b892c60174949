/// The organ whose text it is, by its full name in the title.
struct OwnOrgan {
  /// The full name: 芷江侗族自治县教育局.
  let name: Range<Int>
  /// The place with its rank: 芷江侗族自治县.
  let region: Range<Int>
  /// The place alone: 芷江.
  let core: Range<Int>
  /// The rank: 县, 市, 区.
  let rank: Unicode.Scalar
  /// What comes after the place: 教育局.
  let body: Range<Int>
  /// Whether the region is an autonomous one.
  let isAutonomous: Bool

  /// Whether the place with its plain rank is no name of it: 芷江县, but not 恩施州 or 广西区, which are
  /// set short forms.
  var isCutByRank: Bool { isAutonomous && (rank == "县" || rank == "旗") }

  /// The organ of a text's title; nil where the title names none, or one without a place.
  init?(_ title: TitleParts, _ input: LintInput) {
    guard !title.organ.isEmpty else { return nil }
    name = title.organ
    let last = OwnOrgan.lastRank(in: name, input)
    guard let last, last.upperBound < name.upperBound, last.lowerBound > name.lowerBound else {
      return nil
    }
    rank = input.scalar(at: last.lowerBound)
    body = last.upperBound..<name.upperBound
    region = OwnOrgan.head(of: name.lowerBound..<last.upperBound, input)
    isAutonomous = input.has("自治", before: last.lowerBound)
    let end = isAutonomous ? last.lowerBound - 6 : last.lowerBound
    core =
      region
      .lowerBound..<(isAutonomous ? OwnOrgan.withoutPeople(region.lowerBound..<end, input) : end)
    guard core.count >= 6, core.count <= 15, body.count >= 9 else { return nil }
  }

  /// The last 县, 市, 区, 旗, 州 or 省 of a name that is a place's rank.
  private static func lastRank(in name: Range<Int>, _ input: LintInput) -> Range<Int>? {
    var found: Range<Int>?
    var offset = name.lowerBound
    while offset < name.upperBound {
      let width = input.width(at: offset)
      switch input.scalar(at: offset) {
      case "县", "市", "区", "旗", "州", "省":
        let next = offset + width
        // 市场监督管理局, 区域协作办 and 州 inside a name are no ranks.
        if input.has("场", at: next) || input.has("域", at: next) || input.has("政", at: next)
          || input.has("容", at: next) || input.has("人", at: next) && offset == name.lowerBound
        {
          break
        }
        if input.scalar(at: offset) == "州", !input.has("自治", before: offset) { break }
        found = offset..<next
      default: break
      }
      offset += width
    }
    return found
  }

  /// The last place of a chain of them: 湖南省芷江侗族自治县 → 芷江侗族自治县.
  private static func head(of range: Range<Int>, _ input: LintInput) -> Range<Int> {
    var start = range.lowerBound
    var offset = range.lowerBound
    while offset < range.upperBound - 9 {
      switch input.scalar(at: offset) {
      case "省", "市", "州": if offset > start + 3 { start = offset + 3 }
      default: break
      }
      offset += input.width(at: offset)
    }
    return start..<range.upperBound
  }

  /// Where a place's name ends before the peoples of an autonomous one: 芷江|侗族, 双江|拉祜族佤族….
  private static func withoutPeople(_ range: Range<Int>, _ input: LintInput) -> Int {
    var end = range.upperBound
    while input.has("族", before: end), end - range.lowerBound > 9 {
      let people = peoples.first { input.has($0, before: end - 3) }
      guard let people, end - 3 - people.utf8CodeUnitCount > range.lowerBound else { break }
      end -= 3 + people.utf8CodeUnitCount
    }
    return end
  }

  /// The peoples that autonomous places are named after, without 族; the longer first.
  private static let peoples: [StaticString] = [
    "达斡尔", "鄂温克", "鄂伦春", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "仡佬", "布依", "土家", "朝鲜", "拉祜", "纳西", "哈尼",
    "傈僳", "普米", "景颇", "布朗", "东乡", "保安", "撒拉", "裕固", "毛南", "仫佬", "水", "苗", "侗", "瑶", "壮", "回", "满",
    "彝", "白", "傣", "黎", "畲", "羌", "藏", "土", "佤", "怒", "独龙", "蒙古", "各",
  ]
}
