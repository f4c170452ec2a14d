// Which of her accounts the words around them keep, and which they move.
//
// Patterns are held against the text with one and the same sign in place of each account, so that what they find does
// not depend on which account stands where.

import { inSmallLetters } from "./finding.js";

/** @import { Found, Role } from "./finding.js" */
/** @typedef {{says: "as-asked" | "reversed" | "both" | "nothing", quotes: string[]}} Direction */

const PLACE = "\ue000";
const LONGEST_GAP = 400;
const TWICE = /^[\s<>()[\]"'|:;,]*(?:mailto:[\s<>()[\]"'|:;,]*)?$/i;

/**
 * @param {string} text
 * @param {Found[]} accounts
 * @param {ReplyData} data
 * @returns {Direction}
 */
export function direction(text, accounts, data) {
  const once = accounts.filter((each, index) => !isTwice(text, accounts[index - 1], each));
  const gaps = [...once, undefined].map((each, index) => shortened(text.slice(once[index - 1]?.end ?? 0, each?.start)));
  const shown = gaps.join(PLACE);
  const places = inSmallLetters(shown);
  /** @type {Map<number, Role>} */
  const said = new Map();
  const quotes = [];
  for (const { pattern, means } of patterns(data)) {
    let [first, upTo] = [0, 0];
    for (const { index, 0: words } of places.matchAll(pattern)) {
      first += places.slice(upTo, index).split(PLACE).length - 1;
      upTo = index;
      if (means.some((_, after) => said.has(first + after))) continue;
      for (const [after, role] of means.entries()) said.set(first + after, role);
      quotes.push(quoted(shown.slice(index, index + words.length), once.slice(first)));
    }
  }
  const agreeing = [...said].map(([place, role]) => once[place].asked?.role === role);
  if (!agreeing.length) return { says: "nothing", quotes: [] };
  if (agreeing.every((each) => each)) return { says: "as-asked", quotes };
  return { says: agreeing.some((each) => each) ? "both" : "reversed", quotes };
}

/**
 * @param {string} words
 * @param {Found[]} accounts
 */
function quoted(words, accounts) {
  const [first, ...others] = words.replace(/\s+/g, " ").trim().split(PLACE);
  return others.reduce((text, after, place) => text + accounts[place].text + after, first);
}

/** @type {WeakMap<ReplyData, {pattern: RegExp, means: Role[]}[]>} a mail is judged again with each of her answers */
const made = new WeakMap();

/** @param {ReplyData} data */
function patterns(data) {
  const known = made.get(data) ?? madeOf(data);
  made.set(data, known);
  return known;
}

/**
 * @param {ReplyData} data
 * @returns {{pattern: RegExp, means: Role[]}[]}
 */
function madeOf({ words, accounts, both, one, alone }) {
  const roles = /** @type {("source" | "destination")[]} */ (Object.keys(accounts));
  const ofOne = one.flatMap((matches) => roles.map((role) => ({ matches, means: [role] })));
  return [...both, ...ofOne, ...alone].map(({ matches, means }) => {
    /** @type {Record<string, string>} */
    const known = { ...words, ...accounts[means[0]] };
    const source = matches.replace(/\{([a-z]+)\}/g, (_, name) => known[name]).replaceAll("@", PLACE);
    return { pattern: new RegExp(source, "gu"), means };
  });
}

/**
 * The same account again right behind itself, as a link shows it: x <mailto:x>.
 * @param {string} text
 * @param {Found | undefined} before
 * @param {Found} each
 */
function isTwice(text, before, each) {
  return before?.asked === each.asked && TWICE.test(text.slice(before?.end, each.start));
}

/** @param {string} gap */
function shortened(gap) {
  const half = LONGEST_GAP / 2;
  // Where passages were left out.
  if (gap.includes("\n\n\n")) return shortened(gap.replace(/\n{3,}/g, "\n\n"));
  return gap.length > LONGEST_GAP ? `${gap.slice(0, half)}\n.\n${gap.slice(-half)}` : gap;
}

/**
 * Whether some candidate ID stands beside the other account's address. A list has the address before its ID, or all of
 * it the other way round; where several stand together, those in the same place belong together.
 * @param {Found[]} accounts
 */
export function isCrossed(accounts) {
  /** @type {Found[][]} */
  const runs = [];
  for (const each of accounts) {
    const run = runs.at(-1);
    if (run?.[0].asked?.kind === each.asked?.kind) run?.push(each);
    else runs.push([each]);
  }
  const idsFirst = runs[0]?.[0].asked?.kind === "candidate-id";
  return runs.some((run, index) => {
    const ids = idsFirst ? run : runs[index + 1];
    const logins = idsFirst ? runs[index + 1] : run;
    if (!ids || !logins || ids[0].asked?.kind !== "candidate-id") return false;
    const beside = idsFirst ? logins : logins.slice(-ids.length);
    return ids.some(({ asked }, place) => beside[place] && beside[place].asked?.role !== asked?.role);
  });
}
