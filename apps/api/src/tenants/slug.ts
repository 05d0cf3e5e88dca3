/** Room for the organisation in a host name's label of 63 characters, with a number behind it. */
const SLUG_MAX = 40;

/** The organisation's part of its host name: "Açme & Söhne GmbH" becomes "acme-sohne-gmbh". `taken` gets a number behind. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\s_.-]/g, '');
  const words = plain.split(/[\s_.-]+/).filter((word) => word !== '');
  const slug = trimDashes(words.join('-').slice(0, SLUG_MAX)) || 'organisation';
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}

function trimDashes(text: string): string {
  return text.endsWith('-') ? trimDashes(text.slice(0, -1)) : text;
}
