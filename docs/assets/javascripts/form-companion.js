// AWS's form, item by item: what goes in, for the edition that the reader sees.

import { spoken } from "./composing.js";

export function showCompanion(form, guide, settled) {
  const byForm = guide.letters[settled.letter].sentBy === "form";
  form.querySelector('[data-companion="form"]').hidden = !byForm;
  form.querySelector('[data-companion="reply"]').hidden = byForm;
  for (const edition of form.querySelectorAll("[data-edition]")) {
    edition.hidden = edition.dataset.edition !== settled.edition;
    const filledIn = new Set();
    for (const item of edition.querySelectorAll("[data-form-item]")) {
      const { fill } = item.dataset;
      filledIn.add(fill);
      if (fill && fill !== "letter") showValue(item, spoken(guide, fill, settled, settled["letter-language"]));
    }
    showInLetter(edition, guide, settled, filledIn);
  }
}

function showValue(item, value) {
  item.querySelector("[data-item-value]").textContent = value;
}

// What the reader gave and the form has no item for: it is in the text, and she can see that it is.
function showInLetter(edition, guide, settled, filledIn) {
  const place = edition.querySelector("[data-in-letter]");
  const labels = guide.fields
    .filter((field) => field.format !== "text" && field.kind === "line" && settled[field.id] && !filledIn.has(field.id))
    .map((field) => field.label);
  place.hidden = labels.length === 0;
  place.querySelector("[data-in-letter-list]").textContent = labels.join(" / ");
}

export function itemText(guide, item, settled, letter) {
  if (item.dataset.choose) return item.dataset.choose;
  if (item.dataset.fill === "letter") return letter;
  return spoken(guide, item.dataset.fill, settled, settled["letter-language"]);
}
