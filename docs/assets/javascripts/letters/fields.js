// A field of the guide's data by its id; Python's Guide holds its fields by id already.

const indexes = new WeakMap();

/**
 * @param {Guide} guide
 * @param {string} id
 */
export function fieldOf(guide, id) {
  if (!indexes.has(guide)) indexes.set(guide, new Map(guide.fields.map((field) => [field.id, field])));
  return indexes.get(guide).get(id);
}
