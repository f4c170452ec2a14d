// Made from browser_model.py; do not edit: python -m mergeguide schema --write

type Condition = Record<string, "given" | "absent" | Array<string>>;

type Kind = "line" | "text" | "choice" | "date" | "address-or-state";

type Repair = "width" | "invisible" | "hyphens" | "dots" | "apostrophes" | "spaces" | "single-spaces" | "edges" | "lines" | "upper" | "digits" | "escapes" | "pasted";

type When = Array<Condition>;

/** Words that say something of accounts: what each of them is. */
interface About {
  means: Array<"source" | "destination">;
  matches: string;
}

/**
 * A ready sentence that says what is wrong in a mail.
 *
 * Attributes:
 *     tick: the control that says it.
 *     blanks: the controls that are filled in with what the mail says and with what is right.
 */
interface Correction {
  tick: string;
  blanks: Array<string>;
}

/** What is ticked, by what is wrong. */
interface Corrections {
  address: Correction;
  candidateId: Correction;
  foreign: Correction;
  reversed: Correction;
}

/**
 * What is looked for in a mail from AWS, and what is said of one.
 *
 * Attributes:
 *     accounts: words for the source and the destination, by what they are.
 *     question: a sentence to send back, before and after the address that it is about.
 */
interface ReplyData {
  longest: number;
  ownDomains: Array<string>;
  candidateId: string;
  case: string;
  date: string;
  head: string;
  subject: string;
  quoted: string;
  kinds: Array<ReplyKind>;
  words: Record<string, string>;
  accounts: Record<string, Record<string, string>>;
  both: Array<About>;
  one: Array<string>;
  alone: Array<About>;
  said: Record<string, string>;
  kindWords: Record<string, string>;
  reasons: Record<string, string>;
  question: Array<string>;
  corrections: Corrections;
}

/** What a mail from AWS can be. */
interface ReplyKind {
  id: string;
  matches: string;
}

/** Fields that must not have the same answer. */
interface DiffersFrom {
  fields: Array<string>;
  when: When;
  unless: When;
  error: string;
}

/** A day that is past where the conditions hold. */
interface NotToCome {
  error: string;
  when: When;
}

/** What the generator asks; what does not hold of a field is left out. */
interface Field {
  id: string;
  group: string;
  kind: Kind;
  label: string;
  example: string;
  letters?: Array<string>;
  asked?: When;
  format?: string;
  states?: Array<string>;
  choices?: Array<string>;
  refused?: Record<string, string>;
  chosen?: string;
  defaultFrom?: string;
  required?: boolean;
  requiredOnPage?: boolean;
  requiredWhen?: When;
  differsFrom?: Array<DiffersFrom>;
  notToCome?: NotToCome;
}

/** What follows from answers: two are equal, or an address is at a domain of somebody's own. */
interface Derived {
  id: string;
  rule: "equal" | "own-domain";
  followsFrom: Array<string>;
}

/** One rule of a format: the pattern that an answer has to match, or must not. */
interface Check {
  error: string;
  matches?: string;
  rejects?: string;
  when?: When;
}

/** A way in which people write a day or a month. */
interface Written {
  matches: string;
  holds: Array<"year" | "month" | "day">;
  adds: number;
}

/** How answers of one format are repaired, then judged. */
interface Format {
  repairs: Array<Repair>;
  pasted: Array<string>;
  written: Array<Written>;
  longest: number;
  checks: Array<Check>;
}

/** Characters that repairs look for, as insides of ``[…]``, but for ``kana``, a pattern, and ``voicing``, pairs. */
interface CharacterClasses {
  hyphens: string;
  dots: string;
  apostrophes: string;
  whiteSpace: string;
  invisible: string;
  wide: string;
  kana: string;
  voicing: Record<string, string>;
  composed: string;
}

/** A letter: how it is sent, and the ids of its paragraphs. */
interface Letter {
  sentBy: "form" | "reply";
  paragraphs: Array<string>;
}

/** A line of a paragraph; its text by language, wording at even positions, ids of fields at odd ones. */
interface Line {
  when: When;
  text: Record<string, Array<string>>;
}

/** A paragraph of a letter. */
interface Paragraph {
  when: When;
  lines: Array<Line>;
}

/** How a letter in one language says choices, states, reasons and dates. */
interface LetterWords {
  choices: Record<string, Record<string, string>>;
  states: Record<string, string>;
  reasons: Record<string, string>;
  months: Array<string>;
  date: string;
  month: string;
}

/** What an answer of some formats should not hold. */
interface Unwanted {
  id: string;
  formats: Array<string>;
  matches: string;
  instead: string;
  swaps: Record<string, string>;
  hint: boolean;
}

/** What two answers together give reason to look at. */
interface Comparison {
  id: string;
  fields: Array<string>;
  like: Array<string>;
  compares: "whole" | "domain";
  when: When;
}

/** A kind of characters, with its name in the reader's language; ranges as the inside of ``[…]``. */
interface CharacterKind {
  id: string;
  name: string;
  ranges: string;
  becomes: "transliteration" | "parts" | "nothing" | null;
  joins: boolean;
  language: string;
}

/** What a whole answer of a form can become. */
interface Rewrite {
  matches: string;
  becomes: Array<string>;
}

/** What else can be done about an answer with text that nothing can stand for, in words and as buttons. */
interface Suggestion {
  fields: Array<string>;
  text: string;
  opens?: string;
  rewrites: Array<Rewrite>;
}

/**
 * What is pointed out without keeping a letter from being sent.
 *
 * Attributes:
 *     words: the sentences, by the rule's id.
 *     own: what can stand for single characters.
 *     table: what else can, run by run: the first character's number, and their texts with a space between.
 *     forms: the normal forms of Unicode in which a character is looked up.
 *     names: what characters are called.
 *     notAfter: kinds of characters after which a character is what it looks like.
 *     languages: what languages are called that kinds of characters name.
 */
interface Warnings {
  words: Record<string, string>;
  domains: Record<string, string>;
  patterns: Array<Unwanted>;
  comparisons: Array<Comparison>;
  everybodys: Array<string>;
  examples: Array<string>;
  own: Record<string, string>;
  table: Array<[number, string]>;
  forms: Array<"NFC" | "NFKC" | "NFKD">;
  names: Record<string, string>;
  notAfter: Record<string, Array<string>>;
  kinds: Array<CharacterKind>;
  languages: Record<string, string>;
  suggestions: Array<Suggestion>;
}

/**
 * Everything that the generator's script reads, for a reader's language.
 *
 * Attributes:
 *     reader: the reader's language.
 *     pairs: controls that change places when source and destination do.
 *     longest: the longest letter of an edition of AWS's form that says so.
 *     errors: the sentences for errors, by their ids.
 *     words: all other words of the generator.
 */
interface Guide {
  paragraphs: Record<string, Paragraph>;
  letterWords: Record<string, LetterWords>;
  letters: Record<string, Letter>;
  derived: Array<Derived>;
  groups: Array<string>;
  editions: Array<string>;
  fields: Array<Field>;
  longest: Record<string, number>;
  reminder: string;
  pairs: Array<[string, string]>;
  errors: Record<string, string>;
  remindAfterDays: number;
  warnings: Warnings;
  formats: Record<string, Format>;
  characters: CharacterClasses;
  words: Record<string, string>;
  reader: string;
  letterLanguages: Array<string>;
}
