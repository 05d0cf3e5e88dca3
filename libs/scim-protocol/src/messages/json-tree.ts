import type { Json, JsonObject } from './json';
import type { JsonScan } from './json-scan';
import { TEXT_LENGTH_MAX } from './limits';
import { invalidSyntax, invalidValue, payloadTooLarge, quoted } from './scim-error';

/**
 * Refuses what the parser let pass: an attribute that stands twice in one object, also in another letter case (400 invalidSyntax), texts
 * with NUL or half of a surrogate pair, which PostgreSQL cannot store (400 invalidValue), and too long texts (413).
 */
export function checkJsonTree(value: Json, scan: JsonScan, source: string): void {
  const check = new TreeCheck(scan.hasRiskyEscape || scan.hasLongText);
  check.visit(value);
  // The parser keeps the last of equal names, so the source names more than the value has.
  if (check.keys !== scan.keys) throw invalidSyntax(`${firstDuplicate(source)} stands twice in one object.`);
}

class TreeCheck {
  keys = 0;

  constructor(private readonly checksTexts: boolean) {}

  visit(value: Json): void {
    if (typeof value === 'string') {
      if (this.checksTexts) checkText(value);
    } else if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) for (const element of value as readonly Json[]) this.visit(element);
      else this.visitObject(value as JsonObject);
    }
  }

  private visitObject(object: JsonObject): void {
    const names = Object.keys(object);
    this.keys += names.length;
    if (names.length > 1) checkSpellings(names);
    for (const name of names) {
      if (this.checksTexts) checkText(name);
      const value = object[name];
      if (value !== undefined) this.visit(value);
    }
  }
}

function checkSpellings(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw invalidSyntax(`${quoted(name)} stands twice in one object, in different letter case.`);
    seen.add(folded);
  }
}

function checkText(text: string): void {
  if (text.length > TEXT_LENGTH_MAX) {
    throw payloadTooLarge(`A text is ${text.length} characters long; at most ${TEXT_LENGTH_MAX} are taken.`);
  }
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) {
    throw invalidValue(`${quoted(text)} has a character that cannot be stored: NUL, or half of a surrogate pair.`);
  }
}

/** Finds the name for the message; only called for a message that has one. */
function firstDuplicate(source: string): string {
  let objects: Set<string>[] = [];
  for (const [token] of source.matchAll(/"(?:[^"\\]|\\.)*"(?:[ \t\r\n]*:)?|[{}]/g)) {
    if (token === '{') objects = [...objects, new Set()];
    else if (token === '}') objects = objects.slice(0, -1);
    else if (token.endsWith(':')) {
      const name = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      const names = objects.at(-1);
      if (names?.has(name)) return quoted(name);
      names?.add(name);
    }
  }
  return 'An attribute';
}
