// Beside a field: what was repaired in it, with a way back, what looks wrong, and what is better looked at once more.
// Nothing of it stands in the way.

import { element, filled } from "./fields.js";

export function showAside(place, guide, field, answer, repair) {
  const notes = notesOn(guide, field, answer);
  if (repair) notes.unshift(repairNote(guide, repair));
  place.replaceChildren(...notes);
}

function repairNote(guide, { before, after, undo }) {
  const { words } = guide;
  const widths = before.normalize("NFKC") !== before || /[^ -~]/.test(before.trim());
  const text = filled(words[widths ? "repaired" : "repaired-spaces"], { before, after });
  const button = element("button", { class: "mg-button mg-button--small", type: "button" }, words.undo);
  button.addEventListener("click", undo);
  return element("p", { class: "mg-repair", role: "note" }, text, " ", button);
}

function notesOn(guide, field, answer) {
  const { warnings } = guide.words;
  const note = (text, hint) => element("p", { class: hint ? "mg-hint" : "mg-warning" }, text);
  const [name, domain] = answer.split("@");
  const meant = field.format === "email" && guide.warnings.domains[domain?.toLowerCase()];
  const notes = meant ? [note(filled(warnings.domain, { instead: `${name}@${meant}` }))] : [];
  for (const { id, formats, matches, instead, hint } of guide.warnings.patterns) {
    const pattern = new RegExp(matches, "u");
    if (!formats.includes(field.format) || !pattern.test(answer)) continue;
    notes.push(note(filled(warnings[id], { instead: answer.replace(pattern, instead) }), hint));
  }
  return notes;
}
