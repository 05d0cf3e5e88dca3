import type { RequestSentence, SentenceSubject } from '@rollcall/admin-contracts';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from './told/use-tell';
import type { Tell } from './told/teller';

/** What a request did, as it came from the server. */
interface ToldRequest {
  /** In English, for when there is nothing better. */
  readonly summary: string;
  readonly sentence?: RequestSentence;
}

interface Words {
  readonly t: TFunction;
  readonly tell: Tell;
}

/** What the server calls a caller of whom it knows nothing. */
const NAMELESS_CLIENT = 'The client';

/** Says what a request did in the reader's language; `headline` leaves the reason of a refusal out. */
export interface SayRequest {
  (request: ToldRequest): string;
  readonly headline: (request: ToldRequest) => string;
}

export function useRequestSentence(): SayRequest {
  const { t } = useTranslation();
  const tell = useTell();
  return useMemo(() => sayRequest({ t, tell }), [t, tell]);
}

export function sayRequest(words: Words): SayRequest {
  const headline = ({ summary, sentence }: ToldRequest): string =>
    (sentence && withoutReason(sentence, words)) ?? summary;
  const whole = (request: ToldRequest): string => {
    const said = headline(request);
    const reason = request.sentence && reasonOf(request.sentence, words);
    return reason === undefined ? said : words.t('sentences.withReason', { sentence: said, reason });
  };
  return Object.assign(whole, { headline });
}

/** The client's name; one without a name is called so in the reader's language. */
export function clientName(client: string, t: TFunction): string {
  return client === NAMELESS_CLIENT ? t('sentences.unknownClient') : client;
}

function reasonOf(sentence: RequestSentence, { t, tell }: Words): string | undefined {
  switch (sentence.code) {
    case 'refused':
      return sentence.detail === undefined
        ? t('sentences.status', { status: String(sentence.status) })
        : tell(sentence.detail);
    case 'strangerRefused':
    case 'manyRefused':
      return tell(sentence.detail);
    default:
      return undefined;
  }
}

/** Undefined for a code of a newer server. */
function withoutReason(sentence: RequestSentence, { t }: Words): string | undefined {
  switch (sentence.code) {
    case 'manyRefused':
      return t('sentences.codes.manyRefused', { requests: t('sentences.requests', { count: sentence.count }) });
    case 'strangerRefused':
      return t('sentences.codes.strangerRefused', { method: sentence.method, address: sentence.address });
    default:
      return ofClient(sentence, clientName(sentence.client, t), t);
  }
}

type OfClient = Extract<RequestSentence, { readonly client: string }>;

function ofClient(sentence: OfClient, client: string, t: TFunction): string | undefined {
  switch (sentence.code) {
    case 'refused': {
      const { method, name } = sentence;
      if (name === undefined) return t('sentences.codes.refused', { client, method });
      return t('sentences.refusedAbout', { client, method, name });
    }
    case 'listed':
      return t('sentences.codes.listed', { client, things: things(sentence.type, t), found: sentence.found });
    case 'lookedFor': {
      const { type, matched, found } = sentence;
      const hits = t('sentences.hits', { count: found });
      return t('sentences.codes.lookedFor', { client, things: things(type, t), matched, hits });
    }
    case 'bulk': {
      const { done, refused } = sentence;
      const operations = t('sentences.operations', { count: done + refused });
      return t('sentences.codes.bulk', { client, operations, done, refused });
    }
    case 'discovered':
      return t('sentences.codes.discovered', { client });
    default:
      return deed(sentence, client, t);
  }
}

type Deed = Extract<RequestSentence, { readonly subject: SentenceSubject }>;

function deed(sentence: Deed, client: string, t: TFunction): string | undefined {
  const subject = named('subjects', sentence.subject, t);
  const receiver = named('receivers', sentence.subject, t);
  switch (sentence.code) {
    case 'changed':
      return t('sentences.codes.changed', { client, receiver, paths: paths(sentence, t) });
    case 'membersAdded':
      return t('sentences.codes.membersAdded', { client, receiver, added: members(sentence.added, t) });
    case 'membersRemoved':
      return t('sentences.codes.membersRemoved', { client, receiver, removed: members(sentence.removed, t) });
    case 'membersExchanged': {
      const [added, removed] = [members(sentence.added, t), members(sentence.removed, t)];
      return t('sentences.codes.membersExchanged', { client, receiver, added, removed });
    }
    case 'created':
    case 'revived':
    case 'turnedOff':
    case 'turnedOn':
    case 'deleted':
    case 'unchanged':
    case 'read':
      return t(`sentences.codes.${sentence.code}`, { client, subject });
    default:
      return undefined;
  }
}

function members(count: number, t: TFunction): string {
  return t('sentences.members', { count });
}

function paths({ paths: names, more }: Extract<Deed, { readonly code: 'changed' }>, t: TFunction): string {
  const listed = names.join(', ');
  return more === 0 ? listed : t('sentences.pathsAndMore', { paths: listed, more });
}

function named(role: 'subjects' | 'receivers', { type, name }: SentenceSubject, t: TFunction): string {
  switch (type) {
    case undefined:
    case 'User':
      return name ?? t(`sentences.${role}.user`);
    case 'Group':
      return name === undefined ? t(`sentences.${role}.group`) : t(`sentences.${role}.groupNamed`, { name });
    default:
      return name === undefined ? t(`sentences.${role}.other`, { type }) : t('sentences.otherNamed', { type, name });
  }
}

function things(type: string | undefined, t: TFunction): string {
  switch (type) {
    case undefined:
      return t('sentences.things.all');
    case 'User':
      return t('sentences.things.users');
    case 'Group':
      return t('sentences.things.groups');
    default:
      return t('sentences.things.other', { type });
  }
}
