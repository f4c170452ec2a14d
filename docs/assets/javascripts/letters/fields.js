// A field of the guide's data by its id; Python's Guide holds its fields by id already.

/**
 * @param {Guide} guide
 * @param {string | undefined} id
 */
export function fieldOf(guide, id) {
  return guide.fields.find((field) => field.id === id);
}
