// Whose domain an address is at; the same rules as hooks/mergeguide/letters/domains.py.

/** @param {string} address */
export function domainOf(address) {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

/**
 * @param {string[]} everybodys
 * @param {string} domain
 */
export function isEverybodys(everybodys, domain) {
  return everybodys.some((known) => domain === known || domain.endsWith(`.${known}`));
}

/**
 * What may still become a listed domain while it is typed (gmail.co) is not taken for one of somebody's own.
 * @param {string[]} everybodys
 * @param {string} address
 */
export function hasOwnDomain(everybodys, address) {
  const domain = domainOf(address);
  const begun = everybodys.some((known) => known.startsWith(domain));
  return address.includes("@") && domain.includes(".") && !begun && !isEverybodys(everybodys, domain);
}
