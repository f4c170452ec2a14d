// The reader's own day.

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
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => inPlaces(part, 2)).join(between);
}

/**
 * @param {number} part
 * @param {number} places
 */
function inPlaces(part, places) {
  return String(part).padStart(places, "0");
}
