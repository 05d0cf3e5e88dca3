import type {
  ActivityPage,
  ConsoleErrorBody,
  GeneratedToken,
  IntegrationSummary,
  TokenView,
} from '@rollcall/admin-contracts';
import { until } from '../testing/until';
import { givenOrganisation, type TestOrganisation } from '../testing/organisation';

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('the end date of a token', () => {
  let acme: TestOrganisation;

  beforeAll(async () => {
    acme = await givenOrganisation();
  });
  beforeEach(() => acme.startAfresh());
  afterAll(() => acme.stop());

  const create = async (tokenExpiresAt?: string): Promise<GeneratedToken> =>
    (await acme.owner.post<GeneratedToken>('/integrations', { name: 'Entra ID', provider: 'entra', tokenExpiresAt }))
      .body;
  const setEnd = ({ integrationId, tokenId }: GeneratedToken, expiresAt: unknown) =>
    acme.owner.patch<TokenView & ConsoleErrorBody>(`/integrations/${integrationId}/tokens/${tokenId}`, { expiresAt });
  const stateOf = async (): Promise<IntegrationSummary | undefined> =>
    (await acme.owner.get<IntegrationSummary[]>('/integrations')).body[0];
  const opens = async (token: GeneratedToken): Promise<number> => (await acme.scim(token).get('/Users')).status;
  /** The token's end comes while nobody waits for it. */
  const endIs = ({ tokenId }: GeneratedToken, when: string) =>
    acme.sql(`update token set expires_at = now() ${when} where id = $1`, [tokenId]);

  it('SEC-06: there is none unless the admin chooses one', async () => {
    const token = await create();
    const [view] = (await acme.owner.get<TokenView[]>(`/integrations/${token.integrationId}/tokens`)).body;

    expect(view?.state).toBe('live');
    expect(view?.expiresAt).toBeUndefined();
    expect((await stateOf())?.tokenEndsAt).toBeUndefined();
  });

  it('SEC-06: a request one second before the end passes, one second after it is 401', async () => {
    const token = await create(inHours(2));

    await endIs(token, `+ interval '1 second'`);
    expect(await opens(token)).toBe(200);
    await endIs(token, `- interval '1 second'`);
    expect(await opens(token)).toBe(401);
  });

  it('SEC-06: the state "token expires" comes from the end of the token that lives longest', async () => {
    const token = await create(inHours(24 * 10));
    await acme.scim(token).get('/Users');
    await acme.tokenUseWritten();
    await until(async () => (await stateOf())?.state === 'tokenExpiring');

    const later = inHours(24 * 60);
    expect((await setEnd(token, later)).body).toMatchObject({ state: 'ending', expiresAt: later });
    expect(await stateOf()).toMatchObject({ state: 'connected', tokenEndsAt: later });

    expect((await setEnd(token, null)).body).toMatchObject({ state: 'live' });
    expect((await stateOf())?.tokenEndsAt).toBeUndefined();
  });

  it('SEC-06: a rotation can give the new token an end, and leaves that of the old one to the overlap', async () => {
    const old = await create(inHours(2));
    const path = `/integrations/${old.integrationId}/tokens`;
    const end = inHours(24 * 365);
    await acme.owner.post<GeneratedToken>(`${path}/rotate`, { overlap: '24h', expiresAt: end });
    const [next, first] = (await acme.owner.get<TokenView[]>(path)).body;

    expect(next?.expiresAt).toBe(end);
    expect(Date.parse(first?.expiresAt ?? '') - Date.now()).toBeLessThan(2 * HOUR_MS);
  });

  it('SEC-06: each change is in the activity log with the end before and after', async () => {
    const before = inHours(48);
    const after = inHours(96);
    const token = await create(before);
    await setEnd(token, after);
    await setEnd(token, after);
    const { items } = (await acme.owner.get<ActivityPage>('/activity?action=token.endChanged')).body;

    expect(items).toHaveLength(1);
    expect(items[0]?.details).toMatchObject({ tokenId: token.tokenId, before, after });
  });

  it.each([
    ['that has passed', () => inHours(-1)],
    ['more than ten years ahead', () => inHours(24 * 3_651)],
    ['without a time zone', () => inHours(5).slice(0, -1)],
    ['that is no date', () => 'tomorrow'],
    ['that is missing', () => undefined],
  ])('SEC-06: an end %s is refused at its field', async (_what, end) => {
    const token = await create();
    const { status, body } = await setEnd(token, end());

    expect([status, Object.keys(body.fields ?? {})]).toEqual([400, ['expiresAt']]);
  });

  it('SEC-06: what has ended stays so: neither a revoked nor an expired token comes back by a later end', async () => {
    const expired = await create(inHours(1));
    await endIs(expired, `- interval '1 second'`);
    const answers = [await setEnd(expired, inHours(5))];
    const path = `/integrations/${expired.integrationId}/tokens`;
    const revoked = (await acme.owner.post<GeneratedToken>(`${path}/rotate`, { overlap: 'now' })).body;
    await acme.owner.post(`${path}/${revoked.tokenId}/revoke`);
    answers.push(await setEnd(revoked, inHours(5)), await setEnd(revoked, null));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      Array.from({ length: 3 }, () => [409, 'tokenNotLive']),
    );
    expect([await opens(expired), await opens(revoked)]).toEqual([401, 401]);
  });

  it('SEC-16: a token of another integration is not found here', async () => {
    const mine = await create();
    const other = await acme.connect('Okta', 'okta');
    expect((await setEnd({ ...other, integrationId: mine.integrationId }, inHours(5))).status).toBe(404);
  });
});
