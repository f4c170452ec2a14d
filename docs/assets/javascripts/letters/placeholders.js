// What fills the placeholders of a text; the same as hooks/mergeguide/i18n/placeholders.py, but that a placeholder
// without a value stays.

/**
 * Each slot once and with a function: a value that looks like a slot or like "$&" stays as it is.
 * @param {string} text
 * @param {Record<string, string | number | null | undefined>} slots
 */
export function fill(text, slots) {
  return text.replace(/\{([a-z0-9-]+)\}/g, (slot, name) => /** @type {string} */ (slots[name] ?? slot));
}
