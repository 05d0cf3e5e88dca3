export const SECTIONS = ['name', 'contact', 'work', 'technical', 'other'] as const;
export type Section = (typeof SECTIONS)[number];

export interface AttributeLine {
  readonly name: string;
  /** As changes name it: an attribute of the resource, or `urn:…:attribute` of an extension. */
  readonly path: string;
  readonly value: string;
  /** Of several values the one that counts. */
  readonly primary?: boolean;
}

const SECTION_OF: Readonly<Record<string, Section>> = {
  userName: 'name',
  displayName: 'name',
  name: 'name',
  nickName: 'name',
  active: 'name',
  emails: 'contact',
  phoneNumbers: 'contact',
  ims: 'contact',
  addresses: 'contact',
  photos: 'contact',
  profileUrl: 'contact',
  title: 'work',
  userType: 'work',
  preferredLanguage: 'work',
  locale: 'work',
  timezone: 'work',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': 'work',
  id: 'technical',
  externalId: 'technical',
  meta: 'technical',
  schemas: 'technical',
};

/** Drawn on the page in a place of their own. */
const ELSEWHERE = new Set(['groups', 'members']);

/** Every attribute received (A16), in the section where a person looks for it; what we do not know goes last, never away. */
export function attributeSections(
  attributes: Readonly<Record<string, unknown>>,
): ReadonlyMap<Section, readonly AttributeLine[]> {
  const sections = new Map<Section, AttributeLine[]>(SECTIONS.map((section) => [section, []]));
  for (const [name, value] of Object.entries(attributes)) {
    if (ELSEWHERE.has(name)) continue;
    sections.get(SECTION_OF[name] ?? 'other')?.push(...attributeLines(name, value));
  }
  return sections;
}

type NamedLine = Omit<AttributeLine, 'path'>;

function attributeLines(name: string, value: unknown): AttributeLine[] {
  const isExtension = name.startsWith('urn:') && typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isExtension) return linesOf(shortName(name), value).map((line) => ({ ...line, path: name }));
  return Object.entries(value).flatMap(([key, inner]) =>
    linesOf(joined(shortName(name), key), inner).map((line) => ({ ...line, path: `${name}:${key}` })),
  );
}

/** The last word of a URN says enough on a page; an extension's own attributes follow after a dot. */
function shortName(name: string): string {
  return name.startsWith('urn:ietf:params:scim:schemas:extension:enterprise:') ? '' : name;
}

function linesOf(name: string, value: unknown): NamedLine[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => elementLines(elementName(name, item, index), item));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => linesOf(joined(name, key), inner));
  }
  return [{ name, value: textOf(value) }];
}

function elementLines(name: string, item: unknown): NamedLine[] {
  const primary = typeof item === 'object' && item !== null && 'primary' in item && item.primary === true;
  const lines = linesOf(name, withoutLabels(item));
  return lines.map((line, index) => (primary && index === 0 ? { ...line, primary } : line));
}

function joined(name: string, key: string): string {
  if (key === 'value') return name;
  return name === '' ? key : `${name}.${key}`;
}

/** `emails[type eq "work"]` is how an admin writes it in a mapping, so that is how it reads here. */
function elementName(name: string, item: unknown, index: number): string {
  if (typeof item !== 'object' || item === null) return name;
  const type = 'type' in item && typeof item.type === 'string' ? item.type : undefined;
  if (type !== undefined) return `${name}[type eq "${type}"]`;
  return `${name}[${String(index + 1)}]`;
}

function withoutLabels(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'type' && key !== 'primary'));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
