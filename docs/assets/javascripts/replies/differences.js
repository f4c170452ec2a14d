// How far a text is from a value, sign by sign.

const SIGN = /[a-z0-9_%+@-]/;
const SLACK = 4; // Signs that a mail can have more than the value.

/** No sign of a text; of one byte, since a browser looks through a text of such signs quicker. */
export const TAKEN = "\u0080";

/** @typedef {{cost: number, start: number, end: number}} Place */

/**
 * Where in a text the value stands with the fewest signs that differ; white space and marks of quoting inside cost nothing.
 * Nothing where it is more of them than so many: a row of the table never costs less than the one before.
 * @param {string} text
 * @param {string} value
 * @param {number} most
 * @returns {Place | undefined}
 */
function closest(text, value, most) {
  const length = text.length;
  let costs = new Array(length + 1).fill(0);
  let starts = costs.map((_, index) => index);
  for (let row = 1; row <= value.length; row += 1) {
    const [above, from] = [costs, starts];
    costs = [row];
    starts = [0];
    let cheapest = row;
    for (let column = 1; column <= length; column += 1) {
      const sign = text[column - 1];
      const replaced = above[column - 1] + (sign === value[row - 1] ? 0 : 1);
      const left = costs[column - 1] + ((sign <= " " || sign === ">") && row < value.length ? 0 : 1);
      const least = Math.min(replaced, left, above[column] + 1);
      costs.push(least);
      if (least < cheapest) cheapest = least;
      if (least === replaced) starts.push(from[column - 1]);
      else starts.push(least === left ? starts[column - 1] : from[column]);
    }
    if (cheapest > most) return undefined;
  }
  const cost = Math.min(...costs);
  const end = costs.indexOf(cost);
  return { cost, start: starts[end], end };
}

/**
 * The places where the value stands, or nearly. Of three pieces of the value one stands there unchanged, if at most two
 * signs differ. Words that share a piece with a value stand all over a long mail, and the same words again and again.
 * @param {string} text
 * @param {string} value
 * @param {string} free the text with TAKEN where it is something else
 * @returns {Place[]}
 */
export function placesLike(text, value, free) {
  const most = value.length < 9 ? 1 : 2;
  // An ID: not "aws" alone, which stands in every sentence.
  const third = Math.round(value.length / 3);
  const places = [];
  for (const offset of [0, third, 2 * third]) {
    const piece = offset === 2 * third ? value.slice(offset) : value.slice(offset, offset + third);
    const others = value.slice(0, offset) + value.slice(offset + piece.length);
    /** @type {(before: string, after: string) => Place | undefined} from the piece's begin on */
    const placeIn = (before, after) => {
      if (!hasSigns(before + after, others, most)) return undefined;
      const left = before.slice(before.lastIndexOf(TAKEN) + 1);
      const [right] = after.split(TAKEN);
      if (!hasSigns(left + piece + right, value, most)) return undefined;
      const place = closest(left + piece + right, value, most);
      return place && { ...place, start: place.start - left.length, end: place.end - left.length };
    };
    /** @type {Map<string, Place | undefined>} */
    const seen = new Map();
    let looked = -Infinity;
    for (let at = free.indexOf(piece); at >= 0; at = free.indexOf(piece, at + 1)) {
      if (at - offset < looked + SLACK) continue;
      looked = at - offset;
      const [from, to] = [Math.max(looked - 2 * SLACK, 0), looked + value.length + 2 * SLACK];
      const [before, after] = [free.slice(from, at), free.slice(at + piece.length, to)];
      const around = `${before.length} ${free.slice(from, to)}`;
      if (!seen.has(around)) seen.set(around, placeIn(before, after));
      const near = seen.get(around);
      const place = near && wholePlace(text, near, at);
      if (place && place.cost <= most) places.push(place);
    }
  }
  return places;
}

/**
 * Whether all of the signs are in the text but for so many. An ID's digits come last, and words have none.
 * @param {string} text
 * @param {string} signs
 * @param {number} most
 */
function hasSigns(text, signs, most) {
  let rest = text;
  let missing = 0;
  for (let place = signs.length - 1; place >= 0; place -= 1) {
    const at = rest.indexOf(signs[place]);
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + 1);
    else if (++missing > most) return false;
  }
  return true;
}

/**
 * What is joined to it counts as signs that differ.
 * @param {string} text
 * @param {Place} place
 * @param {number} offset
 */
function wholePlace(text, place, offset) {
  let { cost } = place;
  let [start, end] = [place.start + offset, place.end + offset];
  while (cost <= SLACK && start > 0 && joins(text, start - 1, -1)) {
    start -= 1;
    cost += 1;
  }
  while (cost <= SLACK && end < text.length && joins(text, end, 1)) {
    end += 1;
    cost += 1;
  }
  return { cost, start, end };
}

/**
 * Whether a sign belongs to what stands beside it: a full stop and a hyphen do where something follows.
 * @param {string} text
 * @param {number} at
 * @param {number} step
 */
export function joins(text, at, step) {
  const sign = text[at] ?? "";
  const ends = /[.'-]/.test(sign);
  return ends ? SIGN.test(text[at + step] ?? "") && text[at + step] !== "-" : SIGN.test(sign);
}

/**
 * The parts of two texts that differ, with what is the same before and after them.
 * @param {string} one
 * @param {string} other
 */
export function difference(one, other) {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && first[before] === second[before]) before += 1;
  let after = 0;
  while (after < shorter - before && first.at(-1 - after) === second.at(-1 - after)) after += 1;
  return {
    before: one.slice(0, before),
    one: one.slice(before, one.length - after),
    other: other.slice(before, other.length - after),
    after: one.slice(one.length - after),
  };
}
