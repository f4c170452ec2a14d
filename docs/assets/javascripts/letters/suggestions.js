// What else can be done about an answer with text that nothing can stand for: something better is offered elsewhere, or
// the whole answer can be rewritten in a way that the reader confirms.

import { pattern } from "./patterns.js";

/**
 * @param {Guide} guide
 * @param {string} field
 * @param {string} answer
 */
export function suggestionFor(guide, field, answer) {
  const found = guide.warnings.suggestions.find(({ fields }) => fields.includes(field));
  return { ...found, rewritten: found?.rewrites.flatMap((rewrite) => rewritten(answer, rewrite)) ?? [] };
}

/**
 * @param {string} answer
 * @param {Rewrite} rewrite
 */
function rewritten(answer, { matches, becomes }) {
  const found = pattern(matches);
  return found.test(answer) ? becomes.map((other) => answer.replace(found, other)) : [];
}
