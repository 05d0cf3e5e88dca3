import type { MappingHealth, Provider } from '@rollcall/admin-contracts';
import { screen, within } from '@testing-library/react';
import { aMappingHealth, anIntegrationView } from '../../../test/builders';
import { ok, refused, type FakeApi } from '../../../test/fake-api';
import { renderAt, signedInApi } from '../../../test/render-at';

const AT = '/integrations/i1?tab=health';

function api(health: Partial<MappingHealth> = {}, provider: Provider = 'entra'): FakeApi {
  return signedInApi()
    .on('GET /integrations/i1', ok(anIntegrationView({ provider })))
    .on('GET /integrations/i1/health', ok(aMappingHealth(health)));
}

const found = async (sentence: RegExp | string): Promise<HTMLElement> => {
  const item = (await screen.findByText(sentence)).closest('li');
  if (item === null) throw new Error('not in a list');
  return item;
};

describe('A22: mapping health', () => {
  it('says what was found, how many, who for example with a way there, and what to change in Entra', async () => {
    await renderAt(AT, api());

    const item = await found('12 people have an externalId that is not an object ID');
    expect(item).toHaveTextContent('2.4% of 500');
    expect(item).toHaveTextContent(
      /Attribute mapping › Provision Microsoft Entra ID Users .*from mailNickname to objectId/,
    );
    expect(item).toHaveTextContent(/Ana Lima ana.lima.*Ben Okafor ben.okafor.*and 10 more/);
    expect(within(item).getByRole('link', { name: 'Ana Lima' })).toHaveAttribute('href', '/users/u1');
    expect(within(await found('2 groups have no members')).getByRole('link')).toHaveAttribute('href', '/groups/g9');
  });

  it('puts what breaks something today first', async () => {
    await renderAt(AT, api());
    const list = await screen.findByRole('list', { name: 'Findings' });

    expect([...list.querySelectorAll('[data-severity]')].map((sign) => sign.getAttribute('data-severity'))).toEqual([
      'red',
      'yellow',
      'gray',
    ]);
  });

  it('speaks the words of Okta, whose ids are no GUIDs and need not be', async () => {
    await renderAt(AT, api({}, 'okta'));

    expect(await found('31 people have no e-mail')).toHaveTextContent(
      'In Okta open Provisioning › To App › Attribute Mappings and check that email goes to emails[type eq "work"].value.',
    );
    expect(screen.queryByText(/not an object ID/)).toBeNull();
  });

  it('lists the fill rate of every attribute received', async () => {
    await renderAt(AT, api());

    const table = await screen.findByRole('table', { name: 'Attributes received: People' });
    expect(within(table).getByRole('row', { name: /^title 80% 400$/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /^userName 100% 500$/ })).toBeVisible();
    expect(within(table).getByRole('row', { name: /^active 99% 499$/ })).toBeVisible();
  });

  it('says so when there is nothing to mend', async () => {
    await renderAt(AT, api({ findings: [] }));
    expect(await screen.findByText(/^Nothing to mend/)).toBeVisible();
  });

  it('looks again when asked, and says that it is looking', async () => {
    const fake = api().on('POST /integrations/i1/health/refresh', {
      status: 202,
      body: aMappingHealth({ running: true }),
    });
    const { user } = await renderAt(AT, fake);
    expect(await screen.findByText('4 minutes ago')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    expect(await screen.findByText('Looking over all people and groups…')).toBeVisible();
  });

  it('says that the first look is under way, and that nobody is there yet', async () => {
    const none = { total: 0, attributes: [] };
    const { asOf: _never, ...first } = aMappingHealth({ running: true, users: none, groups: none, findings: [] });
    await renderAt(
      AT,
      signedInApi().on('GET /integrations/i1', ok(anIntegrationView())).on('GET /integrations/i1/health', ok(first)),
    );

    expect(await screen.findByRole('heading', { name: 'Looking for the first time' })).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const fake = api().on('GET /integrations/i1/health', refused(500, 'internal'));
    const { user } = await renderAt(AT, fake);
    const retry = await screen.findByRole('button', { name: 'Retry' });
    fake.on('GET /integrations/i1/health', ok(aMappingHealth()));
    await user.click(retry);

    expect(await screen.findByText('2 groups have no members')).toBeVisible();
  });

  it('A30: an auditor reads it, and is shown no Refresh', async () => {
    const fake = signedInApi({ role: 'auditor' })
      .on('GET /integrations/i1', ok(anIntegrationView()))
      .on('GET /integrations/i1/health', ok(aMappingHealth()));
    await renderAt(AT, fake);

    expect(await screen.findByText('2 groups have no members')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
  });
});
