// Elements of the page: made, found, shown, written.

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// What the build wrote into the page stays where it is: it is looked for once.
const found = new WeakMap();

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
export function parts(root, selector) {
  if (!found.has(root)) found.set(root, new Map());
  const bySelector = found.get(root);
  if (!bySelector.has(selector)) bySelector.set(selector, [...root.querySelectorAll(selector)]);
  return bySelector.get(selector);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
export function part(root, selector) {
  return parts(root, selector)[0];
}

/**
 * Only what changes is written: the browser looks at the page's style anew after every write.
 * @param {HTMLElement} node
 * @param {boolean} shown
 */
export function show(node, shown) {
  if (node.hidden === shown) node.hidden = !shown;
}

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
