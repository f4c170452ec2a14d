// Which passages of a mail are what AWS writes in it, and which are its head or an earlier mail that it quotes.

/** @typedef {[number, number]} Passage from where to where */

const MOST_HEADS = 12;

/**
 * The passages that do not count as AWS's list.
 * @param {string} text
 * @param {ReplyData} data
 */
export function asides(text, { head, subject, quoted }) {
  const [isHead, isSubject, begins] = [head, subject, quoted].map((source) => new RegExp(source, "iu"));
  const lines = text.split("\n");
  /** @type {Passage[]} */
  const found = [];
  let at = 0;
  let hasBody = false;
  for (let number = 0; number < lines.length; number += 1) {
    const heads = headsFrom(lines, number, isHead);
    const isWhole = (heads.length > 1 || !hasBody) && heads.some((line) => isSubject.test(line));
    // A second head is that of a mail that is quoted.
    if ((isWhole && hasBody) || begins.test(lines[number].slice(0, 200))) return [...found, span(at, text.length)];
    /** @type {string[]} */
    const block = isWhole ? heads : [lines[number]];
    const { length } = block.join("\n");
    if (isWhole || /^\s*>/.test(block[0])) found.push(span(at, at + length));
    else hasBody ||= block[0].trim() !== "";
    at += length + 1;
    number += block.length - 1;
  }
  return found;
}

/**
 * @param {number} start
 * @param {number} end
 * @returns {Passage}
 */
function span(start, end) {
  return [start, end];
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {RegExp} isHead
 */
function headsFrom(lines, start, isHead) {
  let end = start;
  while (end < lines.length && end < start + MOST_HEADS && isHead.test(lines[end].slice(0, 40))) end += 1;
  return lines.slice(start, end);
}

/**
 * The text with so many line ends, or other signs, in place of the passages.
 * @param {string} text
 * @param {Passage[]} passages
 * @param {string} [sign]
 */
export function without(text, passages, sign = "\n") {
  let rest = "";
  let at = 0;
  for (const [start, end] of passages) {
    rest += text.slice(at, start) + sign.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}
