// The reader's own day.

const PLACES = 2;

// As 2026-03-31. toISOString would still say yesterday in Japan until nine in the morning.
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(inTwoPlaces).join("-");
}

/** @param {number} part */
function inTwoPlaces(part) {
  return String(part).padStart(PLACES, "0");
}
