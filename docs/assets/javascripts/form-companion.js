// AWS's form, item by item: what goes in, for the edition that the reader sees.

import { spoken } from "./composing.js";
import { filled } from "./fields.js";

export function showCompanion(form, guide, settled, letter) {
  const byForm = guide.letters[settled.letter].sentBy === "form";
  form.querySelector('[data-companion="form"]').hidden = !byForm;
  form.querySelector('[data-companion="reply"]').hidden = byForm;
  for (const edition of form.querySelectorAll("[data-edition]")) {
    edition.hidden = edition.dataset.edition !== settled.edition;
    if (!edition.hidden) showEdition(edition, guide, settled);
  }
  const longest = guide.longest[settled.edition];
  const count = [...letter].length;
  form.querySelector("[data-too-long]").textContent =
    byForm && longest && count > longest ? filled(guide.words["too-long-for-form"], { count, longest }) : "";
}

function showEdition(edition, guide, settled) {
  const filledIn = new Set();
  for (const item of edition.querySelectorAll("[data-form-item]")) {
    const { fill } = item.dataset;
    filledIn.add(fill);
    if (fill && fill !== "letter") {
      const value = spoken(guide, fill, settled, settled["letter-language"]);
      const place = item.querySelector("[data-item-value]");
      if (place.textContent !== value) place.textContent = value;
    }
  }
  // What the reader gave and the form has no item for: it is in the text, and she can see that it is.
  const place = edition.querySelector("[data-in-letter]");
  const labels = guide.fields
    .filter((field) => field.kind === "line" && field.group !== "form-only")
    .filter((field) => settled[field.id] && !filledIn.has(field.id))
    .map((field) => field.label);
  place.hidden = labels.length === 0;
  place.querySelector("[data-in-letter-list]").textContent = labels.join(" / ");
}

export function itemText(guide, item, settled) {
  return item.dataset.choose ?? spoken(guide, item.dataset.fill, settled, settled["letter-language"]);
}
