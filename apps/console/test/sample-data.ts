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

export const USER_NAME_TAKEN =
  'userName "deniz.lima@example.com" is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.';

export const REQUESTS = Array.from({ length: 120 }, (_, index) => {
  const user = USERS[index % USERS.length] ?? aUser();
  const about = { client: 'Entra', subject: { type: 'User', name: user.displayName } };
  const kinds = [
    {
      method: 'PATCH',
      path: `/Users/${user.id}`,
      status: 200,
      summary: `Entra changed title of ${user.displayName}`,
      sentence: { code: 'changed', ...about, paths: ['title'], more: 0 },
    },
    {
      method: 'POST',
      path: '/Users',
      status: 201,
      summary: `Entra created ${user.displayName}`,
      sentence: { code: 'created', ...about },
    },
    {
      method: 'GET',
      path: '/Users',
      query: `filter=userName+eq+%22${user.userName}%22`,
      status: 200,
      summary: `Entra looked for users where userName eq "${user.userName}": 1 found`,
      sentence: {
        code: 'lookedFor',
        client: 'Entra',
        type: 'User',
        matched: `userName eq "${user.userName}"`,
        found: 1,
      },
    },
    {
      method: 'POST',
      path: '/Users',
      status: 409,
      summary: `Refused Entra's POST about ${user.displayName}: ${USER_NAME_TAKEN}`,
      sentence: {
        code: 'refused',
        client: 'Entra',
        method: 'POST',
        name: user.displayName,
        status: 409,
        detail: USER_NAME_TAKEN,
      },
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
