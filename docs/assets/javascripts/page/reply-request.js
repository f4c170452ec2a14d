// What she asked for, from the form's controls, in the terms in which a reply is compared.

import { named } from "./elements.js";

/** @import { Asked, Kind } from "../replies/finding.js" */
/** @import { Request } from "../replies/verdict.js" */

/** @type {["source", "destination"]} */
const ROLES = ["source", "destination"];

/**
 * @param {HTMLFormElement} form
 * @returns {Omit<Request, "kept">}
 */
export function requestOf(form) {
  /** @type {Asked[]} */
  const asked = [];
  /** @type {(id: string, kind: Kind, role?: "source" | "destination") => void} */
  const add = (id, kind, role) => {
    const value = answerIn(form, id);
    const isAddress = kind !== "candidate-id";
    if (value.includes("@") !== isAddress || value.length < 5) return;
    // Both accounts' one login address is each account's own.
    if (kind === "login" || !asked.some((each) => each.value === value)) {
      asked.push({ id, value, kind, role: role ?? "" });
    }
  };
  for (const role of ROLES) add(`${role}-login-email`, "login", role);
  for (const role of ROLES) add(`${role}-candidate-id`, "candidate-id", role);
  let complete = true;
  for (const role of ROLES) {
    const state = answerIn(form, `${role}-notification-email-is`);
    if (state === "another") add(`${role}-notification-email`, "notification", role);
    if (state !== "another" && state !== "same") complete = false;
  }
  for (const id of others(form)) add(id, "other");
  const ids = asked.filter(({ kind }) => kind === "candidate-id");
  return { asked, complete, idsComplete: ids.length === 2 };
}

/**
 * Everything is compared in small letters; AWS writes its IDs in capitals.
 * @param {string} value
 */
export function asAwsWrites(value) {
  return value.includes("@") ? value : value.toUpperCase();
}

/**
 * The form's other addresses of hers.
 * @param {HTMLFormElement} form
 */
function others(form) {
  const addresses = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input[type="email"]'));
  return [...addresses].map(({ name }) => name).filter((name) => !/statement|login|notification/.test(name));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function answerIn(form, name) {
  return named(form, name).value.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
