// What is asked for of the table of translations. Without this script all of it is there, folded page by page.

import { part, parts, show, write } from "./page/elements.js";

const table = part(document, ".mg-translations");
const form = /** @type {HTMLFormElement} */ (part(table, "form"));

show(form, true);
form.addEventListener("change", narrow);
// A browser that goes back to the page chooses again what was chosen.
addEventListener("pageshow", narrow);

function narrow() {
  const asked = ["language", "state", "size", "severity", "owner"].map(chosen);
  let count = 0;
  const pages = /** @type {HTMLDetailsElement[]} */ (parts(table, "details"));
  for (const page of pages) {
    const rows = parts(page, "tbody tr");
    for (const row of rows) show(row, fits(row, asked));
    const left = rows.filter((row) => !row.hidden).length;
    count += left;
    const narrowed = asked.some((each) => each);
    show(page, left > 0 || !narrowed);
    page.open = narrowed && left > 0;
  }
  const status = part(form, "[role='status']");
  write(status, (status.dataset.told ?? "").replace("{count}", String(count)));
}

/** @param {string} name */
function chosen(name) {
  return /** @type {HTMLSelectElement | null} */ (form.elements.namedItem(name))?.value ?? "";
}

/**
 * @param {HTMLElement} row
 * @param {string[]} asked
 */
function fits(row, [language, state, size, severity, owner]) {
  const sizes = (table.dataset.sizes ?? "").split(" ");
  return (
    (!size || sizes.indexOf(row.dataset.size ?? "") <= sizes.indexOf(size)) &&
    (!severity || row.dataset.severity === severity) &&
    parts(row, "td[data-language]").some(
      (cell) =>
        (!language || cell.dataset.language === language) &&
        (!state || cell.dataset.open !== undefined) &&
        (!owner || (cell.dataset.owners ?? "").split(" ").includes(owner)),
    )
  );
}
