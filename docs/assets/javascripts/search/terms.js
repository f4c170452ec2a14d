// A query's terms: each a few words of which one has to be found.
//
// Japanese is written without spaces, so terms are told apart by their script (認定|アカウント, ビルダー|ID), and what no
// page holds as a whole is cut into the longest parts that some page holds (氏名変更: 氏名|変更).

import { folded, foldedWithPlaces, inOneWidth } from "./folding.js";
import { wordOf } from "./matches.js";
import { stem } from "./stems.js";

/**
 * What a query asks for: as it was typed, and the words of which one has to be found, that one first.
 * @typedef {{ typed: string, words: import("./matches.js").Word[] }} Term
 *
 * A word of a run, folded, and where it stands in the folded run.
 * @typedef {{ word: string, from: number, to: number }} Part
 */

/** Kanji with the endings of verbs between them (取り消し); katakana; numbers with what they count; hiragana. */
const RUNS =
  /[\p{sc=Han}々]+(?:[いえきぎけしちみりれび][\p{sc=Han}々]+)*|[ァ-ヶー・]+|\d+[つ\p{sc=Han}]?|[\p{sc=Latin}\d]+|[ぁ-ゖー]+/gu;

const LATIN = /^[\p{sc=Latin}\d]+$/u;
const KATAKANA = /^[ァ-ヶー・]+$/u;
const HIRAGANA = /^[ぁ-ゖー]+$/u;

const AFTER_KANJI = /\p{sc=Han}$/u;

/** What stands before or after a word. */
const PARTICLE_BEFORE = /^[のをにがはでともへや]/u;
const PARTICLE_AFTER = /[のをにがはでともへや]$/u;

/** How long an end of hiragana has to be that is a word by itself. */
const LONG_END = 4;

/** How short a part may be that a run is cut into: shorter ones are found in everything. */
const SHORTEST = { katakana: 3, other: 2 };

/** @param {string} text */
function isLatin(text) {
  return LATIN.test(text);
}

/** @param {string} text */
function isJapanese(text) {
  return /[\p{sc=Han}ぁ-ゖ]/u.test(text);
}

/**
 * How a run of hiragana ends, the longest end first: it may be a sentence (あるかわからない).
 * @param {string} run
 */
function endsOf(run) {
  const ends = [...run].map((_, at) => run.slice(at));
  return ends.filter((end) => end.length >= LONG_END && !/^か/u.test(end) && !PARTICLE_BEFORE.test(end));
}

/** @param {string} text */
function runsOf(text) {
  return [...inOneWidth(text).matchAll(RUNS)].map(([run]) => run);
}

export class Vocabulary {
  /**
   * @param {string} everything all texts, folded
   * @param {string[][]} alike groups of words that are taken for each other
   * @param {string[]} passedOver words that nothing is found by
   */
  constructor(everything, alike, passedOver) {
    this.everything = everything;
    this.latin = new Set([...everything.matchAll(/[\p{sc=Latin}\d]+/gu)].flatMap(([word]) => [word, stem(word)]));
    this.passedOver = new Set(passedOver.map(keyOf));
    /** @type {Map<string, Set<string>>} */
    this.alike = new Map();
    for (const group of alike) {
      const words = group.map(keyOf);
      for (const word of words) this.alike.set(word, new Set([...(this.alike.get(word) ?? []), ...words]));
    }
    this.phrases = [...this.alike.keys()].filter((word) => runsOf(word).length > 1);
  }

  /**
   * @param {string} query
   * @returns {Term[]}
   */
  terms(query) {
    /** @type {Map<string, string>} */
    const typed = new Map();
    const text = this.withoutPhrases(inOneWidth(query), typed);
    for (const { 0: run, index } of text.matchAll(RUNS)) {
      const { places } = foldedWithPlaces(run);
      for (const { from, to, word } of this.partsOf(run, AFTER_KANJI.test(text.slice(0, index)))) {
        typed.set(word, run.slice(places[from], places[to]));
      }
    }
    const all = [...typed.keys()];
    const telling = all.filter((word) => !this.passedOver.has(keyOf(word)));
    return (telling.length ? telling : all).map((word) => ({
      typed: typed.get(word) ?? "",
      words: this.wordsFor(word),
    }));
  }

