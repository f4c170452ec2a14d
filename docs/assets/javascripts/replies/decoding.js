// What a mail says, whatever a mail client has made of it: without quoted-printable, entities, tags, full-width forms and
// signs that nobody sees.

const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: every sign of ASCII
const ASCII = /^[\u0000-\u007f]*$/;
const HYPHENS = /[\u2010-\u2015\u2212\ufe63]/g;

const BLOCKS =
  /<(?:!--|!doctype|\/?(?:blockquote|body|br|center|div|h[1-6r]|head|html|img|li|meta|ol|p|pre|section|style|t[dhr]|table|tbody|thead|title|ul))(?:[\s/][^<>]*)?>/gi;

// Of a link to an address what is not the address: ?subject=..., and further attributes of the tag.
const ATTRIBUTES = /\?(?:subject|body|cc|bcc)=[^"'\s]*|["']?\s[a-z-]+=["'][^"']*["']/gi;

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", commat: "@", gt: ">", lt: "<", nbsp: " ", period: ".", quot: '"' };

/** @param {string} text */
export function decoded(text) {
  const shown = withoutTags(withoutEntities(withoutEntities(withoutEscapes(text.replace(/\r\n?/g, "\n")))));
  // Each of the three is a way through a long mail, of which most are in ASCII.
  return ASCII.test(shown) ? shown : shown.normalize("NFKC").replace(INVISIBLE, "").replace(HYPHENS, "-");
}

/**
 * Quoted-printable, where the text shows that it is: a line that ends in "=", or "=3D".
 * @param {string} text
 */
function withoutEscapes(text) {
  if (!/=(?:3D|[ \t]*\n)/i.test(text)) return text;
  return text.replace(/=[ \t]*\n/g, "").replace(/(?:=[0-9A-F]{2})+/g, (run) => {
    try {
      return decodeURIComponent(run.replaceAll("=", "%"));
    } catch {
      return run;
    }
  });
}

/** @param {string} text */
function withoutEntities(text) {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,6});/gi, (entity, name) => {
    if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? entity;
    const number = Number(`0${name.slice(1)}`);
    return number <= 0x10ffff ? String.fromCodePoint(number) : entity;
  });
}

/**
 * What is no tag of HTML stays: <hanako@example.com>. Where a link leads is kept.
 * @param {string} text
 */
function withoutTags(text) {
  return text
    .replace(/<a\s[^<>]*?\bmailto:([^<>]*)>/gi, (_, link) => ` ${link.replace(ATTRIBUTES, "")} `)
    .replace(/<\/?(?:a|abbr|b|bdi|code|em|font|i|mark|o:p|s|small|span|strong|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi, "")
    .replace(BLOCKS, "\n");
}
