// Texts made alike that a reader takes for the same: letters by width and case, katakana and hiragana, ユーザ and ユーザー.

/**
 * A character with the marks that half-width kana and Latin letters are composed with; a long vowel at a word's end, which
 * some write and some do not. Within a word it stays, else メール would be in 読める.
 */
const CHARACTERS = /([ーｰ]+(?![ァ-ヶｦ-ﾝ]))|[\s\S][\u0300-\u036f\u3099\u309a\uff9e\uff9f]*/gu;

// What a character becomes depends on nothing around it, and texts hold few different ones.
/** @type {Map<string, string>} */
const knownFolds = new Map();

/**
 * @param {string} character
 * @returns {string}
 */
function foldedCharacter(character) {
  let folded = knownFolds.get(character);
  if (folded === undefined) {
    folded = inHiragana(inOneWidth(character)).replace(/・/gu, "");
    knownFolds.set(character, folded);
  }
  return folded;
}

const NUMERALS = "〇一二三四五六七八九";

/** A Japanese numeral before what it counts: 二つ, 2つ. */
const COUNTED = /[一二三四五六七八九](?=[つ回個])/gu;

/**
 * By width, case and numerals alone, so that what is katakana can still be told.
 * @param {string} text
 */
export function inOneWidth(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['\u2019]/gu, "")
    .replace(/[\s\u2010-\u2015-]/gu, " ")
    .replace(COUNTED, (numeral) => String(NUMERALS.indexOf(numeral)));
}

/**
 * Katakana as hiragana, which comes 0x60 before it.
 * @param {string} text
 */
function inHiragana(text) {
  return text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** @param {string} text */
export function folded(text) {
  return text.replace(CHARACTERS, (character, atEnd) => (atEnd ? "" : foldedCharacter(character)));
}

/**
 * A folded text, and for each of its characters where the one begins that it was; at the end, where the text ends.
 * @param {string} text
 */
export function foldedWithPlaces(text) {
  let made = "";
  /** @type {number[]} */
  const places = [];
  for (const { 0: character, 1: atEnd, index } of text.matchAll(CHARACTERS)) {
    const fold = atEnd ? "" : foldedCharacter(character);
    for (let at = 0; at < fold.length; at++) places.push(index);
    made += fold;
  }
  places.push(text.length);
  return { text: made, places };
}
