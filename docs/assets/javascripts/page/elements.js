// Elements of the page: made, found, shown, written.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** @typedef {{dataset: Record<string, string>}} Built what the build says of an element is there */

// What the build wrote into the page stays where it is: it is looked for once.
/** @type {WeakMap<ParentNode, Map<string, any[]>>} */
const found = new WeakMap();

/**
 * @template {HTMLElement} [Part=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {(Part & Built)[]}
 */
export function parts(root, selector) {
  const bySelector = found.get(root) ?? new Map();
  const known = bySelector.get(selector);
  if (known) return known;
  /** @type {any[]} */
  const all = [...root.querySelectorAll(selector)];
  found.set(root, bySelector.set(selector, all));
  return all;
}

/**
 * The one part that the build wrote in any case.
 * @template {HTMLElement} [Part=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Part & Built}
 */
export function part(root, selector) {
  return /** @type {(Part & Built)[]} */ (parts(root, selector))[0];
}

/**
 * One control. The radio buttons of a name are a list, which has a value, too.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function named(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/** @type {() => void} */
let beforeMoving = () => {};

/**
 * Makes a change; notice() is called each time before something is shown, hidden or written that others make room for.
 * @param {() => void} notice
 * @param {() => void} change
 */
export function noticingMoves(notice, change) {
  const outer = beforeMoving;
  beforeMoving = notice;
  try {
    change();
  } finally {
    beforeMoving = outer;
  }
}

// For those who write otherwise than with show() and write().
export function aboutToMove() {
  beforeMoving();
}

/**
 * Only what changes is written: the browser looks at the page's style anew after every write.
 * @param {HTMLElement} node
 * @param {unknown} shown as a condition
 */
export function show(node, shown) {
  if (node.hidden === !shown) return;
  beforeMoving();
  node.hidden = !shown;
}

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent === text) return;
  beforeMoving();
  node.textContent = text;
}
