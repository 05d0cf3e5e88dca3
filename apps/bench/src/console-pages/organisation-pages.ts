import type { Landmarks } from './landmarks';
import { listed, type PageRequest } from './page-request';
import { INTEGRATION, SMALL_INTEGRATION } from './planted-values';

export function organisationPages(known: Landmarks): readonly PageRequest[] {
  return [...integrations(), ...brake(known), ...team()];
}

function integrations(): PageRequest[] {
  const own = `/integrations/${INTEGRATION}`;
  return [
    listed('/integrations')('integrations'),
    listed('/integrations/deleted')('integrations: deleted'),
    listed(own)('integration: overview'),
    listed(`/integrations/${SMALL_INTEGRATION}`)('small integration: overview'),
    listed(`${own}/tokens`)('integration: tokens'),
    listed(`${own}/health`)('integration: mapping health'),
    listed(`${own}/deletion`)('integration: what deletion takes'),
    { page: 'integration: diagnostics', path: `${own}/diagnostics`, body: {} },
  ];
}

function brake({ trip, closedTrip, person, deep }: Landmarks): PageRequest[] {
  const people = listed(`/brake/trips/${trip}/people`);
  return [
    listed('/brake/trips')('brake: the banner'),
    listed(`/integrations/${INTEGRATION}/brake`)('brake: threshold and trips'),
    listed(`/integrations/${INTEGRATION}/brake/history`)('brake: what a threshold would have done', {
      peopleMin: '20',
      percent: '5',
    }),
    listed(`/brake/trips/${trip}`)('brake: open trip'),
    listed(`/brake/trips/${closedTrip}`)('brake: decided trip'),
    people('brake: people of the open trip'),
    people('brake: people, far down', { cursor: deep.affected }),
    people('brake: people who were deleted', { effect: 'deleted' }),
    people('brake: people, frequent name', { search: 'anna' }),
    people('brake: people, whole name', { search: person.name }),
    people('brake: people, nobody', { search: 'nobody-has-this-name' }),
    listed(`/brake/trips/${closedTrip}/people`)('brake: people of a decided trip'),
  ];
}

function team(): PageRequest[] {
  return [
    listed('/team')('team'),
    listed('/session')('session, before every page'),
    listed('/alerts')('alerts to Owners'),
    listed('/account/sessions')('account: sessions'),
  ];
}
