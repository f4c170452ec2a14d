// The errors: a summary that takes the focus and links to the fields, and the same words at each field.
// The box takes the focus and its inner part is the alert: one element doing both is skipped by some screen readers.

import { inWords, filled } from "./judging.js";
import { element } from "./letter-sheet.js";

export function showProblems(form, guide, findings) {
  const summary = form.querySelector("[data-error-summary]");
  markFields(form, guide, findings);
  if (findings.length === 0) {
    hideProblems(form, guide);
    return;
  }
  const { words } = guide;
  const title =
    findings.length === 1 ? words["error-title"] : filled(words["error-title-count"], { count: findings.length });
  const inner = element("div", { role: "alert" });
  const list = element("ul", {});
  for (const finding of findings) {
    const link = element("a", { href: `#${controlOf(form, finding.control).id}` }, inWords(guide, finding));
    link.addEventListener("click", (event) => {
      // Neither the address nor the history may change.
      event.preventDefault();
      goTo(controlOf(form, finding.control));
    });
    const item = element("li", {});
    item.append(link);
    list.append(item);
  }
  inner.append(element("p", { class: "mg-problems-title" }, title), list);
  summary.replaceChildren(inner);
  summary.hidden = false;
  titlePrefix(guide, true);
}

export function hideProblems(form, guide) {
  const summary = form.querySelector("[data-error-summary]");
  summary.hidden = true;
  summary.replaceChildren();
  markFields(form, guide, []);
  titlePrefix(guide, false);
}

function markFields(form, guide, findings) {
  const messages = new Map(findings.map((finding) => [finding.control, inWords(guide, finding)]));
  for (const place of form.querySelectorAll(".mg-error")) {
    const name = place.id.slice("mg-".length, -"-error".length);
    const message = messages.get(name) ?? "";
    if (place.textContent !== message) place.textContent = message;
    for (const control of form.querySelectorAll(`[name="${name}"]`)) {
      if (message) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  }
}

function controlOf(form, name) {
  return form.querySelector(`[name="${name}"]`);
}

function goTo(control) {
  const named = control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0] ?? control;
  named.scrollIntoView({ block: "start" });
  control.focus({ preventScroll: true });
}

function titlePrefix(guide, shown) {
  const prefix = guide.words["error-prefix"];
  const bare = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
  document.title = shown ? prefix + bare : bare;
}
