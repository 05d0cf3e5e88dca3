import type { SearchAnswer } from '@rollcall/admin-contracts';
import { givenConnectedOrganisation } from '../testing/connected-organisation';
import type { TestOrganisation } from '../testing/organisation';
import type { ScimConnection } from '../testing/scim-connection';

describe('the search box', () => {
  let acme: TestOrganisation;
  let entra: ScimConnection;

  givenConnectedOrganisation((given) => {
    ({ acme, entra } = given);
  });

  const search = async (text: string): Promise<SearchAnswer> => {
    const { status, body } = await acme.owner.get<SearchAnswer>(`/search?q=${encodeURIComponent(text)}`);
    expect(status).toBe(200);
    return body;
  };
  const names = async (text: string): Promise<string[]> =>
    (await search(text)).people.map(({ displayName }) => displayName);

  it('C03: finds people, the exact ones first, in every integration', async () => {
    const okta = acme.scim(await acme.connect('Okta', 'okta'));
    await entra.createUser({ userName: 'mara.lima@acme.example', displayName: 'Mara Lima', externalId: 'x-9' });
    await okta.createUser({
      userName: 'ana@acme.example',
      displayName: 'Ana Lima',
      emails: [{ value: 'al@acme.example' }],
    });

    expect(await names('ANA')).toEqual(['Ana Lima']);
    expect(await names('lima')).toEqual(expect.arrayContaining(['Ana Lima', 'Mara Lima']));
    expect(await names('Lima Ana')).toEqual(['Ana Lima']);
    expect(await names('x-9')).toEqual(['Mara Lima']);
    expect(await names('al@acme.example')).toEqual(['Ana Lima']);
    expect((await search('ana')).people[0]).toMatchObject({ integrationName: 'Okta', active: true, groupCount: 0 });
  });

  it('C03: finds groups, integrations, and the request of an id', async () => {
    await entra.createGroup('Engineers');
    const answer = await entra.get('/Users?count=1');
    await entra.requestLog();

    expect((await search('engi')).groups).toMatchObject([{ displayName: 'Engineers', memberCount: 0 }]);
    expect((await search('entra')).integrations).toMatchObject([{ name: 'Entra ID', provider: 'entra' }]);
    const id = answer.headers.get('x-request-id') ?? '';
    expect((await search(id)).requests).toMatchObject([{ id, status: 200 }]);
  });

  it('C04: somebody nobody ever sent: no trace, and when each provider was last heard', async () => {
    await entra.createUser({ userName: 'ana' });
    await entra.requestLog();

    const answer = await search('zoe@acme.example');

    expect(answer).toMatchObject({ people: [], traces: [], sources: [{ name: 'Entra ID' }] });
    expect(answer.sources[0]?.lastRequestAt).toMatch(/Z$/);
  });

  it('C04: received and refused: the error and its request', async () => {
    const refused = await entra.post('/Users', { schemas: ['urn:x'], userName: 'zoe@acme.example', active: 'maybe' });
    expect(refused.status).toBe(400);
    await entra.requestLog();

    const { people, traces } = await search('zoe@acme');

    expect(people).toEqual([]);
    expect(traces).toMatchObject([
      { kind: 'refused', status: 400, integrationName: 'Entra ID', requestId: refused.headers.get('x-request-id') },
    ]);
  });

  it('C04: asked for by the provider and never sent', async () => {
    await entra.filter('/Users', 'userName eq "zoe@acme.example"');
    await entra.requestLog();

    expect((await search('zoe@acme.example')).traces).toMatchObject([
      { kind: 'askedFor', integrationName: 'Entra ID' },
    ]);
  });

  it('C04: inactive since a moment, by a request; or from the start', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana Lima', active: true });
    await entra.createUser({ userName: 'bo', displayName: 'Bo', active: false });
    const off = await entra.patch(`/Users/${ana.id}`, [{ op: 'replace', path: 'active', value: false }]);

    expect((await search('ana')).people).toMatchObject([
      { active: false, turnedOff: { requestId: off.headers.get('x-request-id') } },
    ]);
    const [bo] = (await search('bo')).people;
    expect(bo).toMatchObject({ active: false });
    expect(bo).not.toHaveProperty('turnedOff');
  });

  it('C04: deleted, with the request that did it and the day until which it can be restored', async () => {
    const ana = await entra.createUser({ userName: 'ana@acme.example', displayName: 'Ana Lima' });
    const gone = await entra.delete(`/Users/${ana.id}`);

    const { people, traces } = await search('ana lima');

    expect(people).toEqual([]);
    expect(traces).toMatchObject([
      {
        kind: 'deleted',
        type: 'User',
        id: ana.id,
        displayName: 'Ana Lima',
        requestId: gone.headers.get('x-request-id'),
      },
    ]);
    expect((await search('ana@acme.example')).traces).toHaveLength(1);
  });

  it('C04 A12: in an integration that was deleted, and by whom', async () => {
    await entra.createUser({ userName: 'ana@acme.example', displayName: 'Ana Lima' });
    await acme.owner.delete(`/integrations/${entra.facts.integrationId}`, { name: 'Entra ID' });

    const { people, traces } = await search('ana');

    expect(people).toEqual([]);
    expect(traces).toMatchObject([{ kind: 'integrationDeleted', integrationName: 'Entra ID', by: 'Olga Owner' }]);
  });

  it('C04: in no group, because none was sent, none names the person, or the person left the last one', async () => {
    const ana = await entra.createUser({ userName: 'ana', displayName: 'Ana' });
    expect((await search('ana')).people).toMatchObject([{ noGroups: { kind: 'noGroupSent' } }]);

    const group = await entra.createGroup('Engineers');
    expect((await search('ana')).people).toMatchObject([{ noGroups: { kind: 'notAMember', groupsSent: 1 } }]);

    await entra.patch(`/Groups/${group.id}`, [{ op: 'add', path: 'members', value: [{ value: ana.id }] }]);
    const left = await entra.patch(`/Groups/${group.id}`, [{ op: 'remove', path: `members[value eq "${ana.id}"]` }]);
    expect((await search('ana')).people).toMatchObject([
      { noGroups: { kind: 'left', groupName: 'Engineers', requestId: left.headers.get('x-request-id') } },
    ]);
  });

  it('SEC-37: another organisation’s people leave no trace', async () => {
    await acme.sql(
      `insert into tenant (tenant_id, slug, name) values ('00000000-0000-4000-8000-0000000000f1', 'other', 'Other')`,
    );
    await acme.sql(`insert into integration (tenant_id, id, name, name_key, provider, created_by)
      values ('00000000-0000-4000-8000-0000000000f1', '00000000-0000-4000-8000-0000000000f2', 'Theirs', 'theirs', 'okta', 'x')`);
    await acme.sql(`insert into deleted_resource (tenant_id, integration_id, id, resource_type, label, resource, version, created_at)
      values ('00000000-0000-4000-8000-0000000000f1', '00000000-0000-4000-8000-0000000000f2', gen_random_uuid(), 'User', 'Zed', '{}', 1, now())`);

    expect(await search('zed')).toMatchObject({ people: [], traces: [], sources: [{ name: 'Entra ID' }] });
    expect(await search('theirs')).toMatchObject({ integrations: [] });
  });

  it.each(['', '   ', '%', "'; drop table scim_user; --", '\u202Eana', 'a'.repeat(200)])(
    'SEC-26: searching %j is answered',
    async (text) => {
      expect(await search(text)).toMatchObject({ people: [], groups: [], traces: [] });
    },
  );

  it('SEC-18: a text that is too long is bad input', async () => {
    expect((await acme.owner.get(`/search?q=${'a'.repeat(201)}`)).status).toBe(400);
  });
});