  /**
   * The rest of a query, when words that are several runs (前の会社, follow up) are taken out of it.
   * @param {string} text
   * @param {Map<string, string>} typed
   * @returns {string}
   */
  withoutPhrases(text, typed) {
    const { text: whole, places } = foldedWithPlaces(text);
    const phrase = this.phrases.find((each) => ` ${whole} `.includes(isJapanese(each) ? each : ` ${each} `));
    if (!phrase) return text;
    const from = whole.indexOf(phrase);
    const [start, end] = [places[from], places[from + phrase.length]];
    typed.set(phrase, text.slice(start, end));
    return this.withoutPhrases(`${text.slice(0, start)} ${text.slice(end)}`, typed);
  }

  /**
   * A run as it is, or what it is cut into.
   * @param {string} run
   * @param {boolean} afterKanji
   * @returns {Part[]}
   */
  partsOf(run, afterKanji) {
    const word = folded(run);
    if (HIRAGANA.test(run)) return this.hiragana(word, afterKanji);
    const whole = { word, from: 0, to: word.length };
    if (this.alike.has(keyOf(run)) || this.holds(word)) return [whole];
    const shortest = KATAKANA.test(run) ? SHORTEST.katakana : SHORTEST.other;
    const parts = this.cut(word, shortest, 0);
    return parts.length ? parts : [whole];
  }

  /**
   * What stands between particles. A verb's ending, a single kana and what is on no page tell nothing.
   * @param {string} word
   * @param {boolean} afterKanji
   * @returns {Part[]}
   */
  hiragana(word, afterKanji) {
    const bare = word.replace(PARTICLE_BEFORE, "");
    if (afterKanji && (bare === word || bare.length < 2)) return [];
    const words = [word, bare];
    const told = words
      .flatMap((each) => [each.replace(PARTICLE_AFTER, ""), each, ...endsOf(bare)])
      .find((each) => each.length > 1 && (this.holds(each) || this.alike.has(each)));
    if (!told) return [];
    const from = word.indexOf(told);
    return [{ word: told, from, to: from + told.length }];
  }

  /** @param {string} word */
  holds(word) {
    return isLatin(word) ? this.latin.has(word) || this.latin.has(stem(word)) : this.everything.includes(word);
  }

  /**
   * The longest parts, one after the other; what is left between them is passed over, but not in a Latin word.
   * @param {string} word
   * @param {number} shortest
   * @param {number} from
   * @returns {Part[]}
   */
  cut(word, shortest, from) {
    if (word.length - from < shortest) return [];
    for (let to = word.length; to >= from + shortest; to--) {
      const part = word.slice(from, to);
      if (!this.holds(part) && !this.alike.has(part)) continue;
      const rest = this.cut(word, shortest, to);
      if (to === word.length || rest.length || !isLatin(word)) return [{ word: part, from, to }, ...rest];
    }
    return isLatin(word) ? [] : this.cut(word, shortest, from + 1);
  }

  /** @param {string} word */
  wordsFor(word) {
    const alike = this.alike.get(isLatin(word) ? stem(word) : word) ?? [];
    return [...new Set([word, ...alike])].map((text) => wordOf(text, isLatin(text)));
  }
}

/**
 * What stands for a word of a group: of a Latin one its stem, of a Japanese one what its forms have in common.
 * @param {string} word
 */
function keyOf(word) {
  const runs = runsOf(word);
  const telling = runs.filter((run) => !HIRAGANA.test(run));
  const key = folded(runs.length > 2 || telling.length !== 1 ? inOneWidth(word) : telling[0]);
  return isLatin(key) ? stem(key) : key;
}
