const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ENDPOINT = /^(?:[A-Z][A-Za-z]{1,40}|\.search)$/;

/** A request's path without anything that may tell of a person: a client may put a name where an id belongs. */
export function plainPath(path: string): string {
  const [first = '', ...rest] = path.split('/').filter((part) => part !== '');
  const parts = [ENDPOINT.test(first) ? first : '…', ...rest.map((part) => (isPlain(part) ? part : '…'))];
  return first === '' ? '/' : `/${parts.join('/')}`;
}

function isPlain(part: string): boolean {
  return UUID.test(part) || part === '.search';
}
