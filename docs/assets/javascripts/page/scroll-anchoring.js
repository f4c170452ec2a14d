// Nothing that the reader touches moves. What comes or goes above it, an error, a note, a question that is asked no
// longer, moves the rest of the page instead. Browsers do so by themselves, but not all of them (WebKit does not) and
// not for what is pressed: so theirs is switched off and every browser behaves alike.

import { noticingMoves } from "./elements.js";

/** @typedef {{place: Element, before: number}} Place */

// What the reader has touched last.
/** @type {Element | null} */
let lastTouched = null;

/** @param {Element} target */
export function hold(target) {
  lastTouched = target;
  document.documentElement.style.overflowAnchor = "none";
}

/**
 * Makes a change; afterwards what was touched is where it was in the window. Where it went itself, or is out of
 * sight, it is what stands in the window's middle that stays. Before anything was touched nothing is held.
 * @param {() => void} change
 */
export function holding(change) {
  const before = placesHeld();
  change();
  putBack(before);
}

/**
 * The same for what hardly ever moves anything, as most keys: to ask where things are takes a browser longer than
 * all that a key leads to, so it is asked only before the first change that others make room for.
 * @param {() => void} change
 */
export function holdingWhereMoving(change) {
  /** @type {Place[] | undefined} */
  let before;
  const look = () => {
    before ??= placesHeld();
  };
  noticingMoves(look, change);
  if (before) putBack(before);
}

/** @returns {Place[]} */
function placesHeld() {
  const places = lastTouched ? [lastTouched, inTheMiddle() ?? lastTouched].filter(inSight) : [];
  return places.map((place) => ({ place, before: top(place) }));
}

function inTheMiddle() {
  const found = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return found?.closest("case-generator") ? found : null;
}

/** @param {Place[]} places */
function putBack(places) {
  const left = places.find(({ place }) => place.getClientRects().length > 0);
  if (!left) return;
  const moved = top(left.place) - left.before;
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
}

/** @param {Element} place */
function top(place) {
  return place.getBoundingClientRect().top;
}

/** @param {Element} place */
function inSight(place) {
  const box = place.getBoundingClientRect();
  return !place.closest("dialog") && (box.width || box.height) && box.bottom > 0 && box.top < innerHeight;
}
