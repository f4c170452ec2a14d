// Looking things up in the guide's data, once indexed, and putting them into the page.

const indexes = new WeakMap();

export function fieldOf(guide, id) {
  if (!indexes.has(guide)) indexes.set(guide, new Map(guide.fields.map((field) => [field.id, field])));
  return indexes.get(guide).get(id);
}

export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// What the build wrote into the page stays where it is: it is looked for once.
const found = new WeakMap();

export function parts(root, selector) {
  if (!found.has(root)) found.set(root, new Map());
  const bySelector = found.get(root);
  if (!bySelector.has(selector)) bySelector.set(selector, [...root.querySelectorAll(selector)]);
  return bySelector.get(selector);
}

export function part(root, selector) {
  return parts(root, selector)[0];
}

// Only what changes is written: the browser looks at the page's style anew after every write.
export function show(node, shown) {
  if (node.hidden === shown) node.hidden = !shown;
}

export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// Each slot once and with a function: a value that looks like a slot or like "$&" stays as it is.
export function filled(text, slots) {
  return text.replace(/\{([a-z0-9-]+)\}/g, (slot, name) => String(slots[name] ?? slot));
}
