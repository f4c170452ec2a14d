// English words in their different forms: merge, merges, merged, merging. A stem is always how the word begins.

/** Endings that are taken off one after the other; none where fewer than three letters would be left. */
const ENDINGS = [/s$/, /(?:ing|ed|i?e|y)$/];

/** Two of a letter before an ending that is gone: stopped, stop. */
const DOUBLED = /([bdgmnprt])\1$/;

/** @type {Map<string, string>} */
const knownStems = new Map();

/** @param {string} word */
export function stem(word) {
  const stemmed = knownStems.get(word) ?? withoutEndings(word);
  knownStems.set(word, stemmed);
  return stemmed;
}

/** @param {string} word */
function withoutEndings(word) {
  const left = ENDINGS.reduce((before, ending) => {
    const after = before.replace(ending, "");
    return after.length < 3 || /ss$/.test(before) ? before : after;
  }, word);
  return left.length < word.length && left.length > 3 ? left.replace(DOUBLED, "$1") : left;
}
