import type { TFunction } from 'i18next';
import type { SearchEntry, SearchPlace } from './search-entry';

/** Pages and actions whose name holds the text; all of them while nothing is typed. */
export function pageEntries(text: string, mayManage: boolean, t: TFunction): readonly SearchEntry[] {
  const places: readonly (readonly [string, SearchPlace])[] = [
    [t('shell.users'), { to: '/users' }],
    [t('shell.groups'), { to: '/groups' }],
    [t('shell.requests'), { to: '/requests' }],
    [t('shell.integrations'), { to: '/integrations' }],
    [t('shell.activity'), { to: '/activity' }],
    [t('shell.team'), { to: '/team' }],
    [t('shell.notifications'), { to: '/notifications' }],
    [t('shell.ownAccount'), { to: '/account' }],
    ...(mayManage
      ? ([
          [t('discover.title'), { to: '/integrations/discover' }],
          [t('search.connect'), { to: '/integrations/discover/scim' }],
        ] as const)
      : []),
  ];
  const wanted = text.toLocaleLowerCase();
  return places
    .filter(([title]) => title.toLocaleLowerCase().includes(wanted))
    .map(([title, place]) => ({ key: `page ${place.to}`, section: 'pages', title, place }));
}
