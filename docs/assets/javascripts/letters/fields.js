// A field of the guide's data by its id; Python's Guide holds its fields by id already.

/** @type {WeakMap<Guide, Map<string, Field>>} */
const indexes = new WeakMap();

/**
 * @param {Guide} guide
 * @param {string | undefined} id
 */
export function fieldOf(guide, id) {
  const index = indexes.get(guide) ?? new Map(guide.fields.map((field) => [field.id, field]));
  indexes.set(guide, index);
  return index.get(id ?? "");
}
