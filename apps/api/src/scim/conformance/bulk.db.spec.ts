import { ERR, G, P, U, type Answer, type Body } from '../../testing/scim-connection';
import { givenScim } from './given-scim';
import { expectScimError, pathOf } from './scim-expectations';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const user = (userName: string) => ({ schemas: [U], userName });

describe('bulk requests over HTTP', () => {
  const scim = givenScim();
  let round = 0;

  beforeEach(() => {
    round += 1;
  });

  const bulk = (operations: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): Promise<Answer> =>
    scim.post('/Bulk', { schemas: [BULK], ...more, Operations: operations });
  const statuses = ({ body }: Answer): string[] => (body.Operations as Body[]).map(({ status }) => status as string);
  const post = (path: string, data: unknown, bulkId = `b${Math.random()}`) => ({ method: 'POST', path, bulkId, data });

  it('B-01 B-07 B-20: each operation has its result, in the request’s order, and the answer is a BulkResponse', async () => {
    const answer = await bulk([post('/Users', user(`one${round}`), 'a'), { method: 'DELETE', path: '/Users/nobody' }]);
    expect(answer.status).toBe(200);
    expect(answer.body.schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:BulkResponse']);
    const [made, gone] = answer.body.Operations;
    expect(made).toMatchObject({ method: 'POST', bulkId: 'a', status: '201', version: expect.stringMatching(/^W\//) });
    expect((await scim.get(pathOf(made.location))).status).toBe(200);
    expect(gone).toMatchObject({ method: 'DELETE', status: '404', location: expect.stringContaining('/Users/nobody') });
    expect(answer.body.failOnErrors).toBeUndefined();
  });

  it('B-03: methods in any case; an unknown one fails alone', async () => {
    const answer = await bulk([
      { ...post('/Users', user(`case${round}`)), method: 'post' },
      { method: 'GET', path: '/Users' },
    ]);
    expect(statuses(answer)).toEqual(['201', '400']);
  });

  it('B-08 B-09 B-13 E-06: a failure carries its error, and the others stand', async () => {
    const twin = user(`twin${round}`);
    const answer = await bulk([post('/Users', twin), post('/Users', twin), post('/Users', user(`third${round}`))]);
    expect(statuses(answer)).toEqual(['201', '409', '201']);
    expect(answer.body.Operations[1].response).toMatchObject({ schemas: [ERR], status: '409', scimType: 'uniqueness' });
    expect(answer.body.Operations[1].location).toBeUndefined();
  });

  it('B-10: failOnErrors stops, and what was done stays done', async () => {
    const same = user(`stop${round}`);
    const answer = await bulk([post('/Users', same), post('/Users', same), post('/Users', user(`never${round}`))], {
      failOnErrors: 1,
    });
    expect(statuses(answer)).toEqual(['201', '409']);
    expect((await scim.filter('/Users', `userName eq "stop${round}"`)).body.totalResults).toBe(1);
    expect((await scim.filter('/Users', `userName eq "never${round}"`)).body.totalResults).toBe(0);
  });

  it('B-12 B-14: a group may come before the user that it names by bulkId', async () => {
    const group = { schemas: [G], displayName: `Early ${round}`, members: [{ value: 'bulkId:u' }] };
    const answer = await bulk([post('/Groups', group, 'g'), post('/Users', user(`late${round}`), 'u')]);
    expect(statuses(answer)).toEqual(['201', '201']);
    const [groupPath, userPath] = (answer.body.Operations as Body[]).map(({ location }) => pathOf(location as string));
    expect(await scim.memberIds(groupPath?.split('/').at(-1) ?? '')).toEqual([userPath?.split('/').at(-1)]);
  });

  it('B-15: of groups that name each other one circle cannot be, and says so without leaving half of it', async () => {
    const group = (name: string, other: string) => ({
      schemas: [G],
      displayName: `${name} ${round}`,
      members: [{ value: `bulkId:${other}` }],
    });
    const answer = await bulk([post('/Groups', group('A', 'b'), 'a'), post('/Groups', group('B', 'a'), 'b')]);
    const failed = (answer.body.Operations as Body[]).filter(({ status }) => Number(status) >= 400);
    expect(failed).toHaveLength(1);
    expect(failed[0].response.detail).toContain('cannot contain itself');
  });

  it('B-16: a bulkId that names nothing fails its operation', async () => {
    const answer = await bulk([
      post('/Groups', { schemas: [G], displayName: `Lost ${round}`, members: [{ value: 'bulkId:zz' }] }),
    ]);
    expect(statuses(answer)).toEqual(['400']);
    expect((await scim.filter('/Groups', `displayName eq "Lost ${round}"`)).body.totalResults).toBe(0);
  });

  it('B-17 B-19: the version of an operation is its condition, and its rules are those of a single request', async () => {
    const made = await scim.createUser({ userName: `version${round}` });
    const path = `/Users/${made.id}`;
    const data = { schemas: [P], Operations: [{ op: 'replace', path: 'title', value: 'x' }] };
    const wrong = { schemas: [P], Operations: [{ op: 'replace', path: 'id', value: 'x' }] };
    const answer = await bulk([
      { method: 'PATCH', path, version: 'W/"99"', data },
      { method: 'PATCH', path, version: made.meta.version, data },
      { method: 'PATCH', path, data: wrong },
    ]);
    expect(statuses(answer)).toEqual(['412', '200', '400']);
    expect(answer.body.Operations[2].response.scimType).toBe('mutability');
  });

  it('B-18: more operations than are taken are refused as a whole, and nothing is done', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => post('/Users', user(`many${round}-${index}`)));
    expectScimError(await bulk(many), 413);
    expect((await scim.filter('/Users', `userName sw "many${round}-"`)).body.totalResults).toBe(0);
  });

  it('B-22: the request as a whole is not atomic', async () => {
    const answer = await bulk([
      post('/Users', user(`kept${round}`)),
      { method: 'PUT', path: '/Users/unknown', data: user('x') },
    ]);
    expect(statuses(answer)).toEqual(['201', '404']);
    expect((await scim.filter('/Users', `userName eq "kept${round}"`)).body.totalResults).toBe(1);
  });

  it('B-23: a thousand creations end within the request’s time', async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => post('/Users', user(`bulk${round}-${index}`)));
    expect(new Set(statuses(await bulk(many)))).toEqual(new Set(['201']));
  }, 60_000);
});
