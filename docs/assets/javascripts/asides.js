// Beside a field: what was repaired in it, with a way back, what looks wrong, and what is better looked at once more.
// Nothing of it stands in the way.

import { repairAnswer } from "./answering.js";
import { element, filled } from "./fields.js";
import { repaired } from "./repairing.js";

export function showAside(place, guide, field, answer, repair) {
  const notes = notesOn(guide, field, answer);
  if (repair) notes.unshift(repairNote(guide, field, repair));
  place.replaceChildren(...notes);
}

function repairNote(guide, field, { before, after, undo }) {
  const { words } = guide;
  const text = filled(words[repairWords(guide, field, before, after)], { before, after });
  const button = element("button", { class: "mg-button mg-button--small", type: "button" }, words.undo);
  button.addEventListener("click", undo);
  return element("p", { class: "mg-repair", role: "note" }, text, " ", button);
}

// What was done, in words that are true: more than blanks and widths went only where something came with pasting.
function repairWords(guide, field, before, after) {
  const format = guide.formats[field.format];
  const withPasted = repaired(before, { ...format, pasted: [] }, guide.characters).replaceAll(" ", "");
  if (format.pasted.length && withPasted.length > after.length) return "repaired-address";
  return before.normalize("NFKC") !== before || /[^ -~]/.test(before.trim()) ? "repaired" : "repaired-spaces";
}

function notesOn(guide, field, answer) {
  const { warnings } = guide.words;
  const note = (text, hint) => element("p", { class: hint ? "mg-hint" : "mg-warning" }, text);
  // A mistake in what the reader wants as she typed it is one as well.
  const [name, domain] = repairAnswer(guide, field, answer).split("@");
  const meant = field.format === "email" && guide.warnings.domains[domain?.toLowerCase()];
  const notes = meant ? [note(filled(warnings.domain, { instead: `${name}@${meant}` }))] : [];
  for (const { id, formats, matches, instead, swaps, hint } of guide.warnings.patterns) {
    const pattern = new RegExp(matches, "u");
    if (!formats.includes(field.format) || !pattern.test(answer)) continue;
    const better = Object.keys(swaps).length ? swapped(answer, matches, swaps) : answer.replace(pattern, instead);
    notes.push(note(filled(warnings[id], { instead: better }), hint));
  }
  return notes;
}

function swapped(answer, matches, swaps) {
  const change = (match) => [...match].map((sign) => swaps[sign] ?? sign).join("");
  return answer.replace(new RegExp(matches, "gu"), change);
}
