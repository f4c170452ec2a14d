// Beside a field: what was repaired in it, with a way back, and what looks wrong without standing in the way.

import { element, filled } from "./fields.js";

export function showAside(place, guide, field, answer, repair) {
  const notes = warningsFor(guide, field, answer).map((text) => element("p", { class: "mg-warning" }, text));
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

export function warningsFor(guide, field, answer) {
  const { warnings } = guide.words;
  const found = guide.warnings.patterns
    .filter(({ formats, matches }) => formats.includes(field.format) && new RegExp(matches, "u").test(answer))
    .map(({ id }) => warnings[id]);
  const [name, domain] = answer.split("@");
  const meant = field.format === "email" && guide.warnings.domains[domain?.toLowerCase()];
  if (meant) found.unshift(filled(warnings.domain, { instead: `${name}@${meant}` }));
  return found;
}
