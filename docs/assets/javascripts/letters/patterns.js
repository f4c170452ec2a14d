// Patterns of the data as the browser uses them.

// Every answer is repaired and judged at every key: patterns are made once.
/** @type {Map<string, RegExp>} */
const made = new Map();

/**
 * With "g" it is for replacing and for finding all, never for testing, which would go on from where it was.
 * @param {string} source
 * @param {string} [flags]
 */
export function pattern(source, flags = "u") {
  const key = flags + source;
  const known = made.get(key) ?? new RegExp(source, flags);
  made.set(key, known);
  return known;
}
