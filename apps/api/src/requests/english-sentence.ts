import type { RequestSentence, SentenceSubject } from '@rollcall/admin-contracts';
import { assertNever } from '@rollcall/scim-protocol';

/** The sentence in English, as the log keeps it: for readers of the API, for search, and for a console that does not know its code. */
export function englishSentence(sentence: RequestSentence): string {
  switch (sentence.code) {
    case 'refused':
    case 'strangerRefused':
    case 'manyRefused':
      return refusal(sentence);
    case 'listed':
      return `${sentence.client} listed ${things(sentence.type)}: ${sentence.found} in all`;
    case 'lookedFor':
      return `${sentence.client} looked for ${things(sentence.type)} where ${sentence.matched}: ${hits(sentence.found)}`;
    case 'bulk':
      return bulk(sentence);
    case 'discovered':
      return `${sentence.client} read what this server can do`;
    default:
      return `${sentence.client} ${deed(sentence)}`;
  }
}

type Deed = Extract<RequestSentence, { readonly subject: SentenceSubject }>;

function deed(sentence: Deed): string {
  const subject = named(sentence.subject);
  switch (sentence.code) {
    case 'created':
    case 'deleted':
    case 'read':
      return `${sentence.code} ${subject}`;
    case 'revived':
      return `brought ${subject} back under the old id`;
    case 'turnedOff':
      return `turned off ${subject}`;
    case 'turnedOn':
      return `turned ${subject} on again`;
    case 'unchanged':
      return `sent ${subject} again: nothing to change`;
    case 'changed':
      return `changed ${paths(sentence)} of ${subject}`;
    case 'membersAdded':
      return `added ${members(sentence.added)} to ${subject}`;
    case 'membersRemoved':
      return `removed ${members(sentence.removed)} from ${subject}`;
    case 'membersExchanged':
      return `added ${members(sentence.added)} to and removed ${members(sentence.removed)} from ${subject}`;
    default:
      return assertNever(sentence);
  }
}

type Refusal = Extract<RequestSentence, { readonly code: 'refused' | 'strangerRefused' | 'manyRefused' }>;

function refusal(sentence: Refusal): string {
  switch (sentence.code) {
    case 'refused': {
      const { client, method, name, detail, status } = sentence;
      const who = name === undefined ? '' : ` about ${name}`;
      return `Refused ${client}'s ${method}${who}: ${detail ?? `status ${status}`}`;
    }
    case 'strangerRefused':
      return `Refused a ${sentence.method} from ${sentence.address}: ${sentence.detail}`;
    case 'manyRefused': {
      const requests = sentence.count === 1 ? '1 more request' : `${sentence.count} more requests`;
      return `Refused ${requests} with tokens that open nothing: ${sentence.detail}`;
    }
    default:
      return assertNever(sentence);
  }
}

function bulk({ client, done, refused }: Extract<RequestSentence, { readonly code: 'bulk' }>): string {
  const operations = done + refused === 1 ? '1 operation' : `${done + refused} operations`;
  return `${client} sent ${operations} at once: ${done} done, ${refused} refused`;
}

function paths({ paths: shown, more }: Extract<RequestSentence, { readonly code: 'changed' }>): string {
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function members(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}

function hits(found: number): string {
  return found === 0 ? 'none there' : `${found} found`;
}

function things(type: string | undefined): string {
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

function named({ type, name }: SentenceSubject): string {
  switch (type) {
    case undefined:
    case 'User':
      return name ?? 'a user';
    case 'Group':
      return name === undefined ? 'a group' : `group ${name}`;
    default:
      return name === undefined ? `a ${type}` : `${type} ${name}`;
  }
}
