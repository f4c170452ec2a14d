// Buttons: those that stay pressed, and small ones beside what they do something about.

import { element } from "./elements.js";

/** @param {HTMLElement} button */
export function isPressed(button) {
  return button.ariaPressed === "true";
}

/**
 * @param {HTMLElement} button
 * @param {boolean} pressed
 */
export function press(button, pressed) {
  button.ariaPressed = String(pressed);
}

/**
 * @param {string} text
 * @param {() => void} act
 */
export function smallButton(text, act) {
  const button = element("button", { class: "mg-button mg-button--small", type: "button" }, text);
  button.addEventListener("click", act);
  return button;
}
