// Buttons that stay pressed.

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
