// The reader's own day.

const PLACES = 2;

// As 2026-03-31. toISOString would still say yesterday in Japan until nine in the morning.
export function today() {
  return inDigits(new Date(), "-");
}

/**
 * Year, month and day.
 * @param {Date} day
 * @param {string} between
 */
export function inDigits(day, between) {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map(inTwoPlaces).join(between);
}

/** @param {number} part */
function inTwoPlaces(part) {
  return String(part).padStart(PLACES, "0");
}
