import type { ActivityPage, ConsoleErrorBody, OwnerAlert } from '@rollcall/admin-contracts';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';
import { until } from '../testing/until';

describe('what Support may stop, and who hears of it', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  afterAll(() => acme.stop());

  const alertsOf = async (owner = acme.owner) => (await owner.get<OwnerAlert[]>('/alerts')).body;

  it('SEC-17: a revocation by Support alerts each Owner until they put it away; one by an Admin alerts nobody', async () => {
    const second = await acme.member('owner');
    const [support, admin] = [await acme.member('support'), await acme.member('admin')];
    const byAdmin = await acme.connect('By Admin');
    await admin.post(`/integrations/${byAdmin.integrationId}/tokens/${byAdmin.tokenId}/revoke`);
    const entra = await acme.connect('By Support');
    await support.post(`/integrations/${entra.integrationId}/tokens/${entra.tokenId}/revoke`);

    const [alert, ...others] = await alertsOf();
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      by: 'support person',
      integrationId: entra.integrationId,
      integrationName: 'By Support',
      tokenLastFour: entra.token.slice(-4),
    });
    expect((await acme.owner.post('/alerts/seen', { id: alert?.id })).status).toBe(204);
    expect(await alertsOf()).toEqual([]);
    expect(await alertsOf(second)).toHaveLength(1);
  });

  it('SEC-17 SEC-53: the fourth revocation within the hour needs an Admin, and the try is logged', async () => {
    const support = await acme.member('support');
    const statuses: [number, string | undefined][] = [];
    for (let times = 0; times < 4; times += 1) {
      const { integrationId, tokenId } = await acme.connect(`Stopped ${times}`);
      const answer = await support.post<ConsoleErrorBody>(`/integrations/${integrationId}/tokens/${tokenId}/revoke`);
      statuses.push([answer.status, answer.body.code]);
    }

    expect(statuses).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
      [403, 'notAllowed'],
    ]);
    await until(async () => (await refusals('support person')).length === 1);
  });

  it('SEC-53: what a role does not allow is logged with person, method and route, once a minute', async () => {
    const auditor = await acme.member('auditor');
    await auditor.post('/integrations', { name: 'x', provider: 'entra' });
    await auditor.post('/integrations', { name: 'x', provider: 'entra' });
    await until(async () => (await refusals('auditor person')).length > 0);

    const found = await refusals('auditor person');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      result: 'failure',
      details: { method: 'POST', route: '/api/console/integrations' },
    });
  });

  async function refusals(name: string) {
    const { body } = await acme.owner.get<ActivityPage>('/activity?action=access.refused');
    return body.items.filter(({ actor }) => actor.name === name);
  }
});
