/// A list of words that a rule looks for.
public enum WordList: String, Sendable, CaseIterable {
  /// Words written with a wrong character.
  case wrongCharacters = "wrong-characters"
  /// Words that are often taken for one another.
  case unsureWords = "unsure-words"
  /// Words that say one thing twice.
  case redundantWords = "redundant-words"
  /// Phrases any report may hold.
  case stockPhrases = "stock-phrases"
  /// Words of speech.
  case spokenWords = "spoken-words"
  /// Words that rank a thing first.
  case superlatives
  /// Set political phrases, and slips in them.
  case fixedPhrases = "fixed-phrases"
  /// Words not to be used of people.
  case demeaningWords = "demeaning-words"
  /// Short forms with what they stand for.
  case abbreviations
  /// Pairs of ways to write one word.
  case variants
  /// Organs by their former names.
  case formerOrgans = "former-organs"
  /// Laws by their short titles.
  case laws
  /// Times that hang on the day of writing.
  case relativeTimes = "relative-times"
  /// Words that tell of what is still to be done.
  case planWords = "plan-words"
  /// Words that tell of what is done.
  case doneWords = "done-words"
  /// Prizes as they stand in a list.
  case prizes
  /// Adverbs that a verb follows.
  case adverbs
  /// What organs call themselves.
  case persons
  /// What stands before the names of persons.
  case personTitles = "person-titles"
  /// What opens a percentage in Chinese numerals.
  case percentWords = "percent-words"
  /// The first four characters of set phrases; made from those, no file of its own.
  case phraseHeads = "phrase-heads"
  /// The organs of a place by the names that follow its rank: 教育局. Empty until a bureau gives it.
  case organs
  /// Leaders by name, with their posts, in their order. Empty until a bureau gives it.
  case leaders

  /// How many lists there are.
  static let count = allCases.count

  /// Its place among all lists; spelt out, since enumerations with names of strings compare by those.
  var number: Int {
    switch self {
    case .wrongCharacters: 0
    case .unsureWords: 1
    case .redundantWords: 2
    case .stockPhrases: 3
    case .spokenWords: 4
    case .superlatives: 5
    case .fixedPhrases: 6
    case .demeaningWords: 7
    case .abbreviations: 8
    case .variants: 9
    case .formerOrgans: 10
    case .laws: 11
    case .relativeTimes: 12
    case .planWords: 13
    case .doneWords: 14
    case .prizes: 15
    case .adverbs: 16
    case .persons: 17
    case .personTitles: 18
    case .percentWords: 19
    case .phraseHeads: 20
    case .organs: 21
    case .leaders: 22
    }
  }
}
