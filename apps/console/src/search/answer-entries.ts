import type { PersonHit, SearchAnswer, SearchTrace } from '@rollcall/admin-contracts';
import type { TFunction } from 'i18next';
import type { SayRequest } from '../i18n/request-sentence';
import type { Tell } from '../i18n/told/teller';
import { exactTime } from '../ui/relative-time';
import type { SearchEntry } from './search-entry';

/** With more people than this the requests behind their state would crowd out the people. */
const CAUSES_SHOWN_UP_TO = 3;

interface Words {
  readonly t: TFunction;
  readonly say: SayRequest;
  readonly tell: Tell;
  readonly language: string;
}

/** The server's answer as lines of the box, in the order in which they are shown. */
export function answerEntries(answer: SearchAnswer, words: Words): readonly SearchEntry[] {
  const withCause = answer.people.length <= CAUSES_SHOWN_UP_TO;
  return [
    ...answer.people.flatMap((person) => personEntries(person, withCause, words)),
    ...answer.traces.map((trace) => traceEntry(trace, words)),
    ...answer.groups.map((group): SearchEntry => ({
      key: `group ${group.id}`,
      section: 'groups',
      title: group.displayName,
      detail: `${words.t('groups.memberCount', { count: group.memberCount })} · ${group.integrationName}`,
      place: { to: '/groups/$groupId', params: { groupId: group.id } },
    })),
    ...answer.integrations.map(({ id, name, provider }): SearchEntry => ({
      key: `integration ${id}`,
      section: 'integrations',
      title: name,
      detail: words.t(`providers.${provider}.name`),
      place: { to: '/integrations/$integrationId', params: { integrationId: id } },
    })),
    ...answer.requests.map(({ id, at, status, ...told }): SearchEntry => ({
      key: `request ${id}`,
      section: 'requests',
      title: words.say(told),
      detail: exactTime(at, words.language),
      ...(status >= 400 ? { mark: 'refused' as const } : {}),
      place: { to: '/requests/$requestId', params: { requestId: id } },
    })),
  ];
}

function personEntries(person: PersonHit, withCause: boolean, words: Words): SearchEntry[] {
  const { t } = words;
  const reason = [inactiveReason(person, words), noGroupsReason(person, words)].filter((text) => text !== undefined);
  const entry: SearchEntry = {
    key: `person ${person.id}`,
    section: 'people',
    title: person.displayName,
    detail: `${person.email ?? person.userName} · ${person.integrationName}`,
    ...(reason.length > 0 ? { reason: reason.join(' ') } : {}),
    ...(person.active ? {} : { mark: 'inactive' as const }),
    place: { to: '/users/$userId', params: { userId: person.id } },
  };
  const left = person.noGroups?.kind === 'left' ? person.noGroups.requestId : undefined;
  const causes = [
    { requestId: person.turnedOff?.requestId, title: t('search.requestTurnedOff', { name: person.displayName }) },
    { requestId: left, title: t('search.requestLeft', { name: person.displayName }) },
  ];
  if (!withCause) return [entry];
  return [entry, ...causes.flatMap(({ requestId, title }) => causeEntry(requestId, title))];
}

function causeEntry(requestId: string | undefined, title: string): SearchEntry[] {
  if (requestId === undefined) return [];
  const place = { to: '/requests/$requestId' as const, params: { requestId } };
  return [{ key: `cause ${requestId}`, section: 'people', title, place }];
}

function inactiveReason({ active, turnedOff, integrationName }: PersonHit, { t, language }: Words): string | undefined {
  if (active) return undefined;
  if (turnedOff === undefined) return t('search.inactiveAlways', { origin: integrationName });
  return t('search.inactiveSince', { when: exactTime(turnedOff.at, language), origin: integrationName });
}

function noGroupsReason({ noGroups, integrationName }: PersonHit, { t, language }: Words): string | undefined {
  switch (noGroups?.kind) {
    case undefined:
      return undefined;
    case 'noGroupSent':
      return t('search.noGroupSent', { origin: integrationName });
    case 'notAMember':
      return t('search.notAMember', { count: noGroups.groupsSent, origin: integrationName });
    case 'left':
      return t('search.left', {
        when: exactTime(noGroups.at, language),
        group: noGroups.groupName ?? t('search.aGroup'),
      });
  }
}

function traceEntry(trace: SearchTrace, { t, tell, language }: Words): SearchEntry {
  const when = exactTime(trace.at, language);
  switch (trace.kind) {
    case 'deleted':
      return {
        key: `deleted ${trace.id}`,
        section: 'traces',
        title: trace.displayName,
        mark: 'deleted',
        reason: t(trace.type === 'User' ? 'search.deletedUser' : 'search.deletedGroup', {
          when,
          origin: trace.integrationName,
          until: exactTime(trace.restorableUntil, language),
        }),
        place:
          trace.type === 'User'
            ? { to: '/users/$userId', params: { userId: trace.id } }
            : { to: '/groups/$groupId', params: { groupId: trace.id } },
      };
    case 'refused':
      return {
        key: `refused ${trace.requestId}`,
        section: 'traces',
        title: t('search.refusedTitle', { origin: trace.integrationName ?? t('requests.unknownIntegration') }),
        mark: 'refused',
        reason: `${when}: ${tell(trace.detail)}`,
        place: { to: '/requests/$requestId', params: { requestId: trace.requestId } },
      };
    case 'askedFor':
      return {
        key: `asked ${trace.requestId}`,
        section: 'traces',
        title: t('search.askedForTitle', { origin: trace.integrationName ?? t('requests.unknownIntegration') }),
        reason: t('search.askedFor', { when }),
        place: { to: '/requests/$requestId', params: { requestId: trace.requestId } },
      };
    case 'integrationDeleted':
      return {
        key: `gone ${trace.integrationName} ${trace.displayName}`,
        section: 'traces',
        title: trace.displayName,
        mark: 'deleted',
        reason: t(trace.by === undefined ? 'search.integrationDeleted' : 'search.integrationDeletedBy', {
          when,
          origin: trace.integrationName,
          by: trace.by ?? '',
        }),
        place: { to: '/integrations' },
      };
  }
}
