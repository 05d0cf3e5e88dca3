/**
 * The key by which values of attributes with caseExact false are equal and ordered (RFC 7643 §2.2): NFC, then the lower case of each
 * code point by itself. It is what PostgreSQL's `lower(normalize(x, NFC))` gives under C.UTF-8, so that a key made here equals one made there.
 */
export function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text.normalize('NFC')) folded += lowerOf(character);
  return folded;
}

/**
 * The key by which user names are equal: PRECIS UsernameCaseMapped (RFC 8265 §3.3; RFC 7644 §5), that is width mapping, lower case, NFC.
 * Nothing is refused: a name with blanks in it is a name that some directory has.
 */
export function userNameKey(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let mapped = '';
  for (const character of text) mapped += widthMapped(character);
  return foldCase(mapped).normalize('NFC');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** A dotted capital I has a lower case of two code points only in full mapping; the simple mapping, PostgreSQL's, is a plain i. */
function lowerOf(character: string): string {
  return character === '\u0130' ? 'i' : character.toLowerCase();
}

/** Fullwidth and halfwidth forms become what they are forms of (RFC 8264 §5.2.1); other compatibility characters stay. */
function widthMapped(character: string): string {
  if (character === '\uffe3') return '\u00af';
  const isForm = character === '\u3000' || (character >= '\uff01' && character <= '\uffee' && character.length === 1);
  return isForm ? character.normalize('NFKC') : character;
}
