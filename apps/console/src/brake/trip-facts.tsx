import { BRAKE_EFFECTS, type BrakeRequestFacts, type BrakeTripView } from '@rollcall/admin-contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FactList, type Fact } from '../ui/fact-list';
import { Panel } from '../ui/panel';
import { RelativeTime } from '../ui/relative-time';
import { TextLink } from '../ui/text-link';
import { useWindowName } from './use-window-name';

/** What is known about a trip, with the requests that began and ended it. */
export function TripFacts({ trip }: { readonly trip: BrakeTripView }) {
  const { t, i18n } = useTranslation();
  const windowName = useWindowName();
  const number = new Intl.NumberFormat(i18n.language);
  const facts: Fact[] = [
    ...BRAKE_EFFECTS.flatMap((effect) => {
      const people = trip.people[effect];
      return people === undefined ? [] : [{ term: t(`brake.effects.${effect}`), value: number.format(people) }];
    }),
    { term: t('brake.affected'), value: number.format(trip.peopleTotal) },
    { term: t('brake.undecided'), value: number.format(trip.undecided) },
    {
      term: t('brake.limit'),
      value: t('brake.limitValue', { count: trip.limit, window: windowName(trip.windowMinutes) }),
    },
    ...requestFact(t('brake.firstRequest'), trip.firstRequest, trip.firstAt),
    ...requestFact(t('brake.lastRequest'), trip.lastRequest, trip.lastAt),
    ...(trip.closedBy === undefined
      ? []
      : [{ term: t('brake.closed'), value: t('brake.closedBy', { name: trip.closedBy }) }]),
  ];
  return (
    <Panel title={t('brake.factsTitle')}>
      <FactList facts={facts} />
    </Panel>
  );
}

function requestFact(term: string, request: BrakeRequestFacts | undefined, at: string): Fact[] {
  return request === undefined ? [] : [{ term, value: <RequestFacts request={request} at={at} /> }];
}

function RequestFacts({ request, at }: { readonly request: BrakeRequestFacts; readonly at: string }) {
  const { t } = useTranslation();
  const { tokenLastFour: token, address } = request;
  if (token === undefined || address === undefined) return t('brake.requestUnlogged');
  return (
    <>
      <TextLink to="/requests/$requestId" params={{ requestId: request.id }} size="sm">
        <RelativeTime at={at} />
      </TextLink>
      <Text component="span" size="sm" c="dimmed">
        {', '}
        {t('brake.requestFacts', { token, address })}
      </Text>
    </>
  );
}
