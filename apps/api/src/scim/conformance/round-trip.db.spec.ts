import fc from 'fast-check';
import type { Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { httpRuns, runsTimeoutMs } from './property-runs';
import { publishedResources, publishedUsers } from './published-resources';

const RUNS = httpRuns(60);

describe('random resources made from the published schemas', () => {
  const scim = givenScim();

  /** As sent, with what the server says of itself around it; and writing what was read changes nothing, not even the version. */
  async function goesRound(endpoint: string, sent: Body, expected: Body): Promise<void> {
    const made = await scim.post(endpoint, sent);
    expect([made.status, made.body]).toEqual([201, { ...expected, id: made.body.id, meta: made.body.meta }]);
    const url = `${endpoint}/${made.body.id}`;
    const read = await scim.get(url);
    expect(read.body).toEqual(made.body);
    const again = await scim.put(url, read.body);
    expect([again.status, again.body]).toEqual([200, read.body]);
    expect(again.headers.get('etag')).toBe(made.headers.get('etag'));
    expect((await scim.delete(url)).status).toBe(204);
  }

  it(
    'D-20 R-20 R-53: users come back as they were sent, and PUT of a GET is no change',
    async () => {
      await fc.assert(
        fc.asyncProperty(await publishedUsers(scim), (body) => goesRound('/Users', body, body)),
        { numRuns: RUNS },
      );
    },
    runsTimeoutMs(RUNS),
  );

  it(
    'D-20 R-20 R-28 R-53: groups come back with their members named, and PUT of a GET is no change',
    async () => {
      const people = await Promise.all(['a', 'b', 'c'].map((userName) => scim.createUser({ userName })));
      const group = await publishedResources(scim, '/Groups');
      await fc.assert(
        fc.asyncProperty(group, fc.subarray(people), async ({ members: _random, ...body }, chosen) => {
          const members = chosen
            .map(({ id, userName, meta }) => ({ value: id, $ref: meta.location, type: 'User', display: userName }))
            .sort((left, right) => (left.value < right.value ? -1 : 1));
          const sent = { ...body, members: members.map(({ value }) => ({ value })) };
          await goesRound('/Groups', sent, members.length === 0 ? body : { ...body, members });
        }),
        { numRuns: RUNS },
      );
    },
    runsTimeoutMs(RUNS),
  );
});
