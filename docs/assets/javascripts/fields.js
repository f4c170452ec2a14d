// Looking things up in the guide's data, once indexed.

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

// Each slot once and with a function: a value that looks like a slot or like "$&" stays as it is.
export function filled(text, slots) {
  return text.replace(/\{([a-z0-9-]+)\}/g, (slot, name) => String(slots[name] ?? slot));
}
