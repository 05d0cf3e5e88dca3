import { SCIM_BASE } from './scim-url';

const LIST = ['GET', 'HEAD', 'POST', 'OPTIONS'];
const ONE = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const READ = ['GET', 'HEAD', 'OPTIONS'];
const SEND = ['POST', 'OPTIONS'];
const READ_ONLY = new Set(['/Schemas', '/ResourceTypes']);

/**
 * The methods of a SCIM path (without its query), or undefined when there is no such endpoint (H-12, H-14, D-19, L-23). `types` are the
 * endpoints of resource types, such as "/Users".
 */
export function allowedMethods(url: string, types: ReadonlySet<string>): readonly string[] | undefined {
  const path = url.slice(SCIM_BASE.length);
  if (path === '' || path === '/ServiceProviderConfig') return READ;
  if (path === '/Bulk' || path === '/.search') return SEND;
  if (path === '/Me') return [];
  const [endpoint, second, third] = splitPath(path);
  if (third !== undefined) return undefined;
  if (READ_ONLY.has(endpoint)) return READ;
  if (!types.has(endpoint)) return undefined;
  if (second === undefined) return LIST;
  return second === '.search' ? SEND : ONE;
}

function splitPath(path: string): [string, string?, string?] {
  const [, first = '', second, third] = path.split('/', 4);
  return [`/${first}`, second, third];
}
