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

/** One plain sentence about a request, for the list of requests: "Entra turned off Ana Lima". */
export function requestSentence(parts: SentenceParts): string {
  if (parts.status >= 400) return refusal(parts);
  switch (parts.outcome) {
    case 'created':
      return `${parts.client} created ${subject(parts)}`;
    case 'revived':
      return `${parts.client} brought ${subject(parts)} back under the old id`;
    case 'deleted':
      return `${parts.client} deleted ${subject(parts)}`;
    case 'unchanged':
      return `${parts.client} sent ${subject(parts)} again: nothing to change`;
    case 'updated':
      return `${parts.client} ${change(parts)}`;
    case 'found':
      return `${parts.client} read ${subject(parts)}`;
    case 'listed':
      return search(parts);
    case 'bulk':
      return bulk(parts);
    default:
      return `${parts.client} read what this server can do`;
  }
}

function refusal(parts: SentenceParts): string {
  const who = parts.resourceName === undefined ? '' : ` about ${parts.resourceName}`;
  return `Refused ${parts.client}'s ${parts.method}${who}: ${parts.error?.detail ?? `status ${parts.status}`}`;
}

function change(parts: SentenceParts): string {
  const active = parts.changes.find(({ path }) => path === 'active');
  if (active?.after === false) return `turned off ${subject(parts)}`;
  if (active?.after === true && active.before === false) return `turned ${subject(parts)} on again`;
  if (parts.membersAdded + parts.membersRemoved > 0) return membership(parts);
  const paths = parts.changes.map(({ path }) => shortName(path));
  const more = paths.length > PATHS_SHOWN ? ` and ${paths.length - PATHS_SHOWN} more` : '';
  return `changed ${paths.slice(0, PATHS_SHOWN).join(', ')}${more} of ${subject(parts)}`;
}

function membership({ membersAdded, membersRemoved, ...parts }: SentenceParts): string {
  const added = membersAdded > 0 ? `added ${counted(membersAdded)} to` : '';
  const removed = membersRemoved > 0 ? `removed ${counted(membersRemoved)} from` : '';
  return `${[added, removed].filter(Boolean).join(' and ')} ${subject({ ...parts, membersAdded, membersRemoved })}`;
}

function counted(members: number): string {
  return members === 1 ? '1 member' : `${members} members`;
}

function search(parts: SentenceParts): string {
  const things = thingsListed(parts.resourceType);
  if (parts.matched === undefined) return `${parts.client} listed ${things}: ${parts.found} in all`;
  const answer = parts.found === 0 ? 'none there' : parts.found === 1 ? '1 found' : `${parts.found} found`;
  return `${parts.client} looked for ${things} where ${parts.matched}: ${answer}`;
}

function thingsListed(type: SentenceParts['resourceType']): string {
  switch (type) {
    case undefined:
      return 'users and groups';
    case 'User':
      return 'users';
    case 'Group':
      return 'groups';
    default:
      return `${type} resources`;
  }
}

function bulk({ client, bulk: { done, refused } = { done: 0, refused: 0 } }: SentenceParts): string {
  const operations = done + refused === 1 ? '1 operation' : `${done + refused} operations`;
  return `${client} sent ${operations} at once: ${done} done, ${refused} refused`;
}

function subject({ resourceType, resourceName }: SentenceParts): string {
  switch (resourceType) {
    case undefined:
    case 'User':
      return resourceName ?? 'a user';
    case 'Group':
      return resourceName === undefined ? 'a group' : `group ${resourceName}`;
    default:
      return resourceName === undefined ? `a ${resourceType}` : `${resourceType} ${resourceName}`;
  }
}

function shortName(path: string): string {
  return path.startsWith('urn:') ? path.slice(path.lastIndexOf(':') + 1) : path;
}
