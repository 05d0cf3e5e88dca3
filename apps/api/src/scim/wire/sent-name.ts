const NAMES = ['displayname', 'username'];
const NAME_MAX = 200;

/** By what a refused body names its person or group, however it is spelt; undefined when it names nobody (names of attributes have no case: RFC 7643 §2.1). */
export function sentName(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const attributes = Object.entries(body).map(([name, value]) => [name.toLowerCase(), value as unknown] as const);
  for (const wanted of NAMES) {
    const value = attributes.find(([name]) => name === wanted)?.[1];
    if (typeof value === 'string' && value.trim() !== '') return value.slice(0, NAME_MAX);
  }
  return undefined;
}
