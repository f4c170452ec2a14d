// Chromium hands over another domain than its field for an address shows: one that holds a Japanese comma or a bracket
// that came with pasting, or Japanese, is in code (RFC 3492) already. Everything else works with what is shown.

const CODED = /([@.])xn--([a-z0-9-]{1,59})(?=[.]|$)/gi;

/** @param {{type: string, value: string}} control */
export function shownValue({ type, value }) {
  if (type !== "email") return value;
  return value.replace(CODED, (label, before, code) => before + (decoded(code) ?? label.slice(1)));
}

/**
 * The names are those of RFC 3492, section 6. Null for what is no code.
 * @param {string} code
 */
function decoded(code) {
  const delimiter = code.lastIndexOf("-");
  const output = [...code.slice(0, Math.max(delimiter, 0))];
  let [n, i, bias] = [128, 0, 72];
  for (let position = delimiter + 1; position < code.length; i += 1) {
    const old = i;
    const length = output.length + 1;
    for (let weight = 1, k = 36; ; k += 36) {
      if (position === code.length) return null;
      // Letters stand for 0 to 25, digits for 26 to 35.
      const digit = (parseInt(code[position], 36) + 26) % 36;
      position += 1;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    let delta = Math.floor((i - old) / (old ? 2 : 700));
    delta += Math.floor(delta / length);
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    bias += Math.floor((36 * delta) / (delta + 38));
    n += Math.floor(i / length);
    i %= length;
    if (n > 0x10ffff) return null;
    output.splice(i, 0, String.fromCodePoint(n));
  }
  return output.join("");
}

/**
 * For an address, a browser hands over another text than it shows (a full-width domain already converted), and
 * keeps showing it: for a moment the field is one for text, so that it shows what is used.
 * @param {HTMLInputElement} control
 */
export function showUsedValue(control) {
  if (control.type !== "email") return;
  const value = shownValue(control);
  control.type = "text";
  control.value = value;
  control.type = "email";
}
