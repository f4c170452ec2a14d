// Small buttons beside what they do something about.

import { element } from "./elements.js";

/**
 * @param {string} text
 * @param {() => void} act
 */
export function smallButton(text, act) {
  const button = element("button", { class: "mg-button mg-button--small", type: "button" }, text);
  button.addEventListener("click", act);
  return button;
}
