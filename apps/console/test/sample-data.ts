import { aGroup, aRequest, aUser, minutesAgo } from './builders';

/** People, groups and requests that look like an organisation's; for looking at the console without a server. */

const FIRST = ['Ana', 'Ben', 'Chloé', 'Deniz', 'Elif', 'Farah', 'Goran', 'Hanna', 'Ivo', 'Jun'];
const LAST = ['Lima', 'Okafor', 'Müller', 'Sato', 'Novák', 'Haddad', 'Petrov', 'Lindqvist', 'Rossi', 'Tanaka'];
const DEPARTMENTS = ['Platform', 'Sales', 'Finance', 'Support', 'People'];
const TEAMS = ['Engineers', 'Everyone', 'Finance', 'On call', 'Leadership', 'Contractors'];
export const PAGE = 50;

export const USERS = Array.from({ length: 500 }, (_, index) => {
  const first = FIRST[index % 10] ?? '';
  const last = LAST[Math.floor(index / 10) % 10] ?? '';
  const address = `${first}.${last}${index < 100 ? '' : String(index)}@example.com`.toLowerCase();
  return aUser({
    id: `u${String(index)}`,
    displayName: `${first} ${last}`,
    userName: address,
    email: address,
    department: DEPARTMENTS[index % 5] ?? '',
    active: index % 17 !== 3,
    lastModified: minutesAgo(index * 37 + 2),
  });
});

export const GROUPS = TEAMS.map((displayName, index) =>
  aGroup({
    id: `g${String(index)}`,
    displayName,
    memberCount: (index * 131) % 400,
    lastModified: minutesAgo(index * 400 + 5),
  }),
);

export const REQUESTS = Array.from({ length: 120 }, (_, index) => {
  const user = USERS[index % USERS.length] ?? aUser();
  const kinds = [
    {
      method: 'PATCH',
      path: `/Users/${user.id}`,
      status: 200,
      summary: `Entra changed the title of ${user.displayName}`,
    },
    { method: 'POST', path: '/Users', status: 201, summary: `Entra created ${user.displayName}` },
    {
      method: 'GET',
      path: '/Users',
      query: `filter=userName+eq+%22${user.userName}%22`,
      status: 200,
      summary: `Entra asked for ${user.displayName} and found one`,
    },
    {
      method: 'POST',
      path: '/Users',
      status: 409,
      summary: `Entra could not create ${user.displayName}: the user name is taken`,
    },
  ] as const;
  const kind = kinds[index % 4 === 3 ? (index % 12 === 3 ? 3 : 0) : index % 4] ?? kinds[0];
  return aRequest({
    ...kind,
    outcome: kind.status < 400 ? 'done' : 'refused',
    id: `r${String(index)}`,
    at: minutesAgo(index * 4 + 1),
    resource: { type: 'User', id: user.id, name: user.displayName },
  });
});

export const TRAFFIC = Array.from({ length: 24 }, (_, hour) => ({
  hour: minutesAgo((23 - hour) * 60),
  requests: hour < 5 ? 0 : Math.round(40 + 38 * Math.sin(hour / 2.5)),
  errors: hour % 7 === 4 ? 4 : 0,
}));
