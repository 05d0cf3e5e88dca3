import type { RequestSentence, SentenceSubject } from '@rollcall/admin-contracts';

/** What the sentence is made of; a subset of what is known about a request. */
export interface SentenceParts {
  readonly client: string;
  readonly method: string;
  readonly status: number;
  readonly outcome?: string | undefined;
  /** "User", "Group" or a registered type. */
  readonly resourceType?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly matched?: string | undefined;
  readonly found: number;
  readonly changes: readonly { readonly path: string; readonly before?: unknown; readonly after?: unknown }[];
  readonly membersAdded: number;
  readonly membersRemoved: number;
  readonly error?: { readonly detail: string } | undefined;
  readonly bulk?: { readonly done: number; readonly refused: number } | undefined;
}

const PATHS_SHOWN = 3;

/** One sentence about a request, as data. */
export function requestSentence(parts: SentenceParts): RequestSentence {
  if (parts.status >= 400) return refusal(parts);
  const { client } = parts;
  const about = { client, subject: subjectOf(parts) };
  switch (parts.outcome) {
    case 'created':
    case 'revived':
    case 'deleted':
    case 'unchanged':
      return { code: parts.outcome, ...about };
    case 'updated':
      return change(parts, about);
    case 'found':
      return { code: 'read', ...about };
    case 'listed':
      return search(parts);
    case 'bulk':
      return { code: 'bulk', client, ...(parts.bulk ?? { done: 0, refused: 0 }) };
    default:
      return { code: 'discovered', client };
  }
}

function refusal({ client, method, status, resourceName, error }: SentenceParts): RequestSentence {
  return {
    code: 'refused',
    client,
    method,
    status,
    ...(resourceName === undefined ? {} : { name: resourceName }),
    ...(error === undefined ? {} : { detail: error.detail }),
  };
}

function change(
  { changes, membersAdded: added, membersRemoved: removed }: SentenceParts,
  about: { readonly client: string; readonly subject: SentenceSubject },
): RequestSentence {
  const active = changes.find(({ path }) => path === 'active');
  if (active?.after === false) return { code: 'turnedOff', ...about };
  if (active?.after === true && active.before === false) return { code: 'turnedOn', ...about };
  if (added > 0 && removed > 0) return { code: 'membersExchanged', ...about, added, removed };
  if (added > 0) return { code: 'membersAdded', ...about, added, removed };
  if (removed > 0) return { code: 'membersRemoved', ...about, added, removed };
  const paths = changes.map(({ path }) => shortName(path));
  const more = Math.max(0, paths.length - PATHS_SHOWN);
  return { code: 'changed', ...about, paths: paths.slice(0, PATHS_SHOWN), more };
}

function search({ client, resourceType, matched, found }: SentenceParts): RequestSentence {
  const things = { client, ...(resourceType === undefined ? {} : { type: resourceType }), found };
  return matched === undefined ? { code: 'listed', ...things } : { code: 'lookedFor', ...things, matched };
}

function subjectOf({ resourceType, resourceName }: SentenceParts): SentenceSubject {
  return {
    ...(resourceType === undefined ? {} : { type: resourceType }),
    ...(resourceName === undefined ? {} : { name: resourceName }),
  };
}

function shortName(path: string): string {
  return path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path;
}
